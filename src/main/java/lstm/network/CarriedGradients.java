package lstm.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The gradients that the backward pass of a layer carries from a step to the one before it besides dH. Where several
 * steps follow one, theirs are summed.
 */
final class CarriedGradients {
    private final StepOrder order;
    private final int n;
    /** d loss / d a state, [H*B], of the step that is passed. */
    private final List<float[]> carried = new ArrayList<>();
    /** The sums over the steps that decode. */
    private final List<float[]> sums = new ArrayList<>();

    CarriedGradients(StepOrder order, int n) {
        this.order = order;
        this.n = n;
    }

    /** Another gradient to carry, [H*B]. */
    float[] add() {
        float[] values = new float[n];
        carried.add(values);
        sums.add(new float[n]);
        return values;
    }

    /** Clears all before a backward pass. */
    void start() {
        carried.forEach(values -> Arrays.fill(values, 0f));
        sums.forEach(values -> Arrays.fill(values, 0f));
    }

    /** Prepares step t: none follows a step that decodes, and all of those follow the last one before them. */
    void enter(int t) {
        for (int k = 0; k < carried.size(); k++) {
            if (order.isDecoding(t)) {
                Arrays.fill(carried.get(k), 0f);
            } else if (order.isBranching(t)) {
                System.arraycopy(sums.get(k), 0, carried.get(k), 0, n);
            }
        }
    }

    /** Keeps what step t passes on. */
    void leave(int t) {
        if (!order.isDecoding(t)) {
            return;
        }
        for (int k = 0; k < carried.size(); k++) {
            float[] sum = sums.get(k);
            float[] values = carried.get(k);
            for (int j = 0; j < n; j++) {
                sum[j] += values[j];
            }
        }
    }
}
