package lstm.report;

import java.util.List;
import java.util.Optional;
import lstm.chart.Chart;
import lstm.chart.Charts;
import lstm.chart.TimeAxis;
import lstm.evaluate.BacktestResult;
import lstm.evaluate.OriginForecast;
import lstm.model.Method;
import lstm.model.RowRole;
import lstm.series.Series;
import lstm.workflow.ScoredRows;

/**
 * The forecasts of the rows of a file.
 *
 * @param table all forecasts
 * @param parts the same by what the rows were to the network, those of unseen rows first
 */
public record EvaluationReport(ScoredRows scored, BacktestTable table, List<BacktestTable> parts) {
    /** Copies the list. */
    public EvaluationReport {
        parts = List.copyOf(parts);
    }

    /** The report of a result. */
    public static EvaluationReport of(ScoredRows scored) {
        return new EvaluationReport(
                scored,
                table(scored, scored.forecasts()),
                scored.parts().stream().map(part -> table(scored, part)).toList());
    }

    private static BacktestTable table(ScoredRows scored, BacktestResult forecasts) {
        return new BacktestTable(
                forecasts,
                scored.targets(),
                row -> scored.rows().kind().text(scored.stamps().at(row)),
                scored.levels());
    }

    /** The rows of the file. */
    Series rows() {
        return scored.rows();
    }

    /** The forecasts of rows of a role. */
    Optional<BacktestTable> of(RowRole role) {
        return parts.stream()
                .filter(part -> part.outcome().role() == role && part.outcome().hasActual())
                .findFirst();
    }

    /** Actual and predicted values of the first target one step ahead; with a longer horizon, the error by step. */
    public Chart chart() {
        String title = Titles.withUnit(rows());
        if (table.outcome().steps() > 1) {
            return table.chart(title);
        }
        BacktestResult first = parts.get(0).outcome();
        List<OriginForecast> known = first.origins().stream()
                .filter(origin -> !first.masked().get(origin.row()))
                .toList();
        return Charts.comparison(
                title,
                new TimeAxis(
                        rows().kind(),
                        known.stream()
                                .mapToLong(origin -> scored.stamps().at(origin.row()))
                                .toArray()),
                known.stream()
                        .mapToDouble(origin -> first.columns()[0][origin.row()])
                        .toArray(),
                known.stream()
                        .mapToDouble(origin -> origin.forecasts().get(Method.MODEL)[0][0])
                        .toArray(),
                first.score(0, -1));
    }
}
