package lstm.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import lstm.chart.Chart;
import lstm.chart.Charts;
import lstm.chart.StepErrors;
import lstm.evaluate.BacktestResult;
import lstm.evaluate.BacktestResults;
import lstm.evaluate.OriginForecast;
import lstm.forecast.IntervalLevels;
import lstm.model.Method;
import lstm.model.Score;

/**
 * The forecasts of a backtest: a row for each origin, target and step.
 *
 * @param names of the targets
 * @param stamp the time stamp of a row, as text
 */
public record BacktestTable(
        BacktestResult outcome, List<String> names, IntFunction<String> stamp, IntervalLevels levels) {
    private static final List<Method> SIMPLE =
            List.of(Method.NAIVE, Method.SEASONAL_NAIVE, Method.DRIFT, Method.AUTOREGRESSION);

    private int steps() {
        return outcome.steps();
    }

    /** A row for each origin, target and step. */
    public Table rows() {
        List<String> columns = new ArrayList<>(List.of("origin", "date", "series", "step", "actual", "predicted"));
        SIMPLE.forEach(method -> columns.add(method.key()));
        columns.addAll(levels.columns());
        List<List<Object>> rows = new ArrayList<>();
        for (OriginForecast origin : outcome.origins()) {
            for (int target = 0; target < outcome.targets(); target++) {
                for (int step = 0; step < steps(); step++) {
                    rows.add(row(origin, target, step));
                }
            }
        }
        return new Table(columns, rows);
    }

    private List<Object> row(OriginForecast origin, int target, int step) {
        int row = origin.row() + step;
        List<Object> cells = new ArrayList<>(Arrays.asList(
                stamp.apply(origin.row() - 1),
                stamp.apply(row),
                names.get(target),
                step + 1,
                outcome.masked().get(row) ? null : (Object) outcome.columns()[target][row],
                origin.forecasts().get(Method.MODEL)[target][step]));
        for (Method method : SIMPLE) {
            double[][] forecasts = origin.forecasts().get(method);
            cells.add(forecasts == null ? null : (Object) forecasts[target][step]);
        }
        cells.addAll(IntervalLevels.cells(origin.intervals()[target][step]));
        return cells;
    }

    /** The scores of the forecasts. */
    public BacktestScores scores() {
        return new BacktestScores(new BacktestResults(List.of(outcome)), names, levels);
    }

    /** Error by step of the first target. */
    public Chart chart(String title) {
        return Charts.errorsByStep(title, "RMSE", errors());
    }

    /** RMSE by step of the usual methods for the first target, without steps whose actual values are all masked. */
    private List<StepErrors> errors() {
        Map<Integer, Score> scores = new LinkedHashMap<>();
        IntStream.range(0, steps()).forEach(step -> outcome.score(0, step).ifPresent(score -> scores.put(step, score)));
        double[] numbers =
                scores.keySet().stream().mapToDouble(step -> step + 1).toArray();
        return outcome.methods().stream()
                .filter(Method.usual()::contains)
                .map(method -> new StepErrors(
                        method.toString(),
                        numbers,
                        scores.values().stream()
                                .mapToDouble(
                                        score -> score.accuracies().get(method).rmse())
                                .toArray()))
                .toList();
    }
}
