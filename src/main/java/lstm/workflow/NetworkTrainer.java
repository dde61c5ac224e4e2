package lstm.workflow;

import lstm.network.Architecture;
import lstm.network.Network;
import lstm.prepare.Samples;
import lstm.train.DivergedException;
import lstm.train.Recipe;
import lstm.train.Trainer;
import lstm.train.TrainingState;

/**
 * A network and its trainer: the one place where the two come together. It holds native memory until it is closed.
 *
 * @param learn samples to learn from
 * @param heldOut samples to choose the best epoch by; may be none
 */
record NetworkTrainer(Network network, Samples learn, Samples heldOut, Recipe recipe) implements AutoCloseable {
    /**
     * Opens a network for training.
     *
     * @param lookback T, rows in a window
     */
    static NetworkTrainer open(
            Architecture architecture, int lookback, Samples learn, Samples heldOut, Recipe recipe, int threads) {
        return new NetworkTrainer(new Network(architecture, lookback, threads), learn, heldOut, recipe);
    }

    /**
     * Trains on from a state. Modifies the state and the network's weights.
     *
     * @return {@link Trainer.End#INTERRUPTED} if the listener or an interrupt of this thread stopped it
     * @throws DivergedException when a loss, the gradient or a weight is not finite; the best weights stay
     */
    Trainer.End run(TrainingState state, Trainer.Listener listener) throws DivergedException {
        return new Trainer(network, learn, heldOut, recipe).run(state, new Interruptible(listener));
    }

    @Override
    public void close() {
        network.close();
    }

    /** Stops a training when this thread is interrupted too. */
    record Interruptible(Trainer.Listener listener) implements Trainer.Listener {
        @Override
        public boolean afterStep(TrainingState state, int batches) {
            // Asked before too: files cannot be written on an interrupted thread.
            Thread thread = Thread.currentThread();
            return thread.isInterrupted() || listener.afterStep(state, batches) || thread.isInterrupted();
        }

        @Override
        public void afterEpoch(TrainingState state, boolean improved) {
            listener.afterEpoch(state, improved);
        }
    }
}
