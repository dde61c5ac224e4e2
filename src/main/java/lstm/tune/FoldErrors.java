package lstm.tune;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lstm.evaluate.BacktestResult;
import lstm.evaluate.OriginForecast;
import lstm.model.Accuracy;
import lstm.model.Method;
import lstm.model.Score;
import lstm.series.Series;
import lstm.workflow.BacktestPlan;

/** The errors of all targets over the folds so far. */
final class FoldErrors {
    /** Ratios are capped here, where their size no longer matters. */
    private static final double WORST = 1e9;

    private final Series series;
    private final List<OriginForecast> origins = new ArrayList<>();
    private Optional<BacktestResult> outcome = Optional.empty();
    private List<Optional<Score>> scores = List.of();

    FoldErrors(Series series) {
        this.series = series;
    }

    /** Adds the forecasts of a fold. */
    void add(BacktestPlan backtest, List<OriginForecast> more) {
        origins.addAll(more);
        origins.sort(Comparator.comparingInt(OriginForecast::row));
        BacktestResult all = backtest.outcome(series, origins);
        outcome = Optional.of(all);
        scores = targets(all).mapToObj(target -> all.score(target, -1)).toList();
    }

    /** RMSE of the first target; 0 if there is none yet. */
    double rmse(Method method) {
        return scores.isEmpty() ? 0 : rmse(scores.get(0), method);
    }

    private static double rmse(Optional<Score> score, Method method) {
        return score.map(all -> all.accuracies().get(method))
                .map(Accuracy::rmse)
                .orElse(0.0);
    }

    /** The mean over the targets of RMSE / RMSE of naive; 1 where the two are equal. */
    double ratio() {
        return scores.stream()
                .mapToDouble(score -> ratio(rmse(score, Method.MODEL), rmse(score, Method.NAIVE)))
                .average()
                .orElseThrow();
    }

    /** The squared error of each origin relative to that of naive over all origins. */
    OriginLosses losses() {
        if (outcome.isEmpty()) {
            return new OriginLosses(new double[0], 1);
        }
        BacktestResult all = outcome.get();
        double[] naive =
                scores.stream().mapToDouble(score -> rmse(score, Method.NAIVE)).toArray();
        double[] byOrigin = origins.stream()
                .mapToDouble(origin -> loss(all.of(origin), naive))
                .toArray();
        return new OriginLosses(byOrigin, (all.steps() + all.every() - 1) / all.every());
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
}
