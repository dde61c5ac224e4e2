package lstm.model;

import java.util.List;
import lstm.train.TrainingState;

/**
 * What an unfinished training goes on from, beside the history: the state of {@link lstm.train.TrainingState}.
 *
 * @param batch batches of the present epoch that are done
 * @param step optimizer steps done
 * @param lossSum of the present epoch's windows so far
 * @param weights the last ones; the model itself has the best; not copied
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

    /** What to keep of a training that is to be resumed; copies. */
    public static ResumeState of(TrainingState state) {
        return new ResumeState(state.batch(), state.step(), state.lossSum(), state.weights(), List.of(state.slots()));
    }
}
