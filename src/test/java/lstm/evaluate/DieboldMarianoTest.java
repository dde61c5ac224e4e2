package lstm.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import lstm.evaluate.DieboldMariano.ErrorLoss;
import lstm.model.PairedTest;
import org.junit.jupiter.api.Test;

class DieboldMarianoTest {
    private static final double[] ZEROS = new double[5];
    private static final double[] ONE = {1, 2, 0, 1, 1};
    private static final double[] OTHER = {2, 1, 2, 2, 3};

    @Test
    void theStatisticIsThatComputedByHand() {
        // d = -3, 3, -4, -3, -8: mean -3, variance (0 + 36 + 1 + 0 + 25) / 5 = 12.4, correction (5 + 1 - 2) / 5.
        double expected = -3 / Math.sqrt(12.4 / 5) * Math.sqrt(4.0 / 5);
        PairedTest test = DieboldMariano.test(ZEROS, ONE, OTHER, 1).orElseThrow();
        assertEquals(expected, test.statistic(), 1e-14);
        assertEquals(studentTails(expected, 4), test.pValue(), 1e-12);
        PairedTest turned = DieboldMariano.test(ZEROS, OTHER, ONE, 1).orElseThrow();
        assertEquals(-test.statistic(), turned.statistic(), 1e-14);
        assertEquals(test.pValue(), turned.pValue(), 1e-14);
    }

    @Test
    void severalStepsAheadCovariancesCount() {
        double[] one = {0, 0, 1, 1, 0};
        double[] other = {1, 1, 0, 0, 0};
        // d = -1, -1, 1, 1, 0: mean 0, gamma0 4/5, gamma1 (1 - 1 + 1 + 0) / 5.
        assertEquals(
                new PairedTest(0, 1), DieboldMariano.test(ZEROS, one, other, 2).orElseThrow());
        double[] shifted = {1, 1, 0, 0, 1};
        // d = -1, -1, 1, 1, -1: mean -1/5; squares .64 .64 1.44 1.44 .64; products .64 -.96 1.44 -.96.
        double variance = 4.8 / 5 + 2 * 0.16 / 5;
        double correction = (5 + 1 - 4 + 2.0 / 5) / 5;
        PairedTest test = DieboldMariano.test(ZEROS, one, shifted, 2).orElseThrow();
        assertEquals(-0.2 / Math.sqrt(variance / 5) * Math.sqrt(correction), test.statistic(), 1e-14);
    }

    @Test
    void aVarianceThatIsNotPositiveIsTakenWithFadingWeights() {
        double[] one = {2, 0, 2, 0, 2, 0};
        double[] other = {0, 1, 0, 1, 0, 1};
        double[] actual = new double[6];
        // |d| = 2, -1, 2, -1, 2, -1: mean 0.5, gamma0 2.25, gamma1 -2.25 * 5 / 6: 2.25 - 3.75 < 0.
        double variance = 2.25 - 2 * 0.5 * 2.25 * 5 / 6;
        double correction = (6 + 1 - 4 + 2.0 / 6) / 6;
        PairedTest test =
                DieboldMariano.test(actual, one, other, 2, ErrorLoss.ABSOLUTE).orElseThrow();
        assertEquals(0.5 / Math.sqrt(variance / 6) * Math.sqrt(correction), test.statistic(), 1e-14);
    }

    @Test
    void whereThereIsNothingToTellThereIsNoTest() {
        double[] one = {1};
        assertEquals(Optional.empty(), DieboldMariano.test(one, one, one, 1));
        double[] three = new double[3];
        assertEquals(Optional.empty(), DieboldMariano.test(three, three, new double[] {0, 1, 2}, 3));
        double[] ones = {1, 1, 1};
        assertEquals(Optional.empty(), DieboldMariano.test(three, three, ones, 1), "always worse by the same");
        assertEquals(Optional.of(new PairedTest(0, 1)), DieboldMariano.test(three, ones, ones, 1));
    }

    @Test
    void theSizeOfErrorsChangesNothing() {
        PairedTest test = DieboldMariano.test(ZEROS, ONE, OTHER, 1).orElseThrow();
        for (int size : new int[] {-1070, -300, 300, 1020}) {
            double[] one = new double[5];
            double[] other = new double[5];
            for (int k = 0; k < 5; k++) {
                one[k] = Math.scalb(ONE[k], size);
                other[k] = Math.scalb(OTHER[k], size);
            }
            assertEquals(test, DieboldMariano.test(ZEROS, one, other, 1).orElseThrow(), "2^" + size);
        }
    }

    @Test
    void ofEquallyGoodForecastsOneInTwentyDiffersByLessThanAFiveInHundredChance() {
        String asked = System.getProperty("seed", "");
        long seed = asked.isEmpty() ? new Random().nextLong() : Long.parseLong(asked);
        System.out.println("DieboldMarianoTest seed " + seed);
        Random random = new Random(seed);
        int rounds = 4000;
        int seen = 0;
        double[] actual = new double[40];
        for (int round = 0; round < rounds; round++) {
            double[] one = random.doubles(40).map(x -> x - 0.5).toArray();
            double[] other = random.doubles(40).map(x -> x - 0.5).toArray();
            seen += DieboldMariano.test(actual, one, other, 1).orElseThrow().isHardlyChance() ? 1 : 0;
        }
        // Six deviations of the binomial distribution either way.
        assertEquals(0.05, (double) seen / rounds, 0.021, "seed " + seed);
    }

    /** Both tails of Student's t with four degrees of freedom, by its closed form. */
    private static double studentTails(double t, int degrees) {
        assertEquals(4, degrees);
        double s = Math.abs(t) / Math.sqrt(4 + t * t);
        double cumulative = 0.5 + 0.75 * (s - s * s * s / 3);
        return 2 * (1 - cumulative);
    }

    /** Means over as many rows as overlap, of two methods that are equally good. */
    private static double[] means(Random random, int count, int horizon) {
        double[] rows = random.doubles(count + horizon - 1, -1, 1).toArray();
        double[] means = new double[count];
        for (int origin = 0; origin < count; origin++) {
            for (int step = 0; step < horizon; step++) {
                means[origin] += rows[origin + step] / horizon;
            }
        }
        return means;
    }

    @Test
    void meansOfOverlappingStepsRarelyCallChanceADifference() {
        Random random = new Random(4);
        for (int horizon : new int[] {1, 2, 5, 12}) {
            for (int horizons : new int[] {2, 4, 8}) {
                int found = 0;
                for (int round = 0; round < 400; round++) {
                    PairedTest test = DieboldMariano.testOfMeans(means(random, horizons * horizon, horizon), horizon)
                            .orElseThrow();
                    found += test.isHardlyChance() ? 1 : 0;
                }
                assertTrue(found <= 48, found + " of 400 with " + horizons + " horizons of " + horizon);
            }
        }
    }

    @Test
    void fewerThanTwoHorizonsOfOriginsTellNothing() {
        assertEquals(Optional.empty(), DieboldMariano.testOfMeans(means(new Random(5), 23, 12), 12));
    }
}
