package lstm.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import lstm.base.OpenBaseNetworks;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.error.SettingRange;
import lstm.evaluate.BacktestResult;
import lstm.evaluate.EvaluationOrigins;
import lstm.evaluate.HistoricalForecasts;
import lstm.evaluate.OriginForecast;
import lstm.evaluate.RowsWithHistory;
import lstm.forecast.FiniteForecasts;
import lstm.forecast.Forecaster;
import lstm.forecast.IntervalPlan;
import lstm.forecast.IntervalRequest;
import lstm.model.FittedBaselines;
import lstm.model.Method;
import lstm.model.Model;
import lstm.prepare.PositiveValues;
import lstm.progress.ProgressListener;
import lstm.series.KeyedSeries;
import lstm.series.RowWeights;
import lstm.series.Series;
import lstm.series.SeriesTable;

/** Forecasts rows whose values are known from the rows before them, and scores the forecasts. */
public final class ModelEvaluation {
    /** Methods that smooth are no match for a model if they learn from fewer rows, or seasons. */
    private static final int LEAST_ROWS = 20;

    private static final int LEAST_SEASONS = 3;

    private final Model model;
    private String name = "the model";
    private Optional<Series> context = Optional.empty();
    private OptionalInt horizon = OptionalInt.empty();
    private OptionalLong since = OptionalLong.empty();
    private int every = 1;
    private IntervalRequest intervals = IntervalRequest.DEFAULT;
    private int threads = Runtime.getRuntime().availableProcessors();

    private ProgressListener listener = ProgressListener.NONE;

    private ModelEvaluation(Model model) {
        this.model = model;
    }

    /** An evaluation of a model. */
    public static ModelEvaluation of(Model model) {
        return new ModelEvaluation(model);
    }

    /** What failures call the model. */
    public ModelEvaluation named(String modelName) {
        name = modelName;
        return this;
    }

    /**
     * Rows before the ones to forecast, which the first windows reach back into (default: the last rows that the model
     * was trained on, if they come before).
     */
    public ModelEvaluation context(Series earlier) {
        context = Optional.of(earlier);
        return this;
    }

    /** Stamp of the first row to forecast (default: that of the first row with enough rows before it). */
    public ModelEvaluation from(long stamp) {
        since = OptionalLong.of(stamp);
        return this;
    }

    /** Steps to forecast from each origin (default: the horizon that the model was trained for). */
    public ModelEvaluation horizon(int steps) throws LstmException {
        horizon = OptionalInt.of(SettingRange.steps(Setting.HORIZON, steps));
        return this;
    }

    /** Whether a series ends before the first row to forecast. */
    private boolean isAfter(Series series) {
        return since.isPresent() && series.stamps().last() < since.getAsLong();
    }

    private int steps() {
        return horizon.orElse(model.preparation().plan().horizon());
    }

    /** Rows from one origin to the next (default: 1). */
    public ModelEvaluation every(int rows) throws LstmException {
        every = SettingRange.atLeastOne(Setting.EVERY, rows);
        return this;
    }

    /** The intervals around the forecasts. */
    public ModelEvaluation intervals(IntervalRequest request) throws LstmException {
        intervals = request.check();
        return this;
    }

    /** Threads to compute on (default: one for each processor). */
    public ModelEvaluation threads(int number) throws LstmException {
        threads = SettingRange.atLeastOne(Setting.THREADS, number);
        return this;
    }

    /** Follows the forecasts and may stop them. */
    public ModelEvaluation listener(ProgressListener follower) {
        listener = follower;
        return this;
    }

    /**
     * Forecasts and scores the rows of each series of a table, as far as they can be forecast.
     *
     * @throws LstmException if the settings do not suit the model
     * @throws java.util.concurrent.CancellationException if the listener or an interrupt of this thread stops it
     */
    public List<KeyedEvaluation<EvaluationResult>> run(SeriesTable table) throws LstmException {
        List<KeyedEvaluation<EvaluationResult>> each = new ArrayList<>();
        try (OpenBaseNetworks bases = new OpenBaseNetworks()) {
            for (KeyedSeries one : table.each()) {
                try {
                    each.add(KeyedEvaluation.scored(one.key(), run(one.series(), bases)));
                } catch (LstmException e) {
                    each.add(unscored(one, e));
                }
            }
        }
        return KeyedEvaluation.all(table, each);
    }

    private KeyedEvaluation<EvaluationResult> unscored(KeyedSeries one, LstmException reason) throws LstmException {
        if (reason.kind() == LstmException.Kind.DATA && isAfter(one.series())) {
            return KeyedEvaluation.without(one.key(), SeriesStatus.ENDED, reason);
        }
        int least = model.preparation().leastRows() + steps();
        return KeyedEvaluation.refused(one.key(), one.series(), least - 1, reason);
    }

    /**
     * The simple methods beside the model. A model of several series knows none of them, so they learn from the rows of
     * this one that taught the model, or from those before the first forecast if these are more; so do those that
     * smooth, of which a model of one series keeps none unless it combines them, if the rows are enough.
     */
    private List<FittedBaselines> baselines(RowsWithHistory history, HistoricalForecasts forecasts) {
        int known = Math.max(forecasts.origins()[0], forecasts.seen().taught());
        if (model.isOfSeveral()) {
            return history.baselines(known, model);
        }
        int enough =
                Math.max(LEAST_ROWS, LEAST_SEASONS * model.preparation().plan().season());
        return known < enough ? model.baselines() : history.smoothing(model, known);
    }

    /**
     * Forecasts and scores the rows of a series.
     *
     * @throws LstmException if no row can be forecast, or the series does not suit the model
     * @throws java.util.concurrent.CancellationException if the listener or an interrupt of this thread stops it
     */
    public EvaluationResult run(Series rows) throws LstmException {
        try (OpenBaseNetworks bases = new OpenBaseNetworks()) {
            return run(rows, bases);
        }
    }

    private EvaluationResult run(Series rows, OpenBaseNetworks bases) throws LstmException {
        IntervalPlan plan = intervals.plan(model, name);
        PositiveValues.check(rows, model.preparation());
        model.requireStatics(rows);
        BaseShare.requireShipped(model, name);
        RowsWithHistory history =
                context.isPresent() ? RowsWithHistory.of(context.get(), rows) : RowsWithHistory.after(model, rows);
        HistoricalForecasts forecasts = new EvaluationOrigins(model, history, rows, since).hindcast(steps(), every);
        Model beside = model.withBaselines(baselines(history, forecasts));
        BacktestResult result;
        // A network of its own for each series: it keeps memory for each number of windows that it has seen.
        try (Forecaster forecaster = Forecaster.open(model, threads, bases).follow(listener)) {
            result = forecasts.of(
                    beside, forecaster, plan.intervals(), plan.levels().shares());
        }
        for (OriginForecast origin : result.origins()) {
            for (double[] target : origin.forecasts().get(Method.MODEL)) {
                FiniteForecasts.required(target, rows.source());
            }
        }
        List<BacktestResult> parts = forecasts.seen().parts(result);
        int known = parts.get(0).origins().get(0).row() - history.before();
        OptionalDouble weight = RowWeights.of(rows, known);
        return new EvaluationResult(
                beside,
                rows,
                history,
                result.weighing(weight),
                parts.stream().map(part -> part.weighing(weight)).toList(),
                plan.levels());
    }
}
