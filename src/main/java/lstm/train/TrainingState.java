package lstm.train;

import java.util.ArrayList;
import java.util.List;

/**
 * All that training depends on besides data and options, between any two steps. A training that goes on from a copy of
 * it ends in the same bits: shuffling and dropout are derived from the seed and from epoch and batch, early stopping
 * and the learning rate from the history, so neither has a state of its own.
 */
public final class TrainingState {
    /** Present weights. */
    final float[] weights;
    /** The optimizer's arrays. */
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

    /** Before the first step. */
    public static TrainingState start(float[] weights, Optimizer optimizer) {
        return new TrainingState(
                weights.clone(), new float[optimizer.slots()][weights.length], new float[weights.length]);
    }

    /**
     * As it was.
     *
     * @param history of the epochs that are finished
     * @param bestEpoch number of the best of them from 1 on, 0 if none
     * @param batch batches of the present epoch that are done
     * @param step optimizer steps done
     * @param lossSum of the present epoch's windows so far
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

    /** A copy of the present weights. */
    public float[] weights() {
        return weights.clone();
    }

    /** Copies of the optimizer's arrays. */
    public float[][] slots() {
        float[][] copies = new float[slots.length][];
        for (int k = 0; k < slots.length; k++) {
            copies[k] = slots[k].clone();
        }
        return copies;
    }

    /** A copy of the best epoch's weights. */
    public float[] best() {
        return best.clone();
    }

    /** How the finished epochs went. */
    public List<Epoch> history() {
        return List.copyOf(history);
    }

    /** Number of the best epoch from 1 on; 0 before the first is finished. */
    public int bestEpoch() {
        return bestEpoch;
    }

    /** Batches of the present epoch that are done. */
    public int batch() {
        return batch;
    }

    /** Optimizer steps done. */
    public long step() {
        return step;
    }

    /** Sum of the losses of the present epoch's windows so far. */
    public double lossSum() {
        return lossSum;
    }
}
