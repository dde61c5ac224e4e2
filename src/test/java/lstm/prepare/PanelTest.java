package lstm.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import lstm.series.Series;
import lstm.series.StampKind;
import lstm.series.TargetReason;
import org.junit.jupiter.api.Test;

class PanelTest {
    private static final int LOOKBACK = 6;
    private static final int STEPS = 3;
    private static final IntToDoubleFunction WAVE = row -> 5 + StrictMath.sin(row) + row % 4;

    @Test
    void noWindowReachesFromOneSeriesToTheNext() {
        Panel panel =
                panel(ScalingMethod.STANDARD, List.of(), series(30, row -> row % 7), series(20, row -> 1000 + row % 5));
        Samples learn = panel.learn();
        Scaler scaler = panel.preparation().columns().get(0).base();
        int[] order = order(learn);
        float[] windows = new float[order.length * LOOKBACK];
        float[] truths = new float[order.length * STEPS];
        learn.read(order, 0, order.length, windows);
        learn.targets(order, 0, order.length, truths);

        assertEquals((27 - 8) + (17 - 8), order.length);
        for (int k = 0; k < order.length; k++) {
            boolean second = k >= 27 - 8;
            for (int t = 0; t < LOOKBACK; t++) {
                assertEquals(second, scaler.unscale(windows[t * order.length + k]) > 500, "window " + k);
            }
            for (int step = 0; step < STEPS; step++) {
                assertEquals(second, scaler.unscale(truths[k * STEPS + step]) > 500, "truth of window " + k);
            }
        }
    }

    @Test
    void anyOrderOfWindowsCanBeRead() {
        Panel panel = panel(ScalingMethod.WINDOW, List.of(), series(30, WAVE), series(20, row -> 70 - row * row));
        Samples learn = panel.learn();
        int[] order = order(learn);
        float[] all = new float[order.length * STEPS];
        learn.targets(order, 0, order.length, all);
        int last = order.length - 1;
        float[] some = new float[3 * STEPS];
        learn.targets(new int[] {9, last, 0, 19}, 1, 3, some);

        assertArrayEquals(Arrays.copyOfRange(all, last * STEPS, all.length), Arrays.copyOf(some, STEPS));
        assertArrayEquals(Arrays.copyOf(all, STEPS), Arrays.copyOfRange(some, STEPS, 2 * STEPS));
        assertArrayEquals(
                Arrays.copyOfRange(all, 19 * STEPS, 20 * STEPS), Arrays.copyOfRange(some, 2 * STEPS, 3 * STEPS));
    }

    /** In logarithms, or as a share of the range of the series. */
    @Test
    void errorsTimesTheirUnitsAreInTheUnitOfTheSeries() {
        for (Transform transform : List.of(Transform.LOG, Transform.NONE)) {
            PreparationPlan plan = plan(ScalingMethod.WINDOW, List.of()).toBuilder()
                    .transform(transform)
                    .build();
            List<Series> each = List.of(series(30, WAVE), series(20, row -> 9000 + 70 * row * row));
            Samples learn = Panel.of(plan, LOOKBACK, each, 0.1).learn();
            int last = learn.count() - 1;
            int[] ofEach = {3, last};
            float[] truths = new float[2 * STEPS];
            float[] units = new float[2 * STEPS];
            learn.targets(ofEach, 0, 2, truths);
            learn.units(ofEach, 0, 2, units);
            for (int k = 0; k < 2; k++) {
                double[] column = each.get(k).column(0);
                int row = k == 0 ? 3 + LOOKBACK : 17 - STEPS;
                double range = Arrays.stream(column, 0, k == 0 ? 27 : 17).max().orElseThrow()
                        - Arrays.stream(column, 0, k == 0 ? 27 : 17).min().orElseThrow();
                double expected = transform == Transform.LOG
                        ? StrictMath.log(column[row + 1] / column[row])
                        : (column[row + 1] - column[row]) / range;
                double found = truths[k * STEPS + 1] * units[k * STEPS + 1] - truths[k * STEPS] * units[k * STEPS];
                assertEquals(expected, found, 1e-5, transform + ", series " + k);
            }
        }
    }

    @Test
    void oneSeriesAloneIsPreparedAsEver() {
        Series only = series(40, WAVE);
        for (ScalingMethod scaling : ScalingMethod.values()) {
            PreparationPlan plan = plan(scaling, List.of());
            Panel panel = Panel.of(plan, LOOKBACK, List.of(only), 0.1);
            TrainingSet set = TrainingSet.of(plan, LOOKBACK, only, 0.1);

            assertEquals(set.preparation(), panel.preparation());
            assertFalse(panel.preparation().shared());
            assertArrayEquals(windows(set.learn()), windows(panel.learn()));
            assertArrayEquals(windows(set.validation()), windows(panel.validation()));
        }
    }

    @Test
    void everySeriesHoldsOutItsOwnLastRowsWhichNothingIsFittedTo() {
        for (ScalingMethod scaling : ScalingMethod.values()) {
            Panel before = panel(scaling, List.of(), series(40, WAVE), series(60, WAVE));
            Panel after = panel(
                    scaling,
                    List.of(),
                    series(40, row -> row < 36 ? WAVE.applyAsDouble(row) : 1e6),
                    series(60, row -> row < 54 ? WAVE.applyAsDouble(row) : -1e6));

            assertEquals(
                    List.of(new Split(40, 34), new Split(60, 54)),
                    before.parts().stream().map(TrainingSet::split).toList());
            assertEquals(6 + 6, before.heldRows());
            assertEquals(before.preparation(), after.preparation());
            assertArrayEquals(windows(before.learn()), windows(after.learn()));
        }
    }

    @Test
    void ofVeryManySeriesEvenlySpacedOnesThatCountAreScored() {
        Panel few = panel(ScalingMethod.MIN_MAX, List.of(), series(40, WAVE), series(60, WAVE));
        assertEquals(List.of(0, 1), few.sampled());
        assertSame(few, few.sample());

        List<TrainingSet> parts = new ArrayList<>(
                Collections.nCopies(3 * Panel.MOST_SCORED, few.parts().get(0)));
        Panel many = new Panel(few.preparation(), parts, List.of());
        List<Integer> third =
                IntStream.range(0, Panel.MOST_SCORED).mapToObj(k -> 3 * k).toList();
        assertEquals(third, many.sampled());
        assertEquals(Panel.MOST_SCORED, many.sample().parts().size());
        int each = parts.get(0).validation().count();
        assertEquals(each * Panel.MOST_SCORED, many.validation().count());
        assertEquals(parts.get(0).learn().count() * parts.size(), many.learn().count(), "all are learned from");

        List<Double> odd =
                IntStream.range(0, parts.size()).mapToObj(k -> k % 2 * 2.0).toList();
        Panel weighed = new Panel(few.preparation(), parts, odd);
        assertTrue(weighed.sampled().stream().allMatch(k -> k % 2 == 1), "others count for nothing");
        assertEquals(
                Collections.nCopies(Panel.MOST_SCORED, 2.0), weighed.sample().weights());
        assertEquals(2, many(few, 2).sampled().size());
    }

    /** The same with 15,000 series, of which the first ones alone count. */
    private static Panel many(Panel few, int counted) {
        int all = 3 * Panel.MOST_SCORED;
        List<Double> weights =
                IntStream.range(0, all).mapToObj(k -> k < counted ? 1.0 : 0.0).toList();
        return new Panel(few.preparation(), Collections.nCopies(all, few.parts().get(0)), weights);
    }

    @Test
    void whatIsFittedIsFittedToAllSeriesTogether() {
        Panel panel =
                panel(ScalingMethod.MIN_MAX, List.of(), series(40, row -> row % 5), series(40, row -> 10 + row % 3));

        assertEquals(new Scaler(0, 12), panel.preparation().columns().get(0).base());
    }

    @Test
    void windowsThatAreScaledEachByItselfLookAlikeInSeriesOfAnySize() {
        Panel panel = panel(
                ScalingMethod.WINDOW,
                List.of(),
                series(40, WAVE),
                series(40, row -> 1e6 * WAVE.applyAsDouble(row) - 7e9));
        float[] windows = windows(panel.learn());
        int each = panel.parts().get(0).learn().count();

        for (int t = 0; t < LOOKBACK; t++) {
            for (int k = 0; k < each; k++) {
                assertEquals(windows[t * 2 * each + k], windows[t * 2 * each + each + k], 1e-4);
            }
        }
    }

    @Test
    void nothingOfTheSizeOfASeriesIsKept() {
        Panel panel = panel(ScalingMethod.WINDOW, List.of(), series(40, WAVE), series(40, row -> 1e6 + row % 3));

        assertEquals(Scaler.IDENTITY, panel.preparation().columns().get(0).base());
        assertTrue(panel.preparation().shared());
    }

    @Test
    void aNetworkThatGivesNoResidualForecastsTheMeanOfTheValuesSomeRowsBefore() {
        Series series = series(40, WAVE);
        for (ScalingMethod scaling : ScalingMethod.values()) {
            Panel panel = panel(scaling, List.of(2, 6), series, series(40, row -> 100 * WAVE.applyAsDouble(row)));
            ForecastRollout path =
                    new ForecastRollout(panel.preparation(), series.values(), Rows.numbers(60), 30, STEPS);
            path.take(panel.preparation().naiveOutputs().orElseThrow(), 0);

            double[] y = series.column(0);
            double[] expected = {(y[28] + y[24]) / 2, (y[29] + y[25]) / 2, (y[28] + y[26]) / 2};
            assertArrayEquals(expected, path.forecasts(0, STEPS), 1e-5, scaling.toString());
        }
    }

    @Test
    void theTruthOfAResidualLeadsToTheTrueValue() {
        Series series = series(40, WAVE);
        for (ScalingMethod scaling : ScalingMethod.values()) {
            Panel panel = panel(scaling, List.of(1, 4), series, series(40, row -> WAVE.applyAsDouble(row) - 3));
            float[] truth = new float[STEPS];
            panel.learn().targets(new int[] {5}, 0, 1, truth);
            ForecastRollout path =
                    new ForecastRollout(panel.preparation(), series.values(), Rows.numbers(60), 5 + LOOKBACK, STEPS);
            path.take(truth, 0);

            double[] expected = Arrays.copyOfRange(series.column(0), 5 + LOOKBACK, 5 + LOOKBACK + STEPS);
            // A window may be stretched a little less in a series that varies more elsewhere.
            assertArrayEquals(expected, path.forecasts(0, STEPS), 1e-4, scaling.toString());
        }
    }

    @Test
    void aResidualOverARowBeforeTheWindowIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> panel(ScalingMethod.WINDOW, List.of(LOOKBACK + 1), series(40, WAVE), series(40, WAVE)));
    }

    private static Panel panel(ScalingMethod scaling, List<Integer> residual, Series... each) {
        return Panel.of(plan(scaling, residual), LOOKBACK, List.of(each), 0.1);
    }

    private static PreparationPlan plan(ScalingMethod scaling, List<Integer> residual) {
        return PreparationPlan.CLASSIC.toBuilder()
                .scaling(scaling)
                .horizon(STEPS)
                .strategy(Strategy.DIRECT)
                .residual(residual)
                .build();
    }

    private static Series series(int rows, IntToDoubleFunction value) {
        double[] column = new double[rows];
        Arrays.setAll(column, value);
        return new Series(
                "made",
                List.of("y"),
                new double[][] {column},
                Rows.numbers(rows),
                StampKind.NONE,
                Optional.empty(),
                TargetReason.ONLY_NUMERIC,
                List.of());
    }

    private static int[] order(Samples samples) {
        int[] order = new int[samples.count()];
        Arrays.setAll(order, k -> k);
        return order;
    }

    private static float[] windows(Samples samples) {
        int[] order = order(samples);
        float[] windows = new float[order.length * LOOKBACK];
        samples.read(order, 0, order.length, windows);
        return windows;
    }
}
