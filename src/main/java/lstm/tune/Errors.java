package lstm.tune;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lstm.forecast.Backtest;
import lstm.forecast.Origin;
import lstm.forecast.Outcome;
import lstm.model.Accuracy;
import lstm.model.Method;
import lstm.model.Score;
import lstm.series.Series;

/** Forecasts of all targets beside what came, over the folds so far. */
final class Errors {
    /** More often wrong than this and it does not matter how much. */
    private static final double WORST = 1e9;

    private final Series series;
    private final List<Origin> origins = new ArrayList<>();
    private List<Optional<Score>> scores = List.of();

    Errors(Series series) {
        this.series = series;
    }

    /** Takes the forecasts of a fold. */
    void add(Backtest backtest, List<Origin> more) {
        origins.addAll(more);
        Outcome outcome = backtest.outcome(series, origins);
        List<Optional<Score>> all = new ArrayList<>();
        for (int target = 0; target < outcome.targets(); target++) {
            all.add(outcome.score(target, -1));
        }
        scores = all;
    }

    /** RMSE of the first target; 0 if nothing is known of it. */
    double rmse(Method method) {
        return scores.isEmpty() ? 0 : rmse(scores.get(0), method);
    }

    private static double rmse(Optional<Score> score, Method method) {
        return score.map(all -> all.accuracies().get(method))
                .map(Accuracy::rmse)
                .orElse(0.0);
    }

    /** The mean over the targets of RMSE / RMSE of naive; 1 where neither makes an error. */
    double ratio() {
        double sum = 0;
        for (Optional<Score> score : scores) {
            double model = rmse(score, Method.MODEL);
            double naive = rmse(score, Method.NAIVE);
            sum += model == naive ? 1 : Math.min(WORST, model / naive);
        }
        return sum / scores.size();
    }
}
