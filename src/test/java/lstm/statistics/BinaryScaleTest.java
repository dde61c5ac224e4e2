package lstm.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BinaryScaleTest {
    @Test
    void theLargestValueComesToBetweenOneAndTwo() {
        for (double[] values : Exact.extreme().subList(0, 4)) {
            double[] reduced = BinaryScale.of(values).reduce(values);

            double largest = Arrays.stream(reduced).map(Math::abs).max().orElseThrow();

            assertTrue(largest >= 1 && largest < 2, () -> "largest is " + largest);
        }
    }

    @Test
    void noDigitIsLost() {
        for (double[] values : Exact.extreme()) {
            BinaryScale size = BinaryScale.of(values);

            assertArrayEquals(
                    values,
                    Arrays.stream(size.reduce(values)).map(size::restore).toArray());
        }
    }

    @Test
    void zerosStayZeros() {
        assertArrayEquals(new double[3], BinaryScale.of(new double[3]).reduce(new double[3]));
    }

    @Test
    void theLargerScaleSuitsBoth() {
        BinaryScale small = BinaryScale.of(new double[] {3});
        BinaryScale large = BinaryScale.of(new double[] {-9});

        assertEquals(large, small.max(large));
        assertEquals(large, large.max(small));
        assertEquals(3, large.exponent());
    }

    @Test
    void distancesAreInUnitsOfTheLongest() {
        double[] values = {10, 30, -70, 10};
        Distances distances = Distances.of(Values.of(values));

        assertEquals(10, distances.first());
        assertEquals(80, distances.longest());
        assertArrayEquals(
                new double[] {0, 0.25, -1, 0},
                Arrays.stream(values).map(distances::unit).toArray());
    }

    @Test
    void equalValuesHaveNoDistance() {
        Distances distances = Distances.of(Values.of(1e308, 1e308));

        assertEquals(0, distances.longest());
        assertEquals(0, distances.unit(1e308));
    }

    @Test
    void valuesOfAModerateSizeAreLeftAsTheyAre() {
        double[] values = {1e-80, 3, -1e90};
        assertSame(values, BinaryScale.of(values).ifNeeded().reduce(values));
        for (double extreme : new double[] {1e-100, 1e100, 1.7e308}) {
            double reduced = BinaryScale.of(new double[] {extreme}).ifNeeded().reduce(extreme);
            assertTrue(reduced >= 1 && reduced < 2, () -> "reduced to " + reduced);
        }
    }
}
