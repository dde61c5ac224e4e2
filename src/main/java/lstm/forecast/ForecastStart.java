package lstm.forecast;

import lstm.calendar.Calendar;
import lstm.error.LstmException;
import lstm.model.HistoryTail;
import lstm.model.Model;
import lstm.prepare.PositiveValues;
import lstm.series.Series;
import lstm.series.StampKind;
import lstm.text.NumberText;

/**
 * The start of a forecast: the rows before it, and its calendar.
 *
 * @param source where the rows come from, for messages
 */
public record ForecastStart(String source, HistoryTail context, Calendar calendar, StampKind stamps) {
    /** After the data that the model was trained on. */
    public static ForecastStart trained(Model model, String name) throws LstmException {
        if (model.isOfSeveral()) {
            throw LstmException.usage(
                            "was trained on ", NumberText.count(model.data().series()), " series and stores no history")
                    .remedy("name the CSV to forecast from")
                    .in(name);
        }
        return new ForecastStart(name, model.context(), model.calendar(), model.stamps());
    }

    /** After other data. */
    public static ForecastStart after(Model model, String name, Series series) throws LstmException {
        int reach = model.preparation().historyRows();
        if (series.rows() < reach) {
            throw LstmException.data(
                            "has ",
                            NumberText.rows(series.rows()),
                            ", needs at least ",
                            NumberText.count(reach),
                            ", the history that ",
                            name,
                            " uses")
                    .remedy("add earlier rows")
                    .in(series.source());
        }
        PositiveValues.check(series, model.preparation());
        Series tail = series.tail(reach);
        HistoryTail context = new HistoryTail(tail.stamps(), tail.values());
        return new ForecastStart(series.source(), context, Calendar.infer(series, model.calendar()), series.kind());
    }

    /** The stamps of this many steps. */
    public long[] after(int steps) {
        return calendar.after(last(), steps);
    }

    /** The stamp of the last row before the forecast. */
    public long last() {
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
}
