package lstm.workflow;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import lstm.base.OpenBaseNetworks;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.error.SettingRange;
import lstm.evaluate.ForecastMethod;
import lstm.forecast.IntervalLevels;
import lstm.forecast.IntervalNote;
import lstm.forecast.IntervalPlan;
import lstm.forecast.IntervalRequest;
import lstm.forecast.SeriesForecast;
import lstm.model.Method;
import lstm.model.Model;
import lstm.progress.ProgressListener;
import lstm.series.Series;

/**
 * Forecasts with a model: the values after the end of a series, or after the data that the model was trained on.
 *
 * <pre>{@code
 * SeriesForecast next = Prediction.with(model).horizon(12).run();
 * }</pre>
 *
 * Holds the network in native memory until it is closed, and the base network if it has a share; {@link #run} closes
 * it.
 */
public final class Prediction implements AutoCloseable {
    private final Model model;
    private final OwnPrediction own;
    private String name = "the model";
    private Optional<Series> series = Optional.empty();
    private Optional<Series> future = Optional.empty();
    private OptionalInt horizon = OptionalInt.empty();
    private IntervalRequest intervals = IntervalRequest.DEFAULT;
    private Optional<ForecastMethod> method = Optional.empty();
    private final Set<IntervalNote> notes = new LinkedHashSet<>();

    private Prediction(Model model) {
        this.model = model;
        own = new OwnPrediction(model);
    }

    /** A forecast with a model. */
    public static Prediction with(Model model) {
        return new Prediction(model);
    }

    /** What failures call the model. */
    public Prediction named(String modelName) {
        name = modelName;
        return this;
    }

    /** Forecasts after the end of a series (default: after the data that the model was trained on). */
    public Prediction after(Series rows) {
        series = Optional.of(rows);
        return this;
    }

    /** What is known ahead, with a row for each step that the network needs. */
    public Prediction future(Series rows) {
        future = Optional.of(rows);
        return this;
    }

    /** Steps to forecast (default: the horizon that the model was trained for). */
    public Prediction horizon(int steps) throws LstmException {
        horizon = OptionalInt.of(SettingRange.steps(Setting.HORIZON, steps));
        return this;
    }

    /** The intervals around the forecasts. */
    public Prediction intervals(IntervalRequest request) throws LstmException {
        intervals = request.check();
        return this;
    }

    /** The method that makes the forecasts (default: the network). */
    public Prediction method(ForecastMethod wanted) {
        method = Optional.of(wanted);
        return this;
    }

    /** Follows the forecast and may stop it. */
    public Prediction listener(ProgressListener follower) {
        own.follow(follower);
        return this;
    }

    /** Steps to forecast. */
    public int steps() {
        return horizon.orElse(model.preparation().plan().horizon());
    }

    /**
     * Forecasts, and closes the network.
     *
     * @throws java.util.concurrent.CancellationException if the listener or an interrupt of this thread stops it
     * @throws LstmException if the series is too short or of another form, what is known ahead is missing, or the model
     *     cannot give the intervals
     */
    public SeriesForecast run() throws LstmException {
        try (this) {
            return forecast();
        }
    }

    /** Forecasts, and keeps the network open for another series. */
    public SeriesForecast forecast() throws LstmException {
        TargetMethods methods = methods();
        IntervalPlan plan = methods.plan(intervals);
        ForecastRows rows = ForecastRows.of(model, name, series, steps());
        SeriesForecast forecast = methods.areSimple() ? rows.unknown(plan.levels()) : own(rows, plan, methods);
        BaselinePrediction simple = new BaselinePrediction(model, series, rows.start(), own.bases());
        for (int target = 0; target < methods.each().size(); target++) {
            Method made = methods.each().get(target);
            if (made == Method.NETWORK) {
                Arrays.stream(forecast.intervals()[target])
                        .flatMap(Arrays::stream)
                        .forEach(ends -> Arrays.fill(ends, Double.NaN));
                notes.add(new IntervalNote.PartOfCombination());
            } else if (made != Method.MODEL) {
                BaselinePrediction.Points one =
                        simple.forecast(made, target, steps(), plan.levels().shares());
                forecast.points()[target] = one.points();
                forecast.intervals()[target] = one.intervals();
                notes.addAll(simple.notes(made, target, steps(), plan));
            }
        }
        return method.isEmpty() ? forecast : forecast.by(methods.names());
    }

    /** The forecast of the model's combination, if it has one, or of its network, if that alone is asked for. */
    private SeriesForecast own(ForecastRows rows, IntervalPlan plan, TargetMethods methods) throws LstmException {
        boolean combined = !methods.each().contains(Method.NETWORK);
        if (combined) {
            BaseShare.requireShipped(model, name);
        }
        return own.forecast(rows, rows.timeline(future), plan, combined);
    }

    /** The method of each target. */
    private TargetMethods methods() throws LstmException {
        return TargetMethods.of(model, name, method);
    }

    /**
     * The levels of the intervals.
     *
     * @throws LstmException if the model cannot give them
     */
    public IntervalLevels levels() throws LstmException {
        return methods().plan(intervals).levels();
    }

    /** What to know about the intervals of forecasts that were made so far by other methods than the network. */
    public List<IntervalNote> notes() {
        return List.copyOf(notes);
    }

    /** The base networks that are open until this is closed. */
    OpenBaseNetworks bases() {
        return own.bases();
    }

    @Override
    public void close() {
        own.close();
    }
}
