package lstm.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.explain.CellTrial;
import lstm.explain.ComparisonTask;
import lstm.explain.GradientFlow;
import lstm.model.Settings;
import lstm.network.Architecture;
import lstm.network.CellKind;
import lstm.network.Network;
import lstm.train.DivergedException;
import lstm.train.Recipe;
import lstm.train.Trainer;
import lstm.train.TrainingState;

/**
 * Trains networks of different cells on one task, all in the same way.
 *
 * @param settings of all networks, but for the cell
 * @param terms how each is trained and analyzed
 */
public record CellComparison(ComparisonTask task, Settings settings, Terms terms) {
    /**
     * How every cell is trained and analyzed.
     *
     * @param keepBias initial bias of the gate that retains, if not the usual one
     * @param layer whose gradient flow is measured: 1, 2, ... from the input up
     * @param threads to compute on
     */
    public record Terms(Optional<Double> keepBias, int layer, int threads) {}

    /**
     * The networks to compare.
     *
     * @param equalParameters whether all get as many parameters as the first, as nearly as whole units allow
     * @throws LstmException of kind {@code USAGE} if a network is too large
     */
    public List<Architecture> networks(List<CellKind> cells, boolean equalParameters) throws LstmException {
        List<Architecture> networks = new ArrayList<>();
        for (CellKind cell : cells) {
            networks.add(
                    equalParameters && !networks.isEmpty()
                            ? nearest(networks.get(0).layout().size(), cell)
                            : network(cell, settings.units()));
        }
        return networks;
    }

    /** The network of a cell whose number of parameters is nearest to a number. */
    private Architecture nearest(int parameters, CellKind cell) throws LstmException {
        Architecture below = network(cell, 1);
        Architecture above = below;
        while (above.layout().size() < parameters) {
            below = above;
            above = network(cell, above.units() + 1);
        }
        int more = above.layout().size() - parameters;
        return more < parameters - below.layout().size() ? above : below;
    }

    private Architecture network(CellKind cell, int units) throws LstmException {
        Architecture.checkSize(cell, task.inputs(), units, settings.layers(), task.outputs());
        return new Architecture(
                cell,
                task.inputs(),
                units,
                settings.layers(),
                settings.dropout(),
                task.outputs(),
                Optional.empty(),
                task.statics());
    }

    /**
     * Trains a network, scores its best weights, and measures the gradient flow at them. Training that diverges ends
     * there.
     */
    public CellTrial train(Architecture architecture, Trainer.Listener listener) {
        Recipe recipe = settings.recipe();
        TrainingState state = TrainingState.start(initialWeights(architecture), recipe.optimizer());
        Optional<Integer> diverged = Optional.empty();
        try (NetworkTrainer trainer = NetworkTrainer.open(
                architecture, task.steps(), task.training(), task.validation(), recipe, terms.threads())) {
            try {
                trainer.run(state, listener);
            } catch (DivergedException e) {
                diverged = Optional.of(e.epoch());
            }
            boolean trained = state.bestEpoch() > 0;
            return new CellTrial(
                    architecture,
                    state.history(),
                    state.bestEpoch(),
                    diverged,
                    trained ? Optional.of(task.score(trainer.network(), state.best())) : Optional.empty(),
                    trained
                            ? Optional.of(
                                    GradientFlow.of(architecture, state.best(), task, recipe.loss(), terms.layer()))
                            : Optional.empty());
        }
    }

    private float[] initialWeights(Architecture architecture) {
        long seed = settings.recipe().seed();
        float[] drawn = terms.keepBias()
                .map(bias -> Network.initialWeights(architecture, seed, bias))
                .orElseGet(() -> Network.initialWeights(architecture, seed));
        return task.naiveOutputs()
                .map(outputs -> Network.withHeadBias(drawn, architecture, outputs))
                .orElse(drawn);
    }
}
