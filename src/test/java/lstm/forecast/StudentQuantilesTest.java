package lstm.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.hipparchus.distribution.continuous.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StudentQuantilesTest {
    /** From the table of the t distribution in Fisher and Yates: 10 and 30 degrees of freedom, one side. */
    @Test
    void quantilesAreThoseOfTheTables() {
        assertEquals(2.228, StudentQuantiles.of(0.975, 10) / Math.sqrt(1.1), 5e-4);
        assertEquals(2.750, StudentQuantiles.of(0.995, 30) / Math.sqrt(1 + 1 / 30.0), 5e-4);
        assertEquals(0, StudentQuantiles.of(0.5, 30));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5000001, 0.51, 0.6, 0.9, 0.99, 0.99999, 1 - 1e-9, 1 - 1e-13, 1 - 0x1p-53})
    void theShareBelowAQuantileIsTheShareAskedFor(double share) {
        for (int freedom : new int[] {10, 11, 57, 200}) {
            double quantile = StudentQuantiles.of(share, freedom) / Math.sqrt(1 + 1.0 / freedom);
            double above = new TDistribution(freedom).cumulativeProbability(-quantile);
            assertEquals(1 - share, above, 1e-8 * (1 - share), freedom + " degrees of freedom");
        }
    }
}
