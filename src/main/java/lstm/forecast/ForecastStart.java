package lstm.forecast;

import lstm.calendar.Calendar;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import lstm.model.HistoryTail;
import lstm.model.Model;
import lstm.prepare.PositiveValues;
import lstm.series.Series;
import lstm.series.StampKind;
import lstm.text.NumberText;

/**
 * Where a forecast starts: the rows before it, and how time goes on.
 *
 * @param source what the rows are from, for messages
 */
public record ForecastStart(String source, HistoryTail context, Calendar calendar, StampKind stamps) {
    /** After the data that the model was trained on. */
    public static ForecastStart trained(Model model, String name) throws LstmException {
        if (model.isOfSeveral()) {
            throw new LstmException(
                    Kind.USAGE,
                    name + ": was trained on " + NumberText.count(model.data().series())
                            + " series and keeps none of them; name the file to go on from");
        }
        return new ForecastStart(name, model.context(), model.calendar(), model.stamps());
    }

    /** After other data. */
    public static ForecastStart after(Model model, String name, Series series) throws LstmException {
        int reach = model.preparation().historyRows();
        if (series.rows() < reach) {
            throw new LstmException(
                    Kind.DATA,
                    series.source() + ": has " + NumberText.rows(series.rows()) + ", needs at least "
                            + NumberText.count(reach) + ", which " + name + " looks back on; add earlier rows");
        }
        PositiveValues.check(series, model.preparation());
        Series tail = series.tail(reach);
        HistoryTail context = new HistoryTail(tail.stamps(), tail.values());
        return new ForecastStart(series.source(), context, Calendar.infer(series, model.calendar()), series.kind());
    }

    /** The stamps of so many steps. */
    public long[] after(int steps) {
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
    public Forecast forecast(Forecaster forecaster, Timeline rows, int steps) throws LstmException {
        Forecast forecast = forecaster.forecast(rows, new int[] {context.rows()}, steps)[0];
        for (double[] target : forecast.points()) {
            FiniteForecasts.required(target, source);
        }
        return forecast;
    }

    /**
     * The rows to forecast from, and what is known of those after them.
     *
     * @param future the stamps of {@link #after}
     * @param ahead what is known of them, [ahead][steps]
     */
    public Timeline rows(long[] future, double[][] ahead) {
        return new Timeline(context.values(), context.stamps()).with(future, ahead);
    }

    /** In words. */
    public String describe(Model model) {
        return String.join(", ", model.targets()) + " after " + stamps.text(last()) + ", steps: " + calendar.describe()
                + (calendar.holidays().isEmpty() ? "" : " but holidays");
    }
}
