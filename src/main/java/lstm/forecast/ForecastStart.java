package lstm.forecast;

import java.util.List;
import lstm.calendar.Calendar;
import lstm.calendar.Step;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.model.HistoryTail;
import lstm.model.Model;
import lstm.prepare.PositiveValues;
import lstm.prepare.Timeline;
import lstm.series.Series;
import lstm.series.StampColumn;
import lstm.series.StampKind;
import lstm.series.StaticValue;
import lstm.text.NumberText;

/**
 * The start of a forecast: the rows before it, and its calendar.
 *
 * @param source where the rows come from, for messages
 * @param statics what is known of the series beside its rows
 */
public record ForecastStart(
        String source, HistoryTail context, Calendar calendar, StampKind stamps, List<StaticValue> statics) {
    /** Copies the list. */
    public ForecastStart {
        statics = List.copyOf(statics);
    }

    /** After the data that the model was trained on. */
    public static ForecastStart trained(Model model, String name) throws LstmException {
        if (model.isOfSeveral()) {
            throw LstmException.usage(
                            "was trained on ", NumberText.count(model.data().series()), " series and stores no history")
                    .remedy("name the CSV to forecast from")
                    .in(name);
        }
        return new ForecastStart(name, model.context(), model.calendar(), model.stamps(), List.of());
    }

    /** After other data. */
    public static ForecastStart after(Model model, String name, Series series) throws LstmException {
        int least = model.leastRows();
        if (series.rows() < least) {
            throw LstmException.data(
                            "has ",
                            NumberText.rows(series.rows()),
                            ", needs at least ",
                            NumberText.count(least),
                            ", the history that ",
                            name,
                            " uses")
                    .remedy("add earlier rows")
                    .in(series.source());
        }
        PositiveValues.check(series, model.preparation());
        model.requireStatics(series);
        Series tail = series.tail(Math.min(series.rows(), model.preparation().historyRows()));
        HistoryTail context = new HistoryTail(tail.stamps().toArray(), tail.values());
        Calendar calendar = Calendar.infer(series, model.calendar());
        return new ForecastStart(series.source(), context, calendar, series.kind(), series.statics());
    }

    /**
     * The stamps of this many steps.
     *
     * @throws LstmException of kind {@code DATA} if they go beyond what dates can tell
     */
    public long[] after(int steps) throws LstmException {
        long[] stamps = calendar.after(last(), steps);
        if (calendar.step() != Step.ROWS && steps > 0 && stamps[steps - 1] == Calendar.LAST) {
            throw LstmException.data(
                            "a forecast of ",
                            NumberText.count(steps),
                            steps == 1 ? " step after " : " steps after ",
                            this.stamps.text(last()),
                            " goes beyond the year 9999")
                    .remedy(steps == 1 ? "check its dates" : "use a smaller ", steps == 1 ? "" : Setting.HORIZON)
                    .in(source);
        }
        return stamps;
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
        return new Timeline(context.values(), StampColumn.of(context.stamps()), statics).with(future, ahead);
    }
}
