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

    /**
     * How every cell of a comparison is trained and analyzed.
     *
     * @param recipe of the training
     * @param keepBias initial bias of the gate that retains, if not the usual one
     * @param layer whose gradient flow is measured: 1, 2, ... from the input up
     * @param threads of the network
     */
    public record Terms(Recipe recipe, Optional<Double> keepBias, int layer, int threads) {}

    /** Trains a network on a task, scores its best weights, and measures the gradient flow at them. */
    public static CellTrial train(
            Architecture architecture, ComparisonTask task, Terms terms, Trainer.Listener listener) {
        Recipe recipe = terms.recipe();
        float[] first = terms.keepBias()
                .map(bias -> Network.initialWeights(architecture, recipe.seed(), bias))
                .orElseGet(() -> Network.initialWeights(architecture, recipe.seed()));
        float[] start = task.naiveOutputs()
                .map(outputs -> Network.withHeadBias(first, architecture, outputs))
                .orElse(first);
        TrainingState state = TrainingState.start(start, recipe.optimizer());
        Optional<Integer> diverged = Optional.empty();
        try (Network network = new Network(architecture, task.steps(), terms.threads())) {
            try {
                new Trainer(network, task.training(), task.validation(), recipe).run(state, listener);
            } catch (DivergedException e) {
                diverged = Optional.of(e.epoch());
            }
            boolean trained = state.bestEpoch() > 0;
            return new CellTrial(
                    architecture,
                    state.history(),
                    state.bestEpoch(),
                    diverged,
                    trained ? Optional.of(task.score(network, state.best())) : Optional.empty(),
                    trained
                            ? Optional.of(
                                    GradientFlow.of(architecture, state.best(), task, recipe.loss(), terms.layer()))
                            : Optional.empty());
        }
    }

    /** The best epoch, if one was finished. */
    public Optional<Epoch> best() {
        return bestEpoch == 0 ? Optional.empty() : Optional.of(history.get(bestEpoch - 1));
    }
}
