package lstm.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lstm.calendar.CalendarFeature;
import lstm.series.Series;
import lstm.series.StampColumn;
import lstm.series.StampKind;
import lstm.series.TargetReason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UnscaledSeriesTest {
    private static final int LOOKBACK = 9;
    private static final int STEPS = 3;
    private static final int ROWS = 40;
    private static final int SEASON = 4;

    static Stream<Arguments> plans() {
        return Stream.of(Transform.values()).flatMap(transform -> Stream.of(ScalingMethod.values())
                .map(scaling -> Arguments.of(transform, scaling)));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void aWindowScaledAloneIsThatOfTheWholeSeriesScaled(Transform transform, ScalingMethod scaling) {
        PreparationPlan plan = Rows.plan(transform, scaling, SEASON, STEPS, Strategy.DIRECT).toBuilder()
                .targets(2)
                .ahead(1)
                .calendar(List.of(CalendarFeature.WEEKDAY, CalendarFeature.MONTH))
                .residual(List.of(1, SEASON))
                .cold(ColdStart.PAD)
                .build();
        Series series = series(1);
        Preparation own = Panel.of(plan, LOOKBACK, List.of(series, series(2)), 0.1)
                .preparation()
                .forSeries(series.values(), new BitSet(), 0, ROWS);
        ScaledSeries scaled = ScaledSeries.of(own, series.values(), series.stamps());
        CalendarInputs calendar = CalendarInputs.remembering(plan.calendar());
        UnscaledSeries unscaled = new UnscaledSeries(own, series, calendar);

        for (int first = plan.transformLag(); first + LOOKBACK + STEPS <= ROWS; first++) {
            for (Window window : List.of(Window.whole(first), new Window(first, 5))) {
                assertArrayEquals(inputs(scaled, window), inputs(unscaled, window), window.toString());
                assertArrayEquals(targets(scaled, window), targets(unscaled, window), window.toString());
            }
        }
    }

    private static float[] inputs(WindowRows rows, Window window) {
        float[] inputs = new float[LOOKBACK * rows.preparation().inputs() + 1];
        rows.inputs(window).read(window, 0, 1, inputs);
        return inputs;
    }

    private static float[] targets(WindowRows rows, Window window) {
        int outputs = rows.preparation().plan().outputs();
        float[] values = new float[2 * outputs];
        rows.targets(window).truth(window, values, 0);
        rows.targets(window).units(window, values, outputs);
        return values;
    }

    private static Series series(int seed) {
        Random random = new Random(seed);
        double[][] columns = IntStream.range(0, 4)
                .mapToObj(c -> random.doubles(ROWS, 1, 9).toArray())
                .toArray(double[][]::new);
        return new Series(
                "made",
                List.of("first", "second", "past", "ahead"),
                columns,
                StampColumn.of(ROWS, row -> row * StampKind.DAY),
                StampKind.DATE,
                Optional.of("date"),
                TargetReason.ASKED_FOR,
                List.of());
    }
}
