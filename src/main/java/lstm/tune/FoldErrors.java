package lstm.tune;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import lstm.evaluate.BacktestResult;
import lstm.evaluate.OriginForecast;
import lstm.model.Accuracy;
import lstm.model.Method;
import lstm.model.Score;
import lstm.series.Series;
import lstm.statistics.Means;
import lstm.workflow.BacktestPlan;

/** The errors of all targets of one or several series over the folds so far. */
final class FoldErrors {
    /** Ratios are capped here, where their size no longer matters. */
    private static final double WORST = 1e9;

    private final List<OfSeries> each;

    FoldErrors(List<Series> each) {
        this.each = each.stream().map(OfSeries::new).toList();
    }

    /** Adds the forecasts of a fold, those of each series. */
    void add(BacktestPlan backtest, List<List<OriginForecast>> more) {
        for (int k = 0; k < each.size(); k++) {
            each.get(k).add(backtest, more.get(k));
        }
    }

    /** RMSE of the first target, of several series their mean; 0 if there is none yet. */
    double rmse(Method method) {
        return mean(each, one -> one.rmse(method));
    }

    /** The mean over the series, in which each counts as its weight says. */
    private static double mean(List<OfSeries> each, ToDoubleFunction<OfSeries> figure) {
        double[] weights = each.stream()
                .flatMap(one -> one.outcome.stream())
                .flatMapToDouble(outcome -> outcome.weight().stream())
                .toArray();
        return weights.length == 0
                ? each.stream().mapToDouble(figure).average().orElseThrow()
                : Means.weighted(each.stream().mapToDouble(figure).toArray(), weights);
    }

    private static double rmse(Optional<Score> score, Method method) {
        return score.map(all -> all.accuracies().get(method))
                .map(Accuracy::rmse)
                .orElse(0.0);
    }

    /**
     * The mean over the series and targets of RMSE / RMSE of naive; 1 where the two are equal. Series that naive makes
     * no error in, such as constant ones, are left out where there are others: any error in them would be infinite.
     */
    double ratio() {
        return mean(comparable(), OfSeries::ratio);
    }

    private List<OfSeries> comparable() {
        List<OfSeries> some = each.stream().filter(OfSeries::isComparable).toList();
        return some.isEmpty() ? each : some;
    }

    /** The squared error of each origin relative to that of naive over all origins, of several series their mean. */
    OriginLosses losses() {
        Optional<BacktestResult> outcome = each.get(0).outcome;
        if (outcome.isEmpty()) {
            return new OriginLosses(new double[0], 1);
        }
        List<OfSeries> some = comparable();
        Map<OfSeries, double[]> losses = new IdentityHashMap<>();
        some.forEach(one -> losses.put(one, one.losses()));
        double[] byOrigin = new double[losses.get(some.get(0)).length];
        for (int k = 0; k < byOrigin.length; k++) {
            int origin = k;
            byOrigin[k] = mean(some, one -> losses.get(one)[origin]);
        }
        BacktestResult first = outcome.get();
        return new OriginLosses(byOrigin, (first.steps() + first.every() - 1) / first.every());
    }

    private static double loss(BacktestResult one, double[] naive) {
        return targets(one)
                .mapToDouble(target -> ratio(rmse(one.score(target, -1), Method.MODEL), naive[target]))
                .map(ratio -> ratio * ratio)
                .average()
                .orElseThrow();
    }

    private static double ratio(double model, double naive) {
        return model == naive ? 1 : Math.min(WORST, model / naive);
    }

    private static IntStream targets(BacktestResult outcome) {
        return IntStream.range(0, outcome.targets());
    }

    /** Those of one series. */
    private static final class OfSeries {
        private final Series series;
        private final List<OriginForecast> origins = new ArrayList<>();
        private Optional<BacktestResult> outcome = Optional.empty();
        private List<Optional<Score>> scores = List.of();

        OfSeries(Series series) {
            this.series = series;
        }

        void add(BacktestPlan backtest, List<OriginForecast> more) {
            origins.addAll(more);
            origins.sort(Comparator.comparingInt(OriginForecast::row));
            BacktestResult all = backtest.outcome(series, origins);
            outcome = Optional.of(all);
            scores = targets(all).mapToObj(target -> all.score(target, -1)).toList();
        }

        double rmse(Method method) {
            return scores.isEmpty() ? 0 : FoldErrors.rmse(scores.get(0), method);
        }

        boolean isComparable() {
            return scores.stream().noneMatch(score -> FoldErrors.rmse(score, Method.NAIVE) == 0);
        }

        double ratio() {
            return scores.stream()
                    .mapToDouble(score -> FoldErrors.ratio(
                            FoldErrors.rmse(score, Method.MODEL), FoldErrors.rmse(score, Method.NAIVE)))
                    .average()
                    .orElseThrow();
        }

        double[] losses() {
            BacktestResult all = outcome.orElseThrow();
            double[] naive = scores.stream()
                    .mapToDouble(score -> FoldErrors.rmse(score, Method.NAIVE))
                    .toArray();
            return origins.stream()
                    .mapToDouble(origin -> loss(all.of(origin), naive))
                    .toArray();
        }
    }
}
