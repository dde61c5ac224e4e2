package lstm.workflow;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lstm.base.OpenBaseNetworks;
import lstm.error.LstmException;
import lstm.evaluate.BaselineFit;
import lstm.evaluate.FitExtent;
import lstm.evaluate.MethodCombiner;
import lstm.forecast.Forecast;
import lstm.forecast.Forecaster;
import lstm.forecast.IntervalPlan;
import lstm.forecast.Intervals.Kind;
import lstm.forecast.Residuals;
import lstm.forecast.RollingIntervals;
import lstm.forecast.SeriesForecast;
import lstm.model.Combination;
import lstm.model.FittedBaselines;
import lstm.model.Model;
import lstm.prepare.Timeline;
import lstm.progress.ProgressListener;
import lstm.series.Series;

/**
 * Forecasts of a model's network, or of the combination of that with other methods. Networks stay open in native memory
 * from one series to the next, until they are closed; what is forecast after that opens them anew.
 */
final class OwnPrediction implements AutoCloseable {
    private final Model model;
    private ProgressListener listener = ProgressListener.NONE;
    private Optional<Forecaster> forecaster = Optional.empty();
    private OpenBaseNetworks bases = new OpenBaseNetworks();
    /** One series teaches nothing about the next, so that all have the residuals of the model and share their ends. */
    private final Map<Kind, Residuals> residuals = new EnumMap<>(Kind.class);

    OwnPrediction(Model model) {
        this.model = model;
    }

    /** Follows the forecasts and may stop them with a {@link java.util.concurrent.CancellationException}. */
    void follow(ProgressListener follower) {
        listener = follower;
        forecaster.ifPresent(open -> open.follow(follower));
    }

    /** The base networks that are open until this is closed. */
    OpenBaseNetworks bases() {
        return bases;
    }

    /**
     * Forecasts.
     *
     * @param timeline of the rows
     * @param combined whether it is the model's combination, if it has one, or its network alone
     * @throws LstmException if a forecast is not finite
     */
    SeriesForecast forecast(ForecastRows rows, Timeline timeline, IntervalPlan plan, boolean combined)
            throws LstmException {
        Forecaster open = forecaster();
        open.combining(combined ? combiner(rows.series()) : Optional.empty());
        Forecast forecast = rows.start().forecast(open, timeline, rows.steps());
        return rows.forecast(forecast.points(), intervals(plan, rows, timeline, forecast), plan.levels());
    }

    private Forecaster forecaster() {
        if (forecaster.isEmpty()) {
            forecaster = Optional.of(Forecaster.open(model, 1, bases).follow(listener));
        }
        return forecaster.get();
    }

    /** What combines the network's forecast with others; empty if the model does not. */
    private Optional<MethodCombiner> combiner(Optional<Series> series) {
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

    /** Where no network reads windows, the size of errors is told from more rows than a forecast starts from. */
    private double[][][][] intervals(IntervalPlan plan, ForecastRows rows, Timeline timeline, Forecast forecast) {
        double[] levels = plan.levels().shares();
        int context = rows.start().context().rows();
        if (plan.intervals().kind() == Kind.DROPOUT) {
            return plan.intervals()
                    .source(model, forecaster(), timeline, new BitSet())
                    .next(context, forecast, levels);
        }
        Residuals known = residuals.computeIfAbsent(plan.intervals().kind(), kind -> Residuals.of(model, kind));
        Optional<Series> whole = rows.series().filter(any -> model.isOfSeveral());
        double[][] columns = whole.map(Series::values).orElseGet(timeline::columns);
        int origin = whole.map(Series::rows).orElse(context);
        return new RollingIntervals(known, columns, new BitSet()).next(origin, forecast, levels);
    }

    @Override
    public void close() {
        forecaster.ifPresent(Forecaster::close);
        forecaster = Optional.empty();
        bases.close();
        bases = new OpenBaseNetworks();
    }
}
