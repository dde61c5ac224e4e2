package lstm.explain;

import java.util.List;
import java.util.Optional;
import lstm.model.Score;
import lstm.network.Architecture;
import lstm.train.Epoch;

/**
 * One cell of a comparison, trained.
 *
 * @param architecture of its network
 * @param history of all finished epochs
 * @param bestEpoch from 1; 0 if none was finished
 * @param diverged the epoch in which training diverged, if it did
 * @param score of the best weights; none if no epoch was finished
 * @param gradientFlow at the best weights; none if no epoch was finished
 */
public record CellTrial(
        Architecture architecture,
        List<Epoch> history,
        int bestEpoch,
        Optional<Integer> diverged,
        Optional<Score> score,
        Optional<GradientFlow> gradientFlow) {
    /** Makes the list unmodifiable. */
    public CellTrial {
        history = List.copyOf(history);
    }

    /** The best epoch, if one was finished. */
    public Optional<Epoch> best() {
        return bestEpoch == 0 ? Optional.empty() : Optional.of(history.get(bestEpoch - 1));
    }
}
