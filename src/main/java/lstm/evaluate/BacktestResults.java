package lstm.evaluate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lstm.model.Accuracy;
import lstm.model.Method;
import lstm.model.Score;

/**
 * The backtest results of one series, or of several series forecast by the same model.
 *
 * @param each at least one, all with the same targets, steps and season
 */
public record BacktestResults(List<BacktestResult> each) {
    /** Copies the list. */
    public BacktestResults {
        each = List.copyOf(each);
        if (each.isEmpty()) {
            throw new IllegalArgumentException("outcomes of no series");
        }
    }

    /** Number of columns of each series that were forecast. */
    public int targets() {
        return each.get(0).targets();
    }

    /** Number of steps ahead. */
    public int steps() {
        return each.get(0).steps();
    }

    /**
     * Scores all methods on one step of a target, or on all steps; for several series as means over those with an
     * actual value, in which each counts as its weight says.
     *
     * @param step from 0; negative for all
     * @return empty if there is no actual value
     */
    public Optional<Score> score(int target, int step) {
        if (each.size() == 1) {
            return each.get(0).score(target, step);
        }
        return mean(target, step, true);
    }

    private Optional<Score> mean(int target, int step, boolean weighed) {
        List<Score> scores = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (BacktestResult one : each) {
            Optional<Score> own = one.score(target, step);
            own.ifPresent(scores::add);
            if (own.isPresent() && weighed) {
                one.weight().ifPresent(weights::add);
            }
        }
        return scores.isEmpty()
                ? Optional.empty()
                : Optional.of(MeanScore.of(
                        scores, weights.stream().mapToDouble(weight -> weight).toArray(), step < 0 ? steps() : 1));
    }

    /**
     * The overall weighted averages of the M4 competition: for each method the mean of its sMAPE and its MASE, both
     * relative to those of Naive2 and averaged over the series before, which all count alike. 1 is as good as Naive2,
     * less is better.
     *
     * @return empty if there is no actual value, or Naive2 makes no error
     */
    public Map<Method, Double> overallAverages(int target) {
        List<Accuracy> naive2 =
                each.stream().flatMap(one -> one.naive2(target).stream()).toList();
        Optional<Score> score = mean(target, -1, false);
        Map<Method, Double> averages = new EnumMap<>(Method.class);
        if (naive2.isEmpty() || score.isEmpty()) {
            return averages;
        }
        Accuracy base = MeanScore.mean(naive2, new double[0]);
        score.get().accuracies().forEach((method, accuracy) -> {
            double mase = accuracy.mase().orElse(Double.NaN) / base.mase().orElse(Double.NaN);
            double average = (accuracy.smape() / base.smape() + mase) / 2;
            if (Double.isFinite(average)) {
                averages.put(method, average);
            }
        });
        return averages;
    }

    /** The actual values of a target that have intervals, of each series that has any. */
    public List<Covered> covered(int target) {
        return each.stream()
                .map(outcome -> outcome.covered(target))
                .filter(covered -> covered.actual().length > 0)
                .toList();
    }
}
