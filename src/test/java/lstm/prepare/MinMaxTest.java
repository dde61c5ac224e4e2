package lstm.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class MinMaxTest {
    @Test
    void theRangeOfTheFirstRowsBecomesZeroToOne() {
        MinMax scaler = MinMax.fit(new double[] {30, 10, 20, 99}, 3);

        assertEquals(new MinMax(10, 30), scaler);
        assertEquals(0f, scaler.scale(10));
        assertEquals(0.5f, scaler.scale(20));
        assertEquals(1f, scaler.scale(30));
        assertEquals(4.45f, scaler.scale(99));
    }

    @Test
    void unscalingUndoesScaling() {
        MinMax scaler = new MinMax(-3, 7);
        for (double value = -10; value < 20; value += 0.37) {
            assertEquals(value, scaler.unscale(scaler.scale(value)), 1e-5);
        }
    }

    @Test
    void aConstantColumnScalesToZeroAndComesBackAsItself() {
        MinMax scaler = MinMax.fit(new double[] {5, 5, 5}, 3);

        assertEquals(0f, scaler.scale(5));
        assertEquals(5, scaler.unscale(0.3f));
    }

    @Test
    void aRangeThatIsNotFiniteIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new MinMax(2, 1));
        assertThrows(IllegalArgumentException.class, () -> new MinMax(Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> new MinMax(-Double.MAX_VALUE, Double.MAX_VALUE));
        assertThrows(IllegalArgumentException.class, () -> MinMax.fit(new double[0], 0));
    }
}
