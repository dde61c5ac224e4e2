package lstm.report;

import java.nio.file.Path;
import java.util.Arrays;
import lstm.chart.Chart;
import lstm.chart.Charts;
import lstm.chart.TimeAxis;
import lstm.evaluate.Evaluation;
import lstm.evaluate.RowsWithHistory;
import lstm.model.Model;
import lstm.series.Series;
import lstm.workflow.EvaluationResult;

/**
 * The forecasts of the rows of a file.
 *
 * @param first one-step-ahead forecasts of the first target
 */
public record EvaluationReport(
        Path modelFile, Model model, Series rows, RowsWithHistory span, BacktestTable table, Evaluation first) {
    /** The report of a result. */
    public static EvaluationReport of(Path modelFile, EvaluationResult result) {
        BacktestTable table = new BacktestTable(
                result.forecasts(),
                result.model().targets(),
                row -> result.history().kind().text(result.history().stamps()[row]),
                result.levels());
        return new EvaluationReport(
                modelFile, result.model(), result.rows(), result.history(), table, result.oneStep());
    }

    /** Actual and predicted values of the first target one step ahead; with a longer horizon, the error by step. */
    public Chart chart() {
        String title = Titles.of(rows.target(), rows.source());
        if (table.outcome().steps() > 1) {
            return table.chart(title);
        }
        long[] stamps =
                Arrays.stream(first.rows()).mapToLong(row -> span.stamps()[row]).toArray();
        return Charts.comparison(
                title,
                new TimeAxis(span.kind(), stamps),
                first.actual(),
                first.predicted(),
                table.outcome().score(0, -1));
    }

    /**
     * The report as a page.
     *
     * @param commandLine the command that made it
     */
    public Page page(String commandLine) {
        return EvaluationPage.of(commandLine, modelFile, model, rows, table, chart());
    }
}
