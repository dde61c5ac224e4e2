package lstm.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalDouble;
import java.util.Random;
import lstm.prepare.Bounds;
import lstm.prepare.Preparation;
import lstm.prepare.PreparationPlan;
import org.junit.jupiter.api.Test;

class RollingIntervalsTest {
    private static final double[] LEVELS = {0.8};

    @Test
    void anIntervalLiesBetweenTheRanksThatSplitConformalPredictionTakes() {
        Residuals residuals = Residuals.none(preparation(Bounds.NONE), 1, 1);
        for (int k = 1; k <= 19; k++) {
            // The farthest ones first, so that no later one lies outside.
            int far = k % 2 == 1 ? (k + 1) / 2 : 20 - k / 2;
            residuals.learn(0, 0, 50 + far, only(50), 50);
        }

        // Ranks floor(20 * 0.1) = 2 and ceil(20 * 0.9) = 18 of 1 .. 19.
        assertArrayEquals(new double[] {102, 118}, residuals.interval(0, 0, 0.8, only(100), 50), 1e-4);
        assertArrayEquals(new double[] {101, 119}, residuals.interval(0, 0, 0.999, only(100), 50), 1e-4);
    }

    @Test
    void tooFewResidualsMakeNoInterval() {
        Residuals residuals = Residuals.none(preparation(Bounds.NONE), 1, 1);
        for (int k = 1; k < Residuals.LEAST; k++) {
            residuals.learn(0, 0, k, only(0), 0);
        }
        assertTrue(Double.isNaN(residuals.interval(0, 0, 0.8, only(100), 50)[0]));
    }

    @Test
    void beyondTheStepsThatAreKnownIntervalsGrowWithTheSquareRoot() {
        Residuals residuals = Residuals.none(preparation(Bounds.NONE), 1, 2);
        for (int k = 1; k <= 19; k++) {
            residuals.learn(0, 1, k, only(0), 0);
        }
        double near = residuals.interval(0, 1, 0.8, only(0), 0)[1];
        assertEquals(near * Math.sqrt(8 / 2.0), residuals.interval(0, 7, 0.8, only(0), 0)[1], 1e-9);
    }

    @Test
    void intervalsKeepTheBounds() {
        Bounds bounds = new Bounds(OptionalDouble.of(0), OptionalDouble.of(10));
        Residuals residuals = Residuals.none(preparation(bounds), 1, 1);
        for (int k = 0; k <= 100; k++) {
            residuals.learn(0, 0, k * 37 % 101 - 50, only(0), 0);
        }
        assertArrayEquals(new double[] {0, 10}, residuals.interval(0, 0, 0.8, only(5), 5));
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

        // Naive on a line with slope 1 is off by the step.
        assertArrayEquals(new double[] {39 + 1, 39 + 2, 39 + 3}, run(columns, 40), 1e-3);
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
    void intervalsCoverAsManyTruthsAsTheySayEvenWhenForecastsStrayFarther() {
        Random random = new Random(11);
        double[][] columns = {new double[2000]};
        for (int row = 1; row < 2000; row++) {
            columns[0][row] = columns[0][row - 1] + 0.2 + random.nextGaussian();
        }
        RollingIntervals rolling =
                new RollingIntervals(Residuals.none(preparation(Bounds.NONE), 1, 1), columns, new BitSet());
        int covered = 0;
        for (int row = 1; row < 2000; row++) {
            // A forecast that has not heard of the last fifty rows, as one at the end of its range.
            double stale = columns[0][Math.max(0, row - 50)];
            double[] interval = rolling.next(row, Forecast.of(new double[][] {{stale}}), LEVELS)[0][0][0];
            covered += interval[0] <= columns[0][row] && columns[0][row] <= interval[1] ? 1 : 0;
        }
        assertEquals(0.8, covered / 1999.0, 0.02);
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
    void quantilesArePutRightByTheirOwnResiduals() {
        Residuals residuals = Residuals.none(preparation(Bounds.NONE), 3, 1);
        for (int k = 1; k <= 19; k++) {
            int far = k % 2 == 1 ? (k + 1) / 2 : 20 - k / 2;
            residuals.learn(0, 0, far, new double[] {0, 10, 20}, 0);
        }
        // Without the loss that says which quantiles they are, intervals are those around the middle one.
        assertArrayEquals(new double[] {92, 108}, residuals.interval(0, 0, 0.8, new double[] {0, 100, 300}, 0), 1e-4);
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
