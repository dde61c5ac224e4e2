package lstm.evaluate;

import java.util.List;
import java.util.Optional;
import lstm.evaluate.BacktestResult.Covered;
import lstm.model.Score;

/**
 * What came of the forecasts of one series, or of several by the same model.
 *
 * @param each at least one, all of the same targets, steps and season
 */
public record BacktestResults(List<BacktestResult> each) {
    /** Keeps the list from being changed. */
    public BacktestResults {
        each = List.copyOf(each);
        if (each.isEmpty()) {
            throw new IllegalArgumentException("outcomes of no series");
        }
    }

    /** Columns of each series that were forecast. */
    public int targets() {
        return each.get(0).targets();
    }

    /** Steps ahead. */
    public int steps() {
        return each.get(0).steps();
    }

    /**
     * All methods on one step of a target, or on all steps; of several series the means over those of which a truth is
     * known.
     *
     * @param step from 0 on; below 0 for all
     * @return empty if no truth is known
     */
    public Optional<Score> score(int target, int step) {
        if (each.size() == 1) {
            return each.get(0).score(target, step);
        }
        List<Score> scores = each.stream()
                .map(outcome -> outcome.score(target, step))
                .flatMap(Optional::stream)
                .toList();
        return scores.isEmpty() ? Optional.empty() : Optional.of(MeanScore.of(scores, step < 0 ? steps() : 1));
    }

    /** Of each series in which some have intervals, the truths of a target that do, and these. */
    public List<Covered> covered(int target) {
        return each.stream()
                .map(outcome -> outcome.covered(target))
                .filter(covered -> covered.actual().length > 0)
                .toList();
    }
}
