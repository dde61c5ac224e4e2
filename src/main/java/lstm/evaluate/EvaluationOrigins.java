package lstm.evaluate;

import java.util.OptionalLong;
import java.util.stream.IntStream;
import lstm.calendar.Calendar;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.model.FittedBaselines;
import lstm.model.Model;
import lstm.prepare.ColdStart;
import lstm.prepare.ForecastRollout;
import lstm.prepare.PreparationPlan;
import lstm.prepare.Timeline;
import lstm.prepare.Windows;
import lstm.series.Missing;
import lstm.series.Series;
import lstm.text.NumberText;

/**
 * Rows whose truth is known, for a model to forecast.
 *
 * @param since stamp of the first row to forecast; empty for all
 */
public record EvaluationOrigins(Model model, RowsWithHistory span, Series rows, OptionalLong since) {
    /** The forecasts to be made of them. */
    public HistoricalForecasts hindcast(int steps, int every) throws LstmException {
        PreparationPlan plan = model.preparation().plan();
        int known = span.stamps().size();
        Timeline timeline = model.ahead().isEmpty()
                ? span.timeline().with(ForecastRollout.rounded(plan, steps), Calendar.infer(rows))
                : span.timeline();
        int end = known - (model.ahead().isEmpty() ? steps : ForecastRollout.rounded(plan, steps));
        int from = Math.max(
                span.firstForecast(historyRows(end), rows.source()),
                span.before() + (since.isEmpty() ? 0 : firstFrom(rows, since.getAsLong())));
        if (from > end) {
            throw LstmException.data(
                            "has ",
                            NumberText.rows(known - from),
                            " to forecast, and ",
                            Setting.HORIZON.to(steps),
                            " needs ",
                            NumberText.count(known - end))
                    .remedy("use a smaller ", Setting.HORIZON)
                    .in(rows.source());
        }
        int[] origins = IntStream.iterate(from, row -> row <= end, row -> row + every)
                .filter(row -> isOrigin(row, steps))
                .toArray();
        if (origins.length == 0) {
            throw LstmException.data(
                            "no row can be forecast: each has masked rows among the ",
                            model.preparation().historyRows(),
                            " before it")
                    .remedy("use ", Setting.MISSING.to(Missing.INTERPOLATE))
                    .in(rows.source());
        }
        double[][] older = new double[plan.targets()][0];
        for (int target = 0; target < older.length && span.follows(); target++) {
            FittedBaselines fitted = model.baselines().get(target);
            older[target] = fitted.recent();
        }
        return new HistoricalForecasts(
                timeline, older, span.masked(), RowsSeen.of(model, rows).after(span.before()), origins, every, steps);
    }

    /**
     * Rows that the first forecast needs, besides those that the model keeps. A series that is long enough is padded
     * only if the row to begin with was asked for.
     *
     * @param end the last row that can be forecast from
     */
    private int historyRows(int end) {
        boolean begun = since.isPresent() || end < model.preparation().historyRows();
        if (begun && model.preparation().plan().cold() == ColdStart.PAD) {
            return model.preparation().leastRows();
        }
        int kept = span.follows() ? model.baselines().get(0).recent().length : 0;
        return Math.max(model.preparation().historyRows(), model.historyRows() - kept);
    }

    /**
     * The first row that is not before a stamp.
     *
     * @throws LstmException of kind {@code DATA} if there is none
     */
    public static int firstFrom(Series rows, long since) throws LstmException {
        int first = 0;
        while (first < rows.rows() && rows.stamps().at(first) < since) {
            first++;
        }
        if (first == rows.rows()) {
            throw LstmException.data(
                            "ends with ",
                            rows.stampText(first - 1),
                            ", before ",
                            Setting.FROM.to(rows.kind().text(since)))
                    .remedy("use an earlier ", Setting.FROM)
                    .in(rows.source());
        }
        return first;
    }

    /**
     * Whether no row that the window sees is masked or was interpolated towards one that it does not see, and not all
     * that it is to forecast are masked.
     */
    private boolean isOrigin(int row, int steps) {
        return !span.bridged().get(row - 1)
                && Windows.isFree(
                        span.masked(), Math.max(0, row - model.preparation().historyRows()), row)
                && span.masked().nextClearBit(row) < row + steps;
    }
}
