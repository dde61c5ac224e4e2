package lstm.report;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lstm.chart.Chart;
import lstm.chart.Charts;
import lstm.chart.TimeAxis;
import lstm.evaluate.BacktestResult;
import lstm.evaluate.Evaluation;
import lstm.evaluate.RowsWithHistory;
import lstm.model.Model;
import lstm.model.RowRole;
import lstm.series.Series;
import lstm.workflow.EvaluationResult;

/**
 * The forecasts of the rows of a file.
 *
 * @param table all forecasts
 * @param parts the same by what the rows were to the model, those of unseen rows first
 * @param first one-step-ahead forecasts of the first target
 */
public record EvaluationReport(
        Path modelFile,
        Model model,
        Series rows,
        RowsWithHistory span,
        BacktestTable table,
        List<BacktestTable> parts,
        Evaluation first) {
    /** Copies the list. */
    public EvaluationReport {
        parts = List.copyOf(parts);
    }

    /** The report of a result. */
    public static EvaluationReport of(Path modelFile, EvaluationResult result) {
        return new EvaluationReport(
                modelFile,
                result.model(),
                result.rows(),
                result.history(),
                table(result, result.forecasts()),
                result.parts().stream().map(part -> table(result, part)).toList(),
                result.oneStep());
    }

    private static BacktestTable table(EvaluationResult result, BacktestResult forecasts) {
        return new BacktestTable(
                forecasts,
                result.model().targets(),
                row -> result.history().kind().text(result.history().stamps().at(row)),
                result.levels());
    }

    /** The forecasts of rows of a role. */
    Optional<BacktestTable> of(RowRole role) {
        return parts.stream()
                .filter(part -> part.outcome().role() == role
                        && part.outcome().score(0, -1).isPresent())
                .findFirst();
    }

    /** Actual and predicted values of the first target one step ahead; with a longer horizon, the error by step. */
    public Chart chart() {
        String title = Titles.withUnit(rows);
        if (table.outcome().steps() > 1) {
            return table.chart(title);
        }
        long[] stamps = Arrays.stream(first.rows())
                .mapToLong(row -> span.stamps().at(row))
                .toArray();
        return Charts.comparison(
                title,
                new TimeAxis(span.kind(), stamps),
                first.actual(),
                first.predicted(),
                parts.get(0).outcome().score(0, -1));
    }

    /**
     * The report as a page.
     *
     * @param commandLine the command that made it
     */
    public Page page(String commandLine) {
        return EvaluationPage.of(commandLine, modelFile, this);
    }
}
