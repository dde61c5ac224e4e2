package lstm.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import lstm.series.Series;
import lstm.series.StampKind;
import lstm.series.TargetReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Windows whose first rows are padding. */
class WindowTest {
    private static final int LOOKBACK = 8;
    private static final int STEPS = 3;
    private static final int ROWS = 60;

    @Test
    void padsAFifthOfTheWindowsToLearnFromAndLeavesAtLeastAQuarterOfEach() {
        List<Window> padded = IntStream.range(0, 10_000)
                .mapToObj(first -> Window.toLearn(3, first, LOOKBACK))
                .filter(window -> window.padded() > 0)
                .toList();

        assertEquals(2_000, padded.size(), 150);
        assertArrayEquals(
                new int[] {1, 2, 3, 4, 5, 6},
                padded.stream().mapToInt(Window::padded).distinct().sorted().toArray());
        assertEquals(Window.whole(5), Window.toLearn(3, 5, 1), "there is nothing to pad in a window of one row");
        assertEquals(padded.get(0), Window.toLearn(3, padded.get(0).first(), LOOKBACK), "the same in every epoch");
    }

    @ParameterizedTest
    @EnumSource(ScalingMethod.class)
    void aSeriesThatHasOnlyBegunLooksAsPaddedWindowsDoInTraining(ScalingMethod scaling) {
        Series whole = series(ROWS);
        Preparation preparation = panel(scaling, Transform.NONE).preparation();
        ScaledSeries learned = ScaledSeries.of(
                preparation.forSeries(whole.values(), new BitSet(), 0, ROWS), whole.values(), whole.stamps());
        for (int rows = preparation.leastRows(); rows <= LOOKBACK; rows++) {
            int first = 30 - LOOKBACK;
            int padded = LOOKBACK - rows;
            double[] shown = Arrays.copyOfRange(whole.column(0), first + padded, 30 + STEPS);
            ForecastRollout begun =
                    new ForecastRollout(preparation, new double[][] {shown}, Rows.numbers(shown.length), rows, STEPS);

            float[] seen = new float[LOOKBACK + 1];
            begun.read(0, 1, seen);
            float[] taught = new float[LOOKBACK + 1];
            learned.read(new Window(first, padded), 0, 1, taught);
            assertArrayEquals(taught, seen, 1e-4f, rows + " rows");
            assertEquals((float) padded / LOOKBACK, seen[LOOKBACK]);
            double mean = IntStream.range(padded, LOOKBACK)
                    .mapToDouble(t -> seen[t])
                    .average()
                    .orElseThrow();
            for (int t = 0; t < padded; t++) {
                assertEquals(mean, seen[t], 1e-5);
            }

            float[] truth = new float[STEPS];
            learned.truth(new Window(first, padded), truth, 0);
            begun.take(truth, 0);
            assertArrayEquals(Arrays.copyOfRange(shown, rows, rows + STEPS), begun.forecasts(0, STEPS), 1e-3);
        }
    }

    @Test
    void rowsThatATransformLooksBackToAreNeededAsWell() {
        Preparation preparation =
                panel(ScalingMethod.WINDOW, Transform.SEASONAL_DIFFERENCE).preparation();
        assertEquals(2 + 5, preparation.leastRows());
        double[] values = Arrays.copyOf(series(ROWS).column(0), 7 + STEPS);
        ForecastRollout begun =
                new ForecastRollout(preparation, new double[][] {values}, Rows.numbers(values.length), 7, STEPS);

        float[] seen = new float[LOOKBACK + 1];
        begun.read(0, 1, seen);

        assertEquals((float) 6 / LOOKBACK, seen[LOOKBACK]);
        assertTrue(seen[6] * seen[7] < 0, "two differences on either side of their mean");
    }

    @Test
    void theWindowsThatChooseTheEpochAreWhole() {
        Panel panel = panel(ScalingMethod.STANDARD, Transform.NONE);

        assertEquals(0, shares(panel.validation()).max().orElseThrow());
        assertTrue(shares(panel.learn()).max().orElseThrow() > 0);
    }

    @Test
    void oneSeriesIsNotPadded() {
        PreparationPlan plan =
                panel(ScalingMethod.WINDOW, Transform.NONE).preparation().plan();
        assertThrows(IllegalArgumentException.class, () -> TrainingSet.of(plan, LOOKBACK, series(ROWS), 0.2));
    }

    private static DoubleStream shares(Samples samples) {
        int n = samples.count();
        float[] windows = new float[n * (LOOKBACK + 1)];
        samples.read(IntStream.range(0, n).toArray(), 0, n, windows);
        return IntStream.range(0, n).mapToDouble(k -> windows[LOOKBACK * n + k]);
    }

    private static Panel panel(ScalingMethod scaling, Transform transform) {
        PreparationPlan plan = PreparationPlan.CLASSIC.toBuilder()
                .scaling(scaling)
                .transform(transform)
                .season(5)
                .horizon(STEPS)
                .strategy(Strategy.DIRECT)
                .residual(List.of(2, 5))
                .cold(ColdStart.PAD)
                .build();
        return Panel.of(plan, LOOKBACK, List.of(series(ROWS), series(ROWS - 7)), 0.2);
    }

    private static Series series(int rows) {
        double[] column = new double[rows];
        Arrays.setAll(column, row -> 5 + StrictMath.sin(row) + row % 4);
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
}
