package lstm.explain;

import java.util.List;
import java.util.Optional;
import lstm.model.Score;
import lstm.network.Architecture;
import lstm.network.Network;
import lstm.train.DivergedException;
import lstm.train.Epoch;
import lstm.train.Recipe;
import lstm.train.Trainer;
import lstm.train.TrainingState;

/**
 * One cell of a comparison, trained.
 *
 * @param architecture of its network
 * @param history of all epochs that were finished
 * @param bestEpoch from 1 on; 0 if none was finished
 * @param diverged in which epoch training diverged, if it did
 * @param score of the best weights; none if no epoch was finished
 * @param travel of the gradient at the best weights; likewise
 */
public record CellTrial(
        Architecture architecture,
        List<Epoch> history,
        int bestEpoch,
        Optional<Integer> diverged,
        Optional<Score> score,
        Optional<GradientFlow> travel) {
    /** Keeps the list from being changed. */
    public CellTrial {
        history = List.copyOf(history);
    }

    /** How a contender is trained and looked at. */
    public record Terms(Recipe recipe, Optional<Double> keepBias, int layer, int threads) {}

    /** Trains a network on a job, scores its best weights, and looks at its gradient. */
    public static CellTrial train(
            Architecture architecture, ComparisonTask job, Terms terms, Trainer.Listener listener) {
        Recipe recipe = terms.recipe();
        float[] first = terms.keepBias()
                .map(bias -> Network.initialWeights(architecture, recipe.seed(), bias))
                .orElseGet(() -> Network.initialWeights(architecture, recipe.seed()));
        float[] begun = job.naiveOutputs()
                .map(outputs -> Network.beginningAt(first, architecture, outputs))
                .orElse(first);
        TrainingState state = TrainingState.start(begun, recipe.optimizer());
        Optional<Integer> diverged = Optional.empty();
        try (Network network = new Network(architecture, job.steps(), terms.threads())) {
            try {
                new Trainer(network, job.learn(), job.held(), recipe).run(state, listener);
            } catch (DivergedException e) {
                diverged = Optional.of(e.epoch());
            }
            boolean trained = state.bestEpoch() > 0;
            return new CellTrial(
                    architecture,
                    state.history(),
                    state.bestEpoch(),
                    diverged,
                    trained ? Optional.of(job.score(network, state.best())) : Optional.empty(),
                    trained
                            ? Optional.of(
                                    GradientFlow.of(architecture, state.best(), job, recipe.loss(), terms.layer()))
                            : Optional.empty());
        }
    }

    /** The best epoch, if one was finished. */
    public Optional<Epoch> best() {
        return bestEpoch == 0 ? Optional.empty() : Optional.of(history.get(bestEpoch - 1));
    }
}
