package lstm.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lstm.calendar.CalendarFeature;
import lstm.series.StampColumn;
import lstm.statistics.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is done to a series before the network sees it, is undone in what the network gives. */
class PreparationTest {
    private static final int LOOKBACK = 8;
    private static final int SEASON = 4;
    private static final int ROWS = 60;

    static Stream<Arguments> plans() {
        return Stream.of(Transform.values())
                .flatMap(transform -> Stream.of(ScalingMethod.values()).flatMap(scaling -> Stream.of(Strategy.values())
                        .map(strategy -> Arguments.of(transform, scaling, strategy))));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void aNetworkThatGivesTheTruthForecastsTheTruth(Transform transform, ScalingMethod scaling, Strategy strategy) {
        double[] y = walk(1);
        PreparationPlan plan = Rows.plan(transform, scaling, SEASON, 3, strategy);
        StampColumn stamps = Rows.numbers(ROWS);
        Preparation preparation = Preparation.fit(plan, LOOKBACK, new double[][] {y}, new BitSet(), 50);
        ScaledSeries series = ScaledSeries.of(preparation, new double[][] {y}, stamps);
        int origin = 52;
        double[] hidden = y.clone();
        Arrays.fill(hidden, origin, ROWS, Double.NaN);
        ForecastRollout path = new ForecastRollout(preparation, new double[][] {hidden}, stamps, origin, 6);

        for (int row = origin; row < origin + 6; row += plan.outputSteps()) {
            float[] truth = new float[plan.outputs()];
            series.truth(Window.whole(row - LOOKBACK), truth, 0);
            path.take(truth, 0);
        }

        assertArrayEquals(Arrays.copyOfRange(y, origin, origin + 6), path.forecasts(0, 6), 1e-3);
    }

    @ParameterizedTest
    @MethodSource("plans")
    void theWindowAtAnOriginIsTheOneThatIsLearnedFrom(Transform transform, ScalingMethod scaling, Strategy strategy) {
        double[] y = walk(2);
        PreparationPlan plan = Rows.plan(transform, scaling, SEASON, 2, strategy);
        TrainingSet set = Rows.set(plan, new double[][] {y}, LOOKBACK, 0.2);
        int last = set.validation().count() - 1;
        float[] learned = new float[LOOKBACK];
        set.validation().read(new int[] {last}, 0, 1, learned);
        double[] hidden = y.clone();
        int origin = ROWS - plan.outputSteps();
        Arrays.fill(hidden, origin, ROWS, Double.NaN);

        float[] forecast = new float[LOOKBACK];
        new ForecastRollout(set.preparation(), new double[][] {hidden}, Rows.numbers(ROWS), origin, 2)
                .read(0, 1, forecast);

        assertArrayEquals(learned, forecast);
    }

    @ParameterizedTest
    @MethodSource("plans")
    void nothingFittedDependsOnLaterRows(Transform transform, ScalingMethod scaling, Strategy strategy) {
        PreparationPlan plan = Rows.plan(transform, scaling, SEASON, 2, strategy);
        double[] y = walk(3);
        Preparation before = Preparation.fit(plan, LOOKBACK, new double[][] {y}, new BitSet(), 40);
        Arrays.fill(y, 40, ROWS, 1e6);

        assertEquals(before, Preparation.fit(plan, LOOKBACK, new double[][] {y}, new BitSet(), 40));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void aConstantColumnIsForecastAsItself(Transform transform, ScalingMethod scaling, Strategy strategy) {
        double[] y = new double[ROWS];
        Arrays.fill(y, 7);
        PreparationPlan plan = Rows.plan(transform, scaling, SEASON, 1, strategy);
        Preparation preparation = Preparation.fit(plan, LOOKBACK, new double[][] {y}, new BitSet(), 50);
        ScaledSeries series = ScaledSeries.of(preparation, new double[][] {y}, Rows.numbers(ROWS));
        float[] truth = new float[1];
        series.truth(Window.whole(30), truth, 0);
        ForecastRollout path = new ForecastRollout(preparation, new double[][] {y}, Rows.numbers(ROWS), 50, 1);

        path.take(truth, 0);

        assertEquals(7, path.forecasts(0, 1)[0], 1e-6);
    }

    @Test
    void whatIsKnownAheadEntersAsManyStepsEarlyAsTheNetworkForecasts() {
        double[] known = new double[ROWS];
        Arrays.setAll(known, row -> row);
        PreparationPlan plan = PreparationPlan.CLASSIC.toBuilder()
                .ahead(1)
                .horizon(3)
                .strategy(Strategy.DIRECT)
                .build();
        double[][] columns = {walk(4), known};
        Preparation preparation = Preparation.fit(plan, LOOKBACK, columns, new BitSet(), ROWS);
        float[] window = new float[2 * LOOKBACK];

        new ForecastRollout(preparation, columns, Rows.numbers(ROWS), 40, 3).read(0, 1, window);

        float last = window[2 * LOOKBACK - 1];
        assertEquals(42, preparation.columns().get(1).base().unscale(last), 1e-4);
    }

    @Test
    void aWeekdayIsAPlaceOnACircle() {
        float[] monday = new float[2];
        float[] nextMonday = new float[2];
        float[] sunday = new float[2];
        long start = 1_577_836_800L + 5 * 86_400; // Monday 2020-01-06
        CalendarFeature.WEEKDAY.write(start, monday, 0);
        CalendarFeature.WEEKDAY.write(start + 7 * 86_400, nextMonday, 0);
        CalendarFeature.WEEKDAY.write(start - 86_400, sunday, 0);

        assertArrayEquals(new float[] {0, 1}, monday);
        assertArrayEquals(monday, nextMonday);
        assertEquals(2 * Math.sin(Math.PI / 7), Math.hypot(monday[0] - sunday[0], monday[1] - sunday[1]), 1e-6);
    }

    @Test
    void forecastsAreKeptWithinTheBounds() {
        PreparationPlan plan = PreparationPlan.CLASSIC.toBuilder()
                .bounds(new Bounds(java.util.OptionalDouble.of(90), java.util.OptionalDouble.of(95)))
                .build();
        double[][] columns = {walk(5)};
        Preparation preparation = Preparation.fit(plan, LOOKBACK, columns, new BitSet(), ROWS);
        ForecastRollout path = new ForecastRollout(preparation, columns, Rows.numbers(ROWS), 50, 2);

        path.take(new float[] {-100}, 0);
        path.take(new float[] {100}, 0);

        assertArrayEquals(new double[] {90, 95}, path.forecasts(0, 2));
    }

    @Test
    void scalersAreThoseComputedByHand() {
        double[] values = {1, 2, 3, 4, 10};
        assertEquals(new Scaler(1, 9), ScalingMethod.MIN_MAX.fit(Values.of(values)));
        assertEquals(4, ScalingMethod.STANDARD.fit(Values.of(values)).offset(), 1e-12);
        assertEquals(
                Math.sqrt(10), ScalingMethod.STANDARD.fit(Values.of(values)).scale(), 1e-12);
        assertEquals(new Scaler(3, 2), ScalingMethod.ROBUST.fit(Values.of(values)));
        assertThrows(IllegalArgumentException.class, () -> ScalingMethod.MIN_MAX.fit(Values.of()));
        assertThrows(IllegalArgumentException.class, () -> new Scaler(Double.NaN, 1));
    }

    private static double[] walk(long seed) {
        Random random = new Random(seed);
        double[] values = new double[ROWS];
        double value = 100;
        for (int row = 0; row < ROWS; row++) {
            value += random.nextGaussian();
            values[row] = value;
        }
        return values;
    }

    @Test
    void valuesWhoseSquaresOverflowOrVanishAreStandardised() {
        for (double size : new double[] {1, 0x1p-1000, 0x1p900}) {
            Scaler scaler = ScalingMethod.STANDARD.fit(Values.of(size, 3 * size, size, 3 * size));
            assertEquals(new Scaler(2 * size, size), scaler);
        }
    }

    @Test
    void fromAStandstillEveryForecastIsNaive() {
        double[] y = column(row -> 100 + 9 * Math.sin(row) + row);
        for (Strategy strategy : Strategy.values()) {
            for (Transform transform : Transform.values()) {
                for (ScalingMethod scaling : ScalingMethod.values()) {
                    PreparationPlan plan = PreparationPlan.CLASSIC.toBuilder()
                            .transform(transform)
                            .scaling(scaling)
                            .season(5)
                            .horizon(7)
                            .strategy(strategy)
                            .build();
                    Preparation preparation = Preparation.fit(plan, LOOKBACK, new double[][] {y}, new BitSet(), ROWS);
                    boolean ofLevels = transform == Transform.NONE
                            || transform == Transform.LOG
                            || transform == Transform.RELATIVE && scaling == ScalingMethod.WINDOW;
                    assertEquals(ofLevels, preparation.naiveOutputs().isEmpty(), transform + " " + scaling);
                    if (!ofLevels && scaling != ScalingMethod.WINDOW) {
                        assertNaive(preparation, y, preparation.naiveOutputs().get());
                    }
                }
            }
        }
    }

    private static void assertNaive(Preparation preparation, double[] y, float[] outputs) {
        int origin = ROWS - 10;
        ForecastRollout path = new ForecastRollout(preparation, new double[][] {y}, Rows.numbers(ROWS), origin, 7);
        for (int done = 0; done < 7; done += preparation.plan().outputSteps()) {
            path.take(outputs, 0);
        }
        double[] on = Arrays.copyOf(y, origin + 7);
        for (int step = 0; step < 7; step++) {
            int row = origin + step;
            double change = (on[row - 5] - on[row - 6] + on[row - 10] - on[row - 11]) / 2;
            on[row] = on[row - 1] + change;
            double naive =
                    switch (preparation.plan().transform()) {
                        case SEASONAL_DIFFERENCE -> y[origin - 5 + step % 5];
                        case SEASONAL_CHANGE -> on[row];
                        default -> y[origin - 1];
                    };
            assertEquals(naive, path.forecasts(0, 7)[step], 1e-3, preparation.plan() + " step " + step);
        }
    }

    @Test
    void whatIsMaskedIsNotFitted() {
        double[] y = column(row -> row % 7);
        double[] spoilt = y.clone();
        BitSet masked = new BitSet();
        masked.set(20);
        spoilt[20] = 1e6;
        for (Transform transform : Transform.values()) {
            for (ScalingMethod scaling : ScalingMethod.values()) {
                if (!transform.needsPositive()) {
                    PreparationPlan plan = PreparationPlan.CLASSIC.toBuilder()
                            .transform(transform)
                            .scaling(scaling)
                            .season(5)
                            .strategy(Strategy.DIRECT)
                            .build();
                    assertEquals(
                            Preparation.fit(plan, LOOKBACK, new double[][] {y}, masked, ROWS),
                            Preparation.fit(plan, LOOKBACK, new double[][] {spoilt}, masked, ROWS));
                }
            }
        }
    }

    @Test
    void quantilesThatCrossArePutInOrderAndTheMiddleOneGoesOn() {
        double[] y = column(row -> row);
        PreparationPlan plan = PreparationPlan.CLASSIC.toBuilder()
                .transform(Transform.DIFFERENCE)
                .horizon(2)
                .build();
        Preparation preparation = Preparation.fit(plan, LOOKBACK, new double[][] {{0, 1, 3, 4, 5}}, new BitSet(), 5);
        ForecastRollout path = new ForecastRollout(
                preparation, new Timeline(new double[][] {y}, Rows.numbers(ROWS), List.of()), 30, 2, 3);
        path.take(new float[] {1f, 0f, 0.5f}, 0);
        path.take(new float[] {0f, 0f, 0f}, 0);
        // Changes run from 1 to 2, which are 0 and 1 on the scale; row 29 is 29.
        assertArrayEquals(new double[][] {{30, 31.5}, {30.5, 31.5}, {31, 31.5}}, path.quantiles(0, 2));
        assertArrayEquals(new double[] {30.5, 31.5}, path.forecasts(0, 2));
    }

    private static double[] column(IntToDoubleFunction value) {
        return IntStream.range(0, ROWS).mapToDouble(value).toArray();
    }
}
