package lstm.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import lstm.evaluate.OriginForecast;
import lstm.forecast.Intervals;
import lstm.model.Method;
import lstm.model.Settings;
import lstm.series.Series;
import lstm.series.StampColumn;
import lstm.series.StampKind;
import lstm.series.TargetReason;
import lstm.workflow.BacktestPlan;
import org.junit.jupiter.api.Test;

class FoldErrorsTest {
    private static final int ROWS = 12;
    private static final int FIRST = 8;
    private static final BacktestPlan BACKTEST =
            new BacktestPlan(Settings.CLASSIC, ROWS - FIRST, 1, 0, new double[0], Intervals.DEFAULT);

    /** It errs by 1 from row to row. */
    private static final Series SAW = series(row -> row % 2);

    private static final Series CONSTANT = series(row -> 4);

    @Test
    void aConstantSeriesDoesNotDecideAmongSeveral() {
        FoldErrors alone = errors(0.5, SAW);
        FoldErrors beside = errors(0.5, CONSTANT, SAW, CONSTANT);

        assertEquals(0.5, alone.ratio(), 1e-12);
        assertEquals(alone.ratio(), beside.ratio());
        assertEquals(0.25, Arrays.stream(beside.losses().byOrigin()).average().orElseThrow(), 1e-12);
        assertEquals(0.5, beside.rmse(Method.MODEL), 1e-12, "which is that of all");
    }

    @Test
    void whereAllAreConstantAnyErrorIsTheWorst() {
        assertTrue(errors(0.5, CONSTANT, CONSTANT).ratio() > 1e6);
        assertEquals(1, errors(0, CONSTANT).ratio());
    }

    /** Of a model that errs by this much everywhere. */
    private static FoldErrors errors(double size, Series... each) {
        FoldErrors errors = new FoldErrors(List.of(each));
        errors.add(
                BACKTEST,
                Arrays.stream(each)
                        .map(series -> forecasts(series.column(0), size))
                        .toList());
        return errors;
    }

    private static List<OriginForecast> forecasts(double[] values, double size) {
        List<OriginForecast> each = new ArrayList<>();
        for (int row = FIRST; row < ROWS; row++) {
            Map<Method, double[][]> forecasts = Map.of(
                    Method.MODEL, new double[][] {{values[row] + size}},
                    Method.NAIVE, new double[][] {{values[row - 1]}});
            each.add(new OriginForecast(row, FIRST, forecasts, new double[1][1][0][2]));
        }
        return each;
    }

    private static Series series(IntToDoubleFunction value) {
        double[] column = new double[ROWS];
        Arrays.setAll(column, value);
        return new Series(
                "test",
                List.of("y"),
                new double[][] {column},
                StampColumn.numbers(1, ROWS),
                StampKind.NONE,
                Optional.empty(),
                TargetReason.ONLY_NUMERIC,
                List.of());
    }
}
