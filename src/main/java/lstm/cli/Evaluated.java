package lstm.cli;

import java.nio.file.Path;
import java.util.Arrays;
import lstm.forecast.Evaluation;
import lstm.model.Model;
import lstm.report.Chart;
import lstm.report.Charts;
import lstm.report.Page;
import lstm.report.Stamps;
import lstm.series.Series;

/**
 * A file with the forecasts of its rows.
 *
 * @param first forecasts of the first target, one step ahead
 */
record Evaluated(Path modelFile, Model model, Series rows, Span span, OutcomeTable table, Evaluation first) {
    /** Actual and predicted values of the first target, or of several steps ahead the errors of each. */
    Chart chart() {
        String title = Titles.of(rows.target(), rows.source());
        if (table.outcome().steps() > 1) {
            return table.chart(title);
        }
        long[] stamps =
                Arrays.stream(first.rows()).mapToLong(row -> span.stamps()[row]).toArray();
        return Charts.comparison(
                title,
                new Stamps(span.kind(), stamps),
                first.actual(),
                first.predicted(),
                table.outcome().score(0, -1));
    }

    /** The report. */
    Page page(ReportOption option) {
        return EvaluationPage.of(option, modelFile, model, rows, table, chart());
    }
}
