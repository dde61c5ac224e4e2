package lstm.cli;

import java.util.stream.IntStream;
import lstm.file.UserException;
import lstm.file.UserException.Kind;
import lstm.forecast.Hindcast;
import lstm.forecast.Timeline;
import lstm.model.Baselines;
import lstm.model.Model;
import lstm.prepare.Path;
import lstm.prepare.Plan;
import lstm.prepare.Windows;
import lstm.report.Figures;
import lstm.series.Calendar;
import lstm.series.Series;

/** Rows whose truth is known, for a model to forecast. */
record Truths(Model model, Span span, Series rows) {
    /** The forecasts to be made of them. */
    Hindcast hindcast(int steps, int every) throws UserException {
        Plan plan = model.preparation().plan();
        int known = span.stamps().length;
        Timeline timeline = model.ahead().isEmpty()
                ? span.timeline().with(Path.rounded(plan, steps), Calendar.infer(rows))
                : span.timeline();
        int end = known - (model.ahead().isEmpty() ? steps : Path.rounded(plan, steps));
        int from = span.firstForecast(model.preparation().reach(), rows.source());
        if (from > end) {
            throw new UserException(
                    Kind.DATA,
                    rows.source() + ": has " + Figures.rows(known - from) + " to forecast, and --horizon " + steps
                            + " needs " + Figures.count(known - end) + "; ask for fewer steps");
        }
        int[] origins = IntStream.iterate(from, row -> row <= end, row -> row + every)
                .filter(row -> isOrigin(row, steps))
                .toArray();
        if (origins.length == 0) {
            throw new UserException(
                    Kind.DATA,
                    rows.source() + ": no row can be forecast: each has masked rows among the "
                            + model.preparation().reach() + " before it; use --missing interpolate");
        }
        double[][] older = new double[plan.targets()][0];
        for (int target = 0; target < older.length && span.follows(); target++) {
            Baselines fitted = model.baselines().get(target);
            older[target] = fitted.recent();
        }
        return new Hindcast(timeline, older, span.masked(), origins, every, steps);
    }

    /** Whether no row that the window sees is masked, and not all that it is to forecast are. */
    private boolean isOrigin(int row, int steps) {
        return Windows.isFree(span.masked(), row - model.preparation().reach(), row)
                && span.masked().nextClearBit(row) < row + steps;
    }
}
