package lstm.cli;

import lstm.file.UserException;
import lstm.file.UserException.Kind;
import lstm.forecast.Forecast;
import lstm.forecast.Forecaster;
import lstm.forecast.Timeline;
import lstm.model.Context;
import lstm.model.Model;
import lstm.report.Figures;
import lstm.series.Calendar;
import lstm.series.Series;
import lstm.series.StampKind;

/**
 * Where a forecast starts: the rows before it, and how time goes on.
 *
 * @param source what the rows are from, for messages
 */
record Start(String source, Context context, Calendar calendar, StampKind stamps) {
    /** After the data that the model was trained on. */
    static Start trained(Model model, java.nio.file.Path file) throws UserException {
        if (model.isOfSeveral()) {
            throw new UserException(
                    Kind.USAGE,
                    file + ": was trained on " + Figures.count(model.data().series())
                            + " series and keeps none of them; name the file to go on from");
        }
        return new Start(file.toString(), model.context(), model.calendar(), model.stamps());
    }

    /** After other data. */
    static Start after(Model model, java.nio.file.Path file, Series series) throws UserException {
        int reach = model.preparation().reach();
        if (series.rows() < reach) {
            throw new UserException(
                    Kind.DATA,
                    series.source() + ": has " + Figures.rows(series.rows()) + ", needs at least "
                            + Figures.count(reach) + ", which " + file + " looks back on; add earlier rows");
        }
        Positive.check(series, model.preparation());
        Series tail = series.tail(reach);
        Context context = new Context(tail.stamps(), tail.values());
        return new Start(series.source(), context, Calendar.infer(series, model.calendar()), series.kind());
    }

    /** The stamps of so many steps. */
    long[] after(int steps) {
        return calendar.after(last(), steps);
    }

    private long last() {
        return context.stamps()[context.rows() - 1];
    }

    /**
     * Forecasts of each target.
     *
     * @param rows of {@link #rows}
     * @param steps to forecast
     */
    Forecast forecast(Forecaster forecaster, Timeline rows, int steps) throws UserException {
        Forecast forecast = forecaster.forecast(rows, new int[] {context.rows()}, steps)[0];
        for (double[] target : forecast.points()) {
            Finite.required(target, source);
        }
        return forecast;
    }

    /**
     * The rows to forecast from, and what is known of those after them.
     *
     * @param future the stamps of {@link #after}
     * @param ahead what is known of them, [ahead][steps]
     */
    Timeline rows(long[] future, double[][] ahead) {
        return new Timeline(context.values(), context.stamps()).with(future, ahead);
    }

    /** In words. */
    String describe(Model model) {
        return String.join(", ", model.targets()) + " after " + stamps.text(last()) + ", steps: " + calendar.describe()
                + (calendar.holidays().isEmpty() ? "" : " but holidays");
    }
}
