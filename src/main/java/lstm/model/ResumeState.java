package lstm.model;

import java.util.List;
import lstm.train.TrainingState;

/**
 * The state to resume an unfinished training from, besides the history: that of {@link lstm.train.TrainingState}.
 *
 * @param batch number of finished batches of the current epoch
 * @param step number of finished optimizer steps
 * @param lossSum sum of the losses of the current epoch's windows so far
 * @param weights the latest weights; the model itself has the best; not copied
 * @param slots the optimizer's arrays, each of the size of the weights; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Large; nobody writes to them.
public record ResumeState(int batch, long step, double lossSum, float[] weights, List<float[]> slots) {
    /** Checks ranges and sizes. */
    public ResumeState {
        slots = List.copyOf(slots);
        if (batch < 0 || step < 0 || !(lossSum >= 0 && lossSum < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("batch " + batch + ", step " + step + ", loss " + lossSum);
        }
        for (float[] slot : slots) {
            if (slot.length != weights.length) {
                throw new IllegalArgumentException(slot.length + " values for " + weights.length + " weights");
            }
        }
    }

    /** The state of a training; a copy. */
    public static ResumeState of(TrainingState state) {
        return new ResumeState(state.batch(), state.step(), state.lossSum(), state.weights(), List.of(state.slots()));
    }
}
