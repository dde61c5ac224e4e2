package lstm.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lstm.calendar.Calendar;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.evaluate.Baseline;
import lstm.forecast.ForecastStart;
import lstm.forecast.IntervalLevels;
import lstm.forecast.Residuals;
import lstm.forecast.SeriesForecast;
import lstm.model.Combination;
import lstm.model.FittedBaselines;
import lstm.model.HistoryTail;
import lstm.model.Method;
import lstm.model.Model;
import lstm.model.SmoothingFits;
import lstm.series.KeyedSeries;
import lstm.series.Series;
import lstm.series.SeriesKey;
import lstm.series.SeriesTable;

/**
 * Forecasts the values after the end of each series of a table. Every series gets an answer: where the model cannot
 * forecast one, a simple method does.
 */
public final class TablePrediction {
    /** Rows of each series that suffice to infer its steps and to fit a simple method on, and measure its errors. */
    private static final int LEAST_ROWS = Residuals.REMEMBERED;

    private final Model model;
    private final Prediction prediction;
    private Fallback fallback = Fallback.USUAL;
    private Optional<Map<SeriesKey, Series>> future = Optional.empty();
    private Optional<Series> common = Optional.empty();
    private boolean strict;
    private boolean skipsEnded;

    private TablePrediction(Model model, Prediction prediction) {
        this.model = model;
        this.prediction = prediction;
    }

    /**
     * Forecasts with a model.
     *
     * @param prediction of one series after the other; the caller closes it
     */
    public static TablePrediction with(Model model, Prediction prediction) {
        return new TablePrediction(model, prediction);
    }

    /** What forecasts a series that the model cannot forecast (default: seasonal naive). */
    public TablePrediction fallback(Fallback method) {
        fallback = method;
        return this;
    }

    /** What is known ahead of each series, with a row for each step that the network needs. */
    public TablePrediction future(Map<SeriesKey, Series> ahead) {
        future = Optional.of(ahead);
        return this;
    }

    /** The same for all series alike. */
    public TablePrediction future(Series ahead) {
        common = Optional.of(ahead);
        return this;
    }

    /** Fails if there is a series that the model cannot forecast. */
    public TablePrediction strict(boolean fails) {
        strict = fails;
        return this;
    }

    /** Leaves out series that end earlier than others. */
    public TablePrediction skippingEnded(boolean skips) {
        skipsEnded = skips;
        return this;
    }

    /**
     * Forecasts, in the order of the keys.
     *
     * @throws LstmException if a series needs the fallback and that is an error, or none has a forecast
     */
    public List<KeyedForecast> run(SeriesTable table) throws LstmException {
        long latest = table.latest();
        List<KeyedForecast> forecasts = new ArrayList<>();
        for (KeyedSeries one : table.each()) {
            forecasts.add(forecast(one, latest));
        }
        for (SeriesKey key : table.missing()) {
            forecasts.add(missing(key, table.name(key)));
        }
        forecasts.sort((a, b) -> a.key().compareTo(b.key()));
        requireAny(forecasts, table);
        return forecasts;
    }

    private void requireAny(List<KeyedForecast> forecasts, SeriesTable table) throws LstmException {
        if (forecasts.stream().anyMatch(one -> one.forecast().isPresent())) {
            return;
        }
        for (KeyedForecast one : forecasts) {
            if (one.reason().isPresent()) {
                LstmException none = LstmException.data(
                                "none of ",
                                forecasts.size(),
                                " series can be forecast; the first, ",
                                one.key().text(table.keys()),
                                ": ",
                                one.reason().get().problem())
                        .in(table.source());
                throw fallback == Fallback.NONE
                        ? none.remedy("use ", Setting.FALLBACK.to(Fallback.USUAL), ", or add rows")
                        : none.remedy("add rows");
            }
        }
    }

    /** How many rows at the end of each series the forecasts depend on. */
    public static int rows(Model model) {
        Optional<Combination> parts = model.combination().filter(Combination::usesMethods);
        int season = model.preparation().plan().season();
        int methods = parts.map(known ->
                        known.uses(Method.BASE) ? FittedBaselines.mostReach(season) : SmoothingFits.memory(season))
                .orElse(0);
        return Math.max(methods, Math.max(model.preparation().historyRows(), LEAST_ROWS));
    }

    /**
     * Forecasts one series; for callers that do not hold a whole table.
     *
     * @param latest the last stamp of the table
     * @throws LstmException as {@link #run}
     */
    public KeyedForecast forecast(KeyedSeries one, long latest) throws LstmException {
        boolean ended = one.series().endsBefore(latest);
        return ended && skipsEnded
                ? new KeyedForecast(one.key(), SeriesStatus.ENDED, Optional.empty(), Optional.empty())
                : forecast(one, ended);
    }

    /**
     * The answer for a series that has no row with a value in every column.
     *
     * @param name of the series in messages
     * @throws LstmException as {@link #run}
     */
    public KeyedForecast missing(SeriesKey key, String name) throws LstmException {
        return none(key, SeriesStatus.MISSING, SeriesTable.noRows(name));
    }

    /**
     * The answer for a series whose rows are at fault, so that nothing can be forecast from them.
     *
     * @throws LstmException as {@link #run}
     */
    public KeyedForecast refused(SeriesKey key, LstmException reason) throws LstmException {
        return none(key, SeriesStatus.FAILED, reason);
    }

    private KeyedForecast none(SeriesKey key, SeriesStatus status, LstmException reason) throws LstmException {
        refuseIfStrict(reason);
        return new KeyedForecast(key, status, Optional.empty(), Optional.of(reason));
    }

    private KeyedForecast forecast(KeyedSeries one, boolean ended) throws LstmException {
        Series series = one.series();
        boolean isShort = series.rows() < model.leastRows();
        try {
            if (isShort || !isConstant(series)) {
                if (future.isPresent() || common.isPresent()) {
                    prediction.future(ahead(one));
                }
                SeriesForecast forecast = prediction.after(series).forecast();
                boolean padded = series.rows() < model.preparation().historyRows();
                SeriesStatus status = ended ? SeriesStatus.ENDED : padded ? SeriesStatus.PADDED : SeriesStatus.OK;
                return new KeyedForecast(one.key(), status, Optional.of(forecast), Optional.empty());
            }
            return instead(one, SeriesStatus.CONSTANT, LstmException.data("all its values are the same"));
        } catch (LstmException e) {
            if (e.kind() != LstmException.Kind.DATA) {
                throw e;
            }
            return instead(one, isShort ? SeriesStatus.SHORT : SeriesStatus.FAILED, e);
        }
    }

    private Series ahead(KeyedSeries one) throws LstmException {
        if (common.isPresent()) {
            return common.get();
        }
        Series ahead = future.orElseThrow().get(one.key());
        if (ahead == null) {
            throw LstmException.data("nothing is known ahead of this series")
                    .remedy("add its rows to the file that ", Setting.FUTURE, " names");
        }
        return ahead;
    }

    private boolean isConstant(Series series) {
        for (int target = 0; target < model.preparation().plan().targets(); target++) {
            double[] values = series.column(target);
            if (Arrays.stream(values).anyMatch(value -> value != values[0])) {
                return false;
            }
        }
        return true;
    }

    private KeyedForecast instead(KeyedSeries one, SeriesStatus status, LstmException why) throws LstmException {
        Series series = one.series();
        // What is known ahead has a file of its own, which may be at fault.
        LstmException reason = why.place().isPresent() ? why : why.in(series.source());
        refuseIfStrict(reason);
        List<Baseline> methods = fallback.methods(series, model.preparation(), calendar(series), prediction.bases());
        Optional<SeriesForecast> forecast = methods.isEmpty() ? Optional.empty() : by(methods, series);
        return new KeyedForecast(one.key(), status, forecast, Optional.of(reason));
    }

    /** A forecast without intervals; none if its dates cannot be told. */
    private Optional<SeriesForecast> by(List<Baseline> methods, Series series) throws LstmException {
        ForecastStart start = new ForecastStart(
                series.source(),
                new HistoryTail(series.stamps().toArray(), series.values()),
                calendar(series),
                series.kind(),
                series.statics());
        int steps = prediction.steps();
        IntervalLevels levels = prediction.levels();
        double[][] points = new double[methods.size()][];
        double[][][][] unknown = new double[points.length][steps][levels.shares().length][2];
        for (int target = 0; target < points.length; target++) {
            points[target] = Arrays.stream(methods.get(target).forecast(series.column(target), series.rows(), steps))
                    .map(model.preparation().plan().bounds()::clamp)
                    .toArray();
            for (double[][] step : unknown[target]) {
                Arrays.stream(step).forEach(ends -> Arrays.fill(ends, Double.NaN));
            }
        }
        List<Method> names = methods.stream().map(Baseline::method).toList();
        try {
            return Optional.of(
                    new SeriesForecast(start, model.targets(), start.after(steps), points, unknown, levels, names));
        } catch (LstmException e) {
            // The reason that is reported says why the model has not forecast it either.
            return Optional.empty();
        }
    }

    private Calendar calendar(Series series) {
        return Calendar.shared(series, model.calendar());
    }

    private void refuseIfStrict(LstmException reason) throws LstmException {
        if (strict) {
            throw reason;
        }
    }
}
