package lstm.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MeansTest {
    @Test
    void allAgreeWithTheDefinition() {
        for (double[] values : Exact.moderate()) {
            double exact = Exact.mean(values).doubleValue();
            double rounding = 1e-13 * Arrays.stream(values).map(Math::abs).max().orElseThrow();

            assertEquals(exact, Means.of(values), rounding);
            assertEquals(exact, Means.fromFirst(values), rounding);
            assertEquals(exact, Means.dividedFirst(values), rounding);
        }
    }

    @Test
    void theLargestDoublesHaveAMeanIfTheyAreDividedFirst() {
        double[] largest = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};

        assertEquals(Double.MAX_VALUE, Means.dividedFirst(largest));
        assertEquals(Double.POSITIVE_INFINITY, Means.of(largest));
    }

    @Test
    void measuredFromTheFirstTheMeanOfEqualValuesIsExact() {
        double[] same = new double[1000];
        Arrays.fill(same, 0.1);

        assertEquals(0.1, Means.fromFirst(same));
    }

    @Test
    void nothingHasAMeanOfZeroIfDividedFirst() {
        assertEquals(0, Means.dividedFirst(new double[0]));
    }

    @Test
    void eachValueCountsAsItWeighs() {
        assertEquals(2.5, Means.weighted(new double[] {1, 3}, new double[] {1e-300, 3e-300}), 1e-15);
        double largest = Double.MAX_VALUE;
        assertEquals(largest, Means.weighted(new double[] {largest, largest, 0}, new double[] {largest, largest, 0}));
        assertEquals(2, Means.weighted(new double[] {1, 3}, new double[] {0, 0}));
        assertEquals(2, Means.weighted(new double[] {1, 3}, new double[0]));
    }
}
