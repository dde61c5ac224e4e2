package lstm.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;

class IntervalMeasuresTest {
    private static final double[] ACTUAL = {1, 2, 3, 4};

    @Test
    void coverageCountsTheBounds() {
        double[] lower = {1, 2.5, 2, -1};
        double[] upper = {2, 3, 3, 3.9};
        assertEquals(0.5, IntervalMeasures.coverage(ACTUAL, lower, upper));
    }

    @Test
    void aSeriesIsWithinFivePointsOfALevelOnBothSidesOfIt() {
        List<Covered> each = List.of(covered(15), covered(17), covered(14), covered(18), covered(20));
        assertEquals(2, IntervalScores.within(each, 0, 0.8));
        assertEquals(1, IntervalScores.within(each, 0, 0.99));
    }

    /** Intervals that hold this many of 20 actual values. */
    private static Covered covered(int hits) {
        double[] actual = new double[20];
        Arrays.fill(actual, hits, 20, 2);
        double[][][] intervals = new double[20][1][];
        Arrays.setAll(intervals, k -> new double[][] {{-1, 1}});
        return new Covered(actual, actual, intervals);
    }

    @Test
    void widthIsTheMeanDistanceOfTheBounds() {
        assertEquals(1.5, IntervalMeasures.meanWidth(new double[] {0, 1}, new double[] {1, 3}));
        double[] far = {1.7e308, 1.7e308};
        assertEquals(1.7e308, IntervalMeasures.meanWidth(new double[] {0, 0}, far));
    }

    @Test
    void quantileLossesAreThoseComputedByHand() {
        double[] quantile = {0, 2, 5, 4};
        // Above by 1, below by 2.
        assertEquals((0.9 * 1 + 0.1 * 2) / 4, IntervalMeasures.meanLoss(ACTUAL, 0.9, quantile), 1e-15);
        double[][] quantiles = {{0, 2, 5, 4}, {1, 2, 3, 6}};
        // Losses at 0.5: (1 + 2) / 2; at 0.9: 0.1 * 2. Sizes: 10.
        assertEquals(
                (2 * 1.5 / 10 + 2 * 0.2 / 10) / 2,
                IntervalMeasures.weightedQuantileLoss(ACTUAL, new double[] {0.5, 0.9}, quantiles),
                1e-15);
        assertTrue(Double.isNaN(
                IntervalMeasures.weightedQuantileLoss(new double[] {0}, new double[] {0.5}, new double[][] {{0}})));
    }

    @Test
    void withTheMedianAloneTheCrpsIsTheMae() {
        double[][] median = {{0, 2, 5, 4}};
        assertEquals(0.75, IntervalMeasures.crps(ACTUAL, new double[] {0.5}, median), 1e-15);
    }

    @Test
    void theCrpsOfANormalDistributionComesNearTheFormula() {
        NormalDistribution normal = new NormalDistribution();
        int count = 199;
        double[] levels = new double[count];
        double[][] quantiles = new double[count][2];
        for (int k = 0; k < count; k++) {
            levels[k] = (k + 1.0) / (count + 1);
            quantiles[k][0] = normal.inverseCumulativeProbability(levels[k]);
            quantiles[k][1] = quantiles[k][0];
        }
        // Gneiting and Raftery (2007): y (2 F(y) - 1) + 2 f(y) - 1 / sqrt(pi).
        double expected = 0;
        for (double y : new double[] {0, 1.3}) {
            expected += y * (2 * normal.cumulativeProbability(y) - 1) + 2 * normal.density(y) - 1 / Math.sqrt(Math.PI);
        }
        assertEquals(expected / 2, IntervalMeasures.crps(new double[] {0, 1.3}, levels, quantiles), 2e-4);
    }

    @Test
    void unevenLevelsStandForTheProbabilitiesAroundThem() {
        double[] levels = {0.1, 0.2, 0.9};
        double[][] quantiles = {{0}, {1}, {3}};
        // Weights 0.15, 0.4, 0.45; losses of the value 2: 0.2, 0.2, 0.1.
        assertEquals(
                2 * (0.15 * 0.2 + 0.4 * 0.2 + 0.45 * 0.1),
                IntervalMeasures.crps(new double[] {2}, levels, quantiles),
                1e-15);
        assertThrows(
                IllegalArgumentException.class,
                () -> IntervalMeasures.crps(new double[] {2}, new double[] {0.9, 0.1}, quantiles));
    }
}
