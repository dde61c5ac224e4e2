package lstm.network;

import lstm.tensor.Matrix;

/**
 * What the products of a cell take, or its gradient: for one step after the other X[t], [F, B], and below it H[t-1],
 * [H, B], in one matrix.
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

    /** All zero, for so many steps of a layer. */
    StepInputs(LayerContext layer, int steps) {
        this.steps = steps;
        inputs = layer.inputs();
        stacked = inputs + layer.units();
        f = inputs * layer.rows();
        n = layer.units() * layer.rows();
        all = Matrix.zeros(steps * stacked, layer.rows());
    }

    /** [X[t]; H[t-1]], [F + H, B]. */
    Matrix of(int t) {
        return all.rows(t * stacked, stacked);
    }

    /** X[t] alone. */
    Matrix input(int t) {
        return of(t).rows(0, inputs);
    }

    /** Copies H[t-1] into {@code to} from {@code at} on. Modifies {@code to}. */
    void readHidden(int t, float[] to, int at) {
        all.read(t * (f + n) + f, to, at, n);
    }

    /** Puts h in the place of H[t-1]. */
    void writeHidden(int t, float[] h) {
        all.write(t * (f + n) + f, h, 0, n);
    }

    /** Puts the first of X[t], as many as there are in [T, F, B], in their places. */
    void feed(float[] sequence) {
        for (int t = 0; t * f < sequence.length; t++) {
            all.write(t * (f + n), sequence, t * f, f);
        }
    }

    /** All X[t] as [T, F, B]. */
    float[] sequence() {
        float[] sequence = new float[steps * f];
        for (int t = 0; t < steps; t++) {
            all.read(t * (f + n), sequence, t * f, f);
        }
        return sequence;
    }
}
