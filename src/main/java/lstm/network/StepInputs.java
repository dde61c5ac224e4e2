package lstm.network;

import java.util.Arrays;
import lstm.tensor.Matrix;

/**
 * The right-hand sides of a cell's products, or their gradient: for each step X[t] [F, B] and below it H[t-1] [H, B],
 * stacked in one matrix [F + H, B]; the steps follow one another in memory.
 */
final class StepInputs {
    private final StepOrder order;
    private final int steps;
    /** F*B, the values of X[t]. */
    private final int f;
    /** H*B, the values of H[t-1]. */
    private final int n;

    private final int inputs;
    private final int stacked;
    private final float[] another;
    private final Matrix all;

    /** Allocates zeros for {@code steps} steps of a layer. */
    StepInputs(LayerContext layer, int steps) {
        order = layer.pass().order();
        this.steps = steps;
        inputs = layer.inputs();
        stacked = inputs + layer.units();
        f = inputs * layer.rows();
        n = layer.units() * layer.rows();
        another = new float[n];
        all = layer.zeros(steps * stacked, layer.rows());
    }

    /** [X[t]; H[t-1]], [F + H, B]. */
    Matrix of(int t) {
        return all.rows(t * stacked, stacked);
    }

    /** X[t], [F, B]. */
    Matrix input(int t) {
        return of(t).rows(0, inputs);
    }

    /** Sets {@code d}, [H, B], to the sum of the gradients of H[t] in the steps that follow t. */
    void gather(int t, float[] d) {
        int last = Math.min(order.lastAfter(t), steps - 1);
        if (last > t) {
            readHidden(t + 1, d);
        } else {
            Arrays.fill(d, 0f);
        }
        for (int next = t + 2; next <= last; next++) {
            readHidden(next, another);
            for (int j = 0; j < n; j++) {
                d[j] += another[j];
            }
        }
    }

    private void readHidden(int t, float[] to) {
        all.read(t * (f + n) + f, to, 0, n);
    }

    /** Sets the H that the steps after t start from to H[t], [H, B]. */
    void passOn(int t, float[] h) {
        for (int next = t + 1; next <= order.lastAfter(t); next++) {
            all.write(next * (f + n) + f, h, 0, n);
        }
    }

    /** Sets X[0] .. X[T-1] to a sequence [T, F, B]. */
    void feed(float[] sequence) {
        for (int t = 0; t * f < sequence.length; t++) {
            all.write(t * (f + n), sequence, t * f, f);
        }
    }

    /** All X[t] as [steps, F, B]; a copy. */
    float[] sequence() {
        float[] sequence = new float[steps * f];
        for (int t = 0; t < steps; t++) {
            all.read(t * (f + n), sequence, t * f, f);
        }
        return sequence;
    }
}
