package lstm.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import lstm.base.OpenBaseNetworks;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.error.SettingRange;
import lstm.evaluate.BaselineFit;
import lstm.evaluate.FitExtent;
import lstm.evaluate.ForecastMethod;
import lstm.evaluate.MethodCombiner;
import lstm.forecast.Forecast;
import lstm.forecast.ForecastStart;
import lstm.forecast.Forecaster;
import lstm.forecast.IntervalLevels;
import lstm.forecast.IntervalNote;
import lstm.forecast.IntervalPlan;
import lstm.forecast.IntervalRequest;
import lstm.forecast.Intervals.Kind;
import lstm.forecast.Residuals;
import lstm.forecast.RollingIntervals;
import lstm.forecast.SeriesForecast;
import lstm.model.Combination;
import lstm.model.FittedBaselines;
import lstm.model.Method;
import lstm.model.Model;
import lstm.prepare.ForecastRollout;
import lstm.prepare.Timeline;
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
    private String name = "the model";
    private Optional<Series> series = Optional.empty();
    private Optional<Series> future = Optional.empty();
    private OptionalInt horizon = OptionalInt.empty();
    private IntervalRequest intervals = IntervalRequest.DEFAULT;
    private Optional<ForecastMethod> method = Optional.empty();
    private ProgressListener listener = ProgressListener.NONE;
    private Optional<Forecaster> forecaster = Optional.empty();
    private OpenBaseNetworks bases = new OpenBaseNetworks();
    private Optional<Residuals> residuals = Optional.empty();
    private final Set<IntervalNote> notes = new LinkedHashSet<>();

    private Prediction(Model model) {
        this.model = model;
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
        residuals = Optional.empty();
        return this;
    }

    /** The method that makes the forecasts (default: the network). */
    public Prediction method(ForecastMethod wanted) {
        method = Optional.of(wanted);
        return this;
    }

    /** Follows the forecast and may stop it. */
    public Prediction listener(ProgressListener follower) {
        listener = follower;
        forecaster.ifPresent(open -> open.follow(follower));
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
        List<Method> methods = methods();
        IntervalPlan plan = plan(methods);
        ForecastStart start = series.isPresent()
                ? ForecastStart.after(model, name, series.get())
                : ForecastStart.trained(model, name);
        long[] stamps = start.after(ForecastRollout.rounded(model.preparation().plan(), steps()));
        int targets = methods.size();
        boolean alone = methods.contains(Method.NETWORK);
        SeriesForecast forecast = alone || methods.contains(Method.MODEL)
                ? own(start, stamps, plan, !alone)
                : new SeriesForecast(
                        start,
                        model.targets(),
                        stamps,
                        new double[targets][],
                        new double[targets][][][],
                        plan.levels(),
                        List.of());
        BaselinePrediction simple = new BaselinePrediction(model, series, start, bases);
        for (int target = 0; target < targets; target++) {
            if (methods.get(target) == Method.NETWORK) {
                Arrays.stream(forecast.intervals()[target])
                        .flatMap(Arrays::stream)
                        .forEach(ends -> Arrays.fill(ends, Double.NaN));
                notes.add(new IntervalNote.PartOfCombination());
            } else if (methods.get(target) != Method.MODEL) {
                BaselinePrediction.Points one = simple.forecast(
                        methods.get(target), target, steps(), plan.levels().shares());
                forecast.points()[target] = one.points();
                forecast.intervals()[target] = one.intervals();
                notes.addAll(simple.notes(methods.get(target), target, steps(), plan));
            }
        }
        return method.isEmpty()
                ? forecast
                : forecast.by(methods.stream().map(this::named).toList());
    }

    /** The forecast of a model that combines nothing is its network's. */
    private Method named(Method made) {
        return made == Method.MODEL
                        && model.combination().filter(Combination::usesMethods).isEmpty()
                ? Method.NETWORK
                : made;
    }

    /** @param combined whether it is the model's combination, if it has one, or its network alone */
    private SeriesForecast own(ForecastStart start, long[] stamps, IntervalPlan plan, boolean combined)
            throws LstmException {
        if (combined) {
            BaseShare.requireShipped(model, name);
        }
        Timeline timeline = start.rows(stamps, knownAhead(start, stamps));
        forecaster().combining(combined ? combiner() : Optional.empty());
        Forecast forecast = start.forecast(forecaster(), timeline, steps());
        double[][][][] ends = intervals(plan, start, timeline, forecast);
        return new SeriesForecast(start, model.targets(), stamps, forecast.points(), ends, plan.levels(), List.of());
    }

    /** What combines the network's forecast with others; empty if the model does not. */
    private Optional<MethodCombiner> combiner() {
        if (model.combination().filter(Combination::usesMethods).isEmpty()) {
            return Optional.empty();
        }
        if (series.isEmpty()) {
            double[][] recent =
                    model.baselines().stream().map(FittedBaselines::recent).toArray(double[][]::new);
            return MethodCombiner.of(model, model.baselines(), recent);
        }
        Series rows = series.get();
        int before = Math.max(0, rows.rows() - model.preparation().historyRows());
        double[][] older = new double[model.targets().size()][];
        Arrays.setAll(older, target -> Arrays.copyOf(rows.column(target), before));
        return MethodCombiner.of(model, model.isOfSeveral() ? fitted(rows) : model.baselines(), older);
    }

    /** A model of several series knows none of them: the baselines learn from the rows to forecast after. */
    private List<FittedBaselines> fitted(Series rows) {
        Series last = rows.rows() > TablePrediction.rows(model) ? rows.tail(TablePrediction.rows(model)) : rows;
        return BaselineFit.of(last.values(), last.masked(), last.rows(), model.preparation(), FitExtent.of(model));
    }

    private boolean usesNetwork() {
        return model.combination().map(Combination::usesNetwork).orElse(true);
    }

    /**
     * One series teaches nothing about the next, so that all have the residuals of the model and share their ends.
     * Where no network reads windows, the size of errors is told from more rows than a forecast starts from.
     */
    private double[][][][] intervals(IntervalPlan plan, ForecastStart start, Timeline timeline, Forecast forecast) {
        double[] levels = plan.levels().shares();
        if (plan.intervals().kind() == Kind.DROPOUT) {
            return plan.intervals()
                    .source(model, forecaster(), timeline, new BitSet())
                    .next(start.context().rows(), forecast, levels);
        }
        if (residuals.isEmpty()) {
            residuals = Optional.of(Residuals.of(model, plan.intervals().kind()));
        }
        Optional<Series> whole = series.filter(any -> model.isOfSeveral());
        double[][] known = whole.map(Series::values).orElseGet(timeline::columns);
        int origin = whole.map(Series::rows).orElse(start.context().rows());
        return new RollingIntervals(residuals.get(), known, new BitSet()).next(origin, forecast, levels);
    }

    /** The method of each target. */
    private List<Method> methods() throws LstmException {
        List<Method> methods = new ArrayList<>();
        for (int target = 0; target < model.targets().size(); target++) {
            methods.add(method.isEmpty() ? Method.MODEL : method.get().of(model, target, name));
        }
        return methods;
    }

    private IntervalPlan plan(List<Method> methods) throws LstmException {
        Optional<Method> simple = methods.stream()
                .filter(one -> one != Method.MODEL && one != Method.NETWORK)
                .findFirst();
        if (simple.isPresent()
                && intervals.kind().filter(kind -> kind != Kind.RESIDUALS).isPresent()) {
            throw LstmException.usage(
                            Setting.INTERVALS.to(intervals.kind().get()),
                            " is of the network, and this forecast is by ",
                            simple.get())
                    .remedy(
                            "use ",
                            Setting.INTERVALS.to(Kind.RESIDUALS),
                            " or ",
                            Setting.METHOD.to(ForecastMethod.NETWORK))
                    .in(name);
        }
        return methods.contains(Method.MODEL) || methods.contains(Method.NETWORK)
                ? intervals.plan(model, name)
                : intervals.ofResiduals(model.recipe().loss());
    }

    /**
     * The levels of the intervals.
     *
     * @throws LstmException if the model cannot give them
     */
    public IntervalLevels levels() throws LstmException {
        return plan(methods()).levels();
    }

    /** What to know about the intervals of forecasts that were made so far by other methods than the network. */
    public List<IntervalNote> notes() {
        return List.copyOf(notes);
    }

    private double[][] knownAhead(ForecastStart start, long[] stamps) throws LstmException {
        if (model.ahead().isEmpty() || !usesNetwork()) {
            return new double[0][];
        } else if (future.isEmpty()) {
            throw LstmException.usage(
                            "the model needs ", String.join(", ", model.ahead()), " of ", stamps.length, " steps ahead")
                    .remedy("give their future values with ", Setting.FUTURE);
        }
        return FutureCovariates.at(future.get(), start.stamps(), stamps);
    }

    private Forecaster forecaster() {
        if (forecaster.isEmpty()) {
            forecaster = Optional.of(Forecaster.open(model, 1, bases).follow(listener));
        }
        return forecaster.get();
    }

    /** The base networks that are open until this is closed. */
    OpenBaseNetworks bases() {
        return bases;
    }

    @Override
    public void close() {
        forecaster.ifPresent(Forecaster::close);
        forecaster = Optional.empty();
        bases.close();
        bases = new OpenBaseNetworks();
    }
}
