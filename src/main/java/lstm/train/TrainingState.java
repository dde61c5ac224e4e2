package lstm.train;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything that training depends on besides data and recipe, between any two steps. A training resumed from a copy
 * ends in the same bits: shuffling and dropout are derived from the seed, epoch and batch, early stopping and the
 * learning rate from the history, so none of them has a state of its own.
 */
public final class TrainingState {
    /** Current weights. */
    final float[] weights;
    /** The arrays of the optimizer. */
    final float[][] slots;
    /** Weights of the best epoch so far; meaningless while {@link #bestEpoch} is 0. */
    final float[] best;

    final List<Epoch> history = new ArrayList<>();
    int bestEpoch;
    int batch;
    long step;
    double lossSum;

    private TrainingState(float[] weights, float[][] slots, float[] best) {
        this.weights = weights;
        this.slots = slots;
        this.best = best;
    }

    /** Returns the state before the first step. */
    public static TrainingState start(float[] weights, Optimizer optimizer) {
        return new TrainingState(
                weights.clone(), new float[optimizer.slots()][weights.length], new float[weights.length]);
    }

    /**
     * Restores a state.
     *
     * @param weights the current ones; copied
     * @param slots the arrays of the optimizer; not copied
     * @param best the weights of the best epoch; copied
     * @param history of the finished epochs
     * @param bestEpoch number of the best of them from 1; 0 if there is none
     * @param batch finished batches of the current epoch
     * @param step optimizer steps taken
     * @param lossSum sum of the losses of the current epoch so far
     */
    public static TrainingState restore(
            float[] weights,
            float[][] slots,
            float[] best,
            List<Epoch> history,
            int bestEpoch,
            int batch,
            long step,
            double lossSum) {
        TrainingState state = new TrainingState(weights.clone(), slots.clone(), best.clone());
        state.history.addAll(history);
        state.bestEpoch = bestEpoch;
        state.batch = batch;
        state.step = step;
        state.lossSum = lossSum;
        return state;
    }

    /** The current weights; a copy. */
    public float[] weights() {
        return weights.clone();
    }

    /** The arrays of the optimizer; copies. */
    public float[][] slots() {
        float[][] copies = new float[slots.length][];
        for (int k = 0; k < slots.length; k++) {
            copies[k] = slots[k].clone();
        }
        return copies;
    }

    /** The weights of the best epoch; a copy. */
    public float[] best() {
        return best.clone();
    }

    /** The finished epochs. */
    public List<Epoch> history() {
        return List.copyOf(history);
    }

    /** Number of the best epoch from 1; 0 before the first is finished. */
    public int bestEpoch() {
        return bestEpoch;
    }

    /** Finished batches of the current epoch. */
    public int batch() {
        return batch;
    }

    /** Optimizer steps taken. */
    public long step() {
        return step;
    }

    /** Sum of the losses of the current epoch so far. */
    public double lossSum() {
        return lossSum;
    }
}
