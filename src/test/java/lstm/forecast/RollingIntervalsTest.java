package lstm.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import lstm.prepare.Bounds;
import lstm.prepare.Preparation;
import lstm.prepare.PreparationPlan;
import org.junit.jupiter.api.Test;

class RollingIntervalsTest {
    private static final double[] LEVELS = {0.8};

    @Test
    void anEndLiesAtTheRankThatSplitConformalPredictionTakes() {
        ConformalEnds ends = new ConformalEnds();
        for (int k = 1; k <= 19; k++) {
            // The farthest ones first, so that no later one lies outside.
            ends.push(k % 2 == 1 ? (k + 1) / 2 : 20 - k / 2);
        }

        // Ranks floor(20 * 0.1) = 2 and ceil(20 * 0.9) = 18 of 1 .. 19.
        assertEquals(2, ends.end(0.1));
        assertEquals(18, ends.end(0.9));
        assertEquals(1, ends.end(0.0005));
        assertEquals(19, ends.end(0.9995));
        assertTrue(ends.isBeyond(0.9995) && !ends.isBeyond(0.9));
    }

    @Test
    void withoutAResidualThereIsNoInterval() {
        Residuals residuals = Residuals.none(preparation(Bounds.NONE), 1, 1);
        assertTrue(Double.isNaN(residuals.intervals(0, 0, LEVELS, only(100), 50)[0][0]));
    }

    @Test
    void aStepWithFewResidualsOrNoneBorrowsFromTheOthers() {
        Residuals residuals = Residuals.none(preparation(Bounds.NONE), 1, 4);
        for (int k = 0; k < 6; k++) {
            double sign = k % 2 == 0 ? 1 : -1;
            residuals.learn(0, 0, sign * 1, only(0), 0);
            residuals.learn(0, 1, sign * 2, only(0), 0);
        }
        double[] upper = IntStream.range(0, 4)
                .mapToDouble(step -> residuals.intervals(0, step, LEVELS, only(0), 0)[0][1])
                .toArray();
        // A root mean square of 1, growing with the step; ten degrees of freedom at least.
        double quantile = StudentQuantiles.of(0.9, 6);
        assertArrayEquals(
                new double[] {1, 2, 3, 4},
                Arrays.stream(upper).map(end -> end / quantile).toArray(),
                1e-6);
    }

    @Test
    void theMoreResidualsThereAreTheLessTheyAreWidened() {
        assertEquals(1.372 * Math.sqrt(1.1), StudentQuantiles.of(0.9, 1), 1e-3);
        assertEquals(1.2858 * Math.sqrt(1.005), StudentQuantiles.of(0.9, 1e6), 1e-3);
        assertEquals(0, StudentQuantiles.of(0.5, 20));
    }

    @Test
    void intervalsContainTheForecastAndWiderOnesContainNarrowerOnesWhateverTheResiduals() {
        long seed = Long.getLong("seed", 17);
        Random random = new Random(seed);
        double[] levels = {0.95, 0.5, 0.8};
        for (int round = 0; round < 300; round++) {
            Residuals residuals = Residuals.none(preparation(Bounds.NONE), 1, 3);
            double bias = 4 * random.nextGaussian();
            int count = 1 + random.nextInt(60);
            for (int k = 0; k < count; k++) {
                residuals.learn(0, random.nextInt(3), bias + random.nextGaussian(), only(0), 0);
            }
            for (int step = 0; step < 5; step++) {
                double[][] ends = residuals.intervals(0, step, levels, only(7), 0);
                String said = "seed " + seed + ", round " + round + ": " + Arrays.deepToString(ends);
                assertTrue(ends[1][0] <= 7 && 7 <= ends[1][1], said);
                assertTrue(ends[2][0] <= ends[1][0] && ends[1][1] <= ends[2][1], said);
                assertTrue(ends[0][0] <= ends[2][0] && ends[2][1] <= ends[0][1], said);
                assertTrue(ends[2][1] - ends[2][0] > ends[1][1] - ends[1][0], said);
                assertTrue(ends[0][1] - ends[0][0] > ends[2][1] - ends[2][0], said);
            }
        }
    }

    @Test
    void overlappingForecastsAreWorthFewerResiduals() {
        ConformalEnds apart = new ConformalEnds();
        ConformalEnds alike = new ConformalEnds();
        for (int k = 0; k < 100; k++) {
            apart.push(k % 2 == 0 ? 1 : -1);
            alike.push(k % 20 < 10 ? 1 : -1);
        }
        assertEquals(100, apart.independent());
        assertTrue(alike.independent() < 20, alike.independent() + " of 100");
    }

    @Test
    void beyondTheStepsThatAreKnownIntervalsGrowWithTheSquareRoot() {
        Residuals residuals = Residuals.none(preparation(Bounds.NONE), 1, 2);
        for (int k = 1; k <= 19; k++) {
            residuals.learn(0, 1, k, only(0), 0);
        }
        double near = residuals.intervals(0, 1, LEVELS, only(0), 0)[0][1];
        assertEquals(near * Math.sqrt(8 / 2.0), residuals.intervals(0, 7, LEVELS, only(0), 0)[0][1], 1e-9);
    }

    @Test
    void intervalsKeepTheBounds() {
        Bounds bounds = new Bounds(OptionalDouble.of(0), OptionalDouble.of(10));
        Residuals residuals = Residuals.none(preparation(bounds), 1, 1);
        for (int k = 0; k <= 100; k++) {
            residuals.learn(0, 0, k * 37 % 101 - 50, only(0), 0);
        }
        assertArrayEquals(new double[] {0, 10}, residuals.intervals(0, 0, LEVELS, only(5), 5)[0]);
    }

    @Test
    void onlyTruthsBeforeTheOriginAreLearned() {
        double[][] columns = {new double[60]};
        Arrays.setAll(columns[0], row -> row);
        double[][] later = {columns[0].clone()};
        Arrays.fill(later[0], 40, 60, 1e6);

        assertArrayEquals(run(columns, 40), run(later, 40));
    }

    private static double[] run(double[][] columns, int last) {
        RollingIntervals rolling =
                new RollingIntervals(Residuals.none(preparation(Bounds.NONE), 1, 3), columns, new BitSet());
        double[] upper = new double[0];
        for (int origin = 5; origin <= last; origin++) {
            double[][] forecasts = {{origin - 1, origin - 1, origin - 1}};
            double[][][] intervals = rolling.next(origin, Forecast.of(forecasts), LEVELS)[0];
            upper = Arrays.stream(intervals).mapToDouble(step -> step[0][1]).toArray();
        }
        return upper;
    }

    @Test
    void errorsOfALineGrowWithTheStepsAndSoDoTheIntervals() {
        double[][] columns = {new double[60]};
        Arrays.setAll(columns[0], row -> row);

        // Naive on a line with slope 1 is off by the step, and forecasts that overlap tell less of it.
        double[] upper = run(columns, 40);
        assertEquals(39 + 1, upper[0], 0.1);
        assertTrue(upper[1] > 39 + 2 && upper[2] > upper[1] && upper[2] > 39 + 3, Arrays.toString(upper));
    }

    @Test
    void intervalsCoverAsManyTruthsAsTheySayEvenWhenErrorsGrow() {
        long seed = 7;
        Random random = new Random(seed);
        double[][] columns = {new double[3000]};
        for (int row = 1; row < 3000; row++) {
            columns[0][row] = random.nextGaussian() * (1 + row / 500.0);
        }
        RollingIntervals rolling =
                new RollingIntervals(Residuals.none(preparation(Bounds.NONE), 1, 1), columns, new BitSet());
        int covered = 0;
        for (int row = 1; row < 3000; row++) {
            double[] interval = rolling.next(row, Forecast.of(new double[][] {{0}}), LEVELS)[0][0][0];
            covered += interval[0] <= columns[0][row] && columns[0][row] <= interval[1] ? 1 : 0;
        }
        assertEquals(0.8, covered / 3000.0, 0.03);
    }

    @Test
    void anEndLeavesOutAsManyTruthsAsItSaysEvenWhenForecastsStrayFarther() {
        Random random = new Random(11);
        double[][] columns = {new double[2000]};
        for (int row = 1; row < 2000; row++) {
            columns[0][row] = columns[0][row - 1] + 0.2 + random.nextGaussian();
        }
        RollingIntervals rolling =
                new RollingIntervals(Residuals.none(preparation(Bounds.NONE), 1, 1), columns, new BitSet());
        int above = 0;
        for (int row = 1; row < 2000; row++) {
            // A forecast that has not heard of the last fifty rows, as one at the end of its range.
            double stale = columns[0][Math.max(0, row - 50)];
            double[] interval = rolling.next(row, Forecast.of(new double[][] {{stale}}), LEVELS)[0][0][0];
            above += columns[0][row] > interval[1] ? 1 : 0;
        }
        // Forecasts are too low, so the lower end is often the forecast itself and leaves out fewer.
        assertEquals(0.1, above / 1999.0, 0.02);
    }

    @Test
    void anEndThatHasJustFailedMovesOutwardsAndAnEndThatHoldsComesBack() {
        ConformalEnds misses = new ConformalEnds();
        for (int k = 0; k < 100; k++) {
            misses.push((k * 37) % 100);
        }
        double before = misses.end(0.9);
        misses.push(1000);
        misses.push(1000);
        double after = misses.end(0.9);
        assertTrue(after > before, after + " after " + before);
        for (int k = 0; k < 60; k++) {
            misses.push(50);
        }
        assertTrue(misses.end(0.9) < after, misses.end(0.9) + " at last");
    }

    @Test
    void anEndDoesNotDependOnWhenItWasFirstAskedFor() {
        ConformalEnds asked = new ConformalEnds();
        ConformalEnds later = new ConformalEnds();
        Random random = new Random(3);
        for (int k = 0; k < 150; k++) {
            float residual = (float) random.nextGaussian();
            asked.push(residual);
            asked.end(0.1);
            later.push(residual);
        }
        assertEquals(asked.end(0.1), later.end(0.1));
    }

    @Test
    void intervalsOfAModelWithQuantilesMayBeMadeAroundTheMiddleOne() {
        Residuals three = Residuals.none(preparation(Bounds.NONE), 3, 1);
        Residuals one = Residuals.none(preparation(Bounds.NONE), 1, 1);
        for (int k = 1; k <= 39; k++) {
            int far = k % 2 == 1 ? k - 20 : 20 - k;
            three.learn(0, 0, far, new double[] {-10, 0, 10}, 0);
            one.learn(0, 0, far, only(0), 0);
        }
        assertArrayEquals(
                one.intervals(0, 0, LEVELS, only(100), 0)[0],
                three.intervals(0, 0, LEVELS, new double[] {0, 100, 300}, 0)[0]);
    }

    private static double[] only(double forecast) {
        return new double[] {forecast};
    }

    private static Preparation preparation(Bounds bounds) {
        PreparationPlan plan =
                PreparationPlan.CLASSIC.toBuilder().bounds(bounds).build();
        return Preparation.fit(plan, 2, new double[][] {{0, 1, 2, 3}}, new BitSet(), 4);
    }
}
