package lstm.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lstm.evaluate.BacktestResult;
import lstm.evaluate.Baseline;
import lstm.evaluate.BaselineFit;
import lstm.evaluate.ErrorMeasures;
import lstm.evaluate.FitExtent;
import lstm.evaluate.HistoricalForecasts;
import lstm.evaluate.MethodCombiner;
import lstm.evaluate.OriginForecast;
import lstm.forecast.Forecast;
import lstm.forecast.Forecaster;
import lstm.forecast.IntervalSource;
import lstm.forecast.Intervals;
import lstm.model.ErrorScale;
import lstm.model.FittedBaselines;
import lstm.model.Method;
import lstm.model.Model;
import lstm.model.Settings;
import lstm.prepare.Timeline;
import lstm.series.RowWeights;
import lstm.series.Series;
import lstm.train.DivergedException;
import lstm.train.Trainer;

/**
 * Forecasts from origins in the past, one after the other, and compares each with what happened (Tashman, 2000).
 * Everything that is fitted at an origin (transform, scaler, weights, simple methods, intervals) knows only rows before
 * it.
 *
 * @param origins how many, the last of them a horizon before the end
 * @param every rows from one to the next
 * @param refit origins after which the model is trained anew; 0 for never
 * @param levels of the intervals, in (0, 1)
 * @param intervals how they are made
 */
@SuppressWarnings("ArrayRecordComponent") // Not compared.
public record BacktestPlan(Settings settings, int origins, int every, int refit, double[] levels, Intervals intervals) {
    /** Follows a backtest and may stop it. */
    public interface Listener {
        /** Follows nothing and never stops. */
        Listener NONE = new Listener() {};

        /** Before each training; returns what follows it and may stop it. */
        default Trainer.Listener fitting(int origin, int rows) {
            return TrainingListener.NONE;
        }

        /** After each origin; true stops here. */
        default boolean done(int origin) {
            return false;
        }
    }

    /**
     * The first row that is forecast from an origin: before a gap that was interpolated, if it lies in one.
     *
     * @param number of the origin, from 0
     */
    public int row(Series series, int number) {
        return series.origin(row(series.rows(), number));
    }

    /** The same with no gap among that many rows. */
    public int row(int rows, int number) {
        return rows - settings.plan().horizon() - (origins - 1 - number) * every;
    }

    /**
     * Forecasts from one origin after the other.
     *
     * @return the origins that were done: all, unless the listener or an interrupt of this thread stopped it
     * @throws DivergedException if a training does
     */
    public List<OriginForecast> run(Series series, int threads, Listener listener) throws DivergedException {
        return run(List.of(series), threads, listener).get(0);
    }

    /**
     * The same for several series and one model. The origins of each are counted from its own end.
     *
     * @return the origins of each series
     */
    public List<List<OriginForecast>> run(List<Series> each, int threads, Listener listener) throws DivergedException {
        List<List<OriginForecast>> done = new ArrayList<>();
        each.forEach(series -> done.add(new ArrayList<>()));
        for (int number = 0; number < origins; number += fittedFor()) {
            int from = number;
            List<Series> known =
                    each.stream().map(series -> series.first(row(series, from))).toList();
            PreparedTraining job = PreparedTraining.unchecked(known, settings);
            Optional<Model> model = ModelTrainer.fit(
                    job, threads, listener.fitting(number, known.get(0).rows()));
            if (model.isEmpty() || !forecast(each, model.get(), number, threads, listener, done)) {
                return done;
            }
        }
        return done;
    }

    private int fittedFor() {
        return refit == 0 ? origins : refit;
    }

    private boolean forecast(
            List<Series> each, Model model, int from, int threads, Listener listener, List<List<OriginForecast>> done) {
        try (Forecaster forecaster = Forecaster.open(model, threads)) {
            for (int k = 0; k < each.size(); k++) {
                if (!forecast(each.get(k), model, forecaster, from, listener, done.get(k))) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean forecast(
            Series series, Model model, Forecaster forecaster, int from, Listener listener, List<OriginForecast> done) {
        int fitted = row(series, from);
        int steps = settings.plan().horizon();
        List<FittedBaselines> simple = baselines(series, model, fitted);
        List<List<Baseline>> baselines = Baseline.common(simple, fitted, forecaster.bases());
        Timeline rows = Timeline.of(series);
        forecaster.combining(MethodCombiner.of(model, simple));
        IntervalSource source = intervals.source(model, forecaster, rows, series.masked());
        for (int number = from; number < Math.min(origins, from + fittedFor()); number++) {
            int row = row(series, number);
            Forecast forecast = forecaster.forecast(rows, new int[] {row}, steps)[0];
            Map<Method, double[][]> all = HistoricalForecasts.own(forecast);
            all.putAll(HistoricalForecasts.simple(baselines, rows.columns(), new int[] {row}, steps)
                    .get(0));
            done.add(new OriginForecast(row, fitted, all, source.next(row, forecast, levels)));
            if (listener.done(number) || Thread.currentThread().isInterrupted()) {
                return false;
            }
        }
        return true;
    }

    /** Methods that smooth are fitted too, unless it is for a search, which wants no intervals and needs naive only. */
    private FitExtent extent(Model model) {
        FitExtent needed = FitExtent.of(model);
        return levels.length > 0 ? needed.withSmoothing() : needed;
    }

    /** Of each target. */
    private List<FittedBaselines> baselines(Series series, Model model, int rows) {
        Series known = series.first(rows);
        return BaselineFit.of(known.values(), known.masked(), rows, model.preparation(), extent(model));
    }

    /**
     * What came of origins that were done.
     *
     * @param done at least one
     */
    public BacktestResult outcome(Series series, List<OriginForecast> done) {
        List<ErrorScale> scales = new ArrayList<>();
        for (int target = 0; target < settings.plan().targets(); target++) {
            scales.add(ErrorMeasures.scale(
                    series.column(target),
                    series.masked(),
                    done.get(0).fitted(),
                    settings.plan().season()));
        }
        return new BacktestResult(
                        series.values(),
                        series.masked(),
                        done,
                        every,
                        settings.plan().season(),
                        scales)
                .weighing(RowWeights.of(series, done.get(0).fitted()));
    }
}
