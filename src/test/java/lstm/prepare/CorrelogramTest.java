package lstm.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CorrelogramTest {
    @Test
    void correlationsAreThoseOfTheFormula() {
        // Around the mean 2.5: -1.5, -0.5, 0.5, 1.5; squares 5; products 1.25, -1.5, -2.25.
        assertArrayEquals(new double[] {1, 0.25, -0.3, -0.45}, Correlogram.of(new double[] {1, 2, 3, 4}, 3), 1e-15);
    }

    @Test
    void whatNeverChangesResemblesNothing() {
        assertArrayEquals(new double[] {1, 0, 0}, Correlogram.of(new double[] {7, 7, 7, 7}, 2));
    }

    @Test
    void theBoundIsBartletts() {
        assertEquals(2 / Math.sqrt(100), Correlogram.bound(new double[] {1, 0.5, 0.5}, 1, 100), 1e-15);
        assertEquals(2 * Math.sqrt(1.5 / 100), Correlogram.bound(new double[] {1, 0.5, 0.5}, 2, 100), 1e-15);
    }
}
