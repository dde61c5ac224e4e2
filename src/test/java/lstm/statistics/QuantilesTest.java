package lstm.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import lstm.tensor.Seed;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantilesTest {
    @Test
    void theMedianIsTheMiddleValueOrTheMeanOfTheMiddleTwo() {
        assertEquals(3, Quantiles.median(new double[] {9, 3, 1}));
        assertEquals(2, Quantiles.median(new double[] {9, 3, 1, -5}));
        assertEquals(7, Quantiles.median(new double[] {7}));
        assertEquals(2e-310, Quantiles.median(new double[] {3e-310, 1e-310}));
        assertEquals(6e307, Quantiles.median(new double[] {4e307, 8e307}), 1e293);
    }

    @Test
    void valuesAreLeftInTheirOrder() {
        double[] values = {9, 3, 1};

        Quantiles.median(values);

        assertArrayEquals(new double[] {9, 3, 1}, values);
    }

    /** The example of R's {@code quantile(c(1, 2, 4, 8), type = 7)}, and the shares between. */
    @ParameterizedTest
    @CsvSource({"0, 1", "0.25, 1.75", "0.5, 3", "0.75, 5", "0.9, 6.8", "1, 8"})
    void otherQuantilesAreInterpolated(double share, double expected) {
        assertEquals(expected, Quantiles.interpolated(new double[] {1, 2, 4, 8}, share), 1e-12);
    }

    @Test
    void oneValueIsEveryQuantile() {
        for (double share : new double[] {0, 0.3, 1}) {
            assertEquals(1e300, Quantiles.interpolated(new double[] {1e300}, share));
        }
    }

    @RepeatedTest(20)
    void theMedianIsThatOfSortedValuesWhateverTheirOrder() {
        Random random = Seed.random();
        int[] sizes = {1, 2, 3, 10, 101, 1000};
        for (int size : sizes) {
            int distinct = 1 + random.nextInt(2 * size);
            double[] values = random.doubles(size)
                    .map(value -> Math.rint(value * distinct))
                    .toArray();
            if (random.nextBoolean()) {
                Arrays.sort(values);
            }
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            double middle = (sorted[size / 2] + sorted[(size - 1) / 2]) / 2;
            assertEquals(middle, Quantiles.median(values));
        }
    }
}
