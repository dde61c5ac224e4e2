package lstm.network;

import lstm.tensor.Matrix;

/**
 * The right-hand sides of a cell's products, or their gradient: for each step X[t] [F, B] and below it H[t-1] [H, B],
 * stacked in one matrix [F + H, B]; the steps follow one another in memory.
 */
final class StepInputs {
    private final int steps;
    /** F*B, the values of X[t]. */
    private final int f;
    /** H*B, the values of H[t-1]. */
    private final int n;

    private final int inputs;
    private final int stacked;
    private final Matrix all;

    /** Allocates zeros for {@code steps} steps of a layer. */
    StepInputs(LayerContext layer, int steps) {
        this.steps = steps;
        inputs = layer.inputs();
        stacked = inputs + layer.units();
        f = inputs * layer.rows();
        n = layer.units() * layer.rows();
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

    /** Copies H[t-1], [H, B]. Modifies {@code to}. */
    void readHidden(int t, float[] to) {
        all.read(t * (f + n) + f, to, 0, n);
    }

    /** Sets H[t-1] to {@code h}, [H, B]. */
    void writeHidden(int t, float[] h) {
        all.write(t * (f + n) + f, h, 0, n);
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
