package lstm.network;

import java.util.Arrays;

/**
 * The LSTM with coupled forget and input gates (Greff et al. 2017): what is forgotten makes room for what is new, i = 1
 * - f:
 *
 * <pre>
 *   f = s(x Wf + h Uf + bf)        c' = f * c + (1 - f) * g
 *   g = tanh(x Wg + h Ug + bg)     h' = o * tanh c'
 *   o = s(x Wo + h Uo + bo)
 * </pre>
 *
 * Backwards as in {@link LstmCell}, but df = dc * (c - g) and dg = dc * (1 - f).
 */
final class CoupledCell extends SingleProductCell {
    private static final int F = 0;
    private static final int G = 1;
    private static final int O = 2;
    private static final int C = 3;
    private static final int TANH_C = 4;

    private final float[] h = new float[n];
    private final float[] dC = new float[n];

    CoupledCell(LayerContext layer) {
        super(layer, 5);
    }

    @Override
    void step(int t) {
        multiply(t);
        float[][] k = kept(t);
        activate(k);
        update(k[F], kept(t - 1)[C], k[G], k[C], k[TANH_C]);
        activations.tanh(k[TANH_C], n);
        MemoryKernels.output(k[O], k[TANH_C], h, n);
        emit(t, h);
    }

    @Override
    void startBack() {
        Arrays.fill(dC, 0f);
    }

    @Override
    void stepBack(int t) {
        float[][] k = kept(t);
        MemoryKernels.throughOutput(dHidden, k[O], k[TANH_C], dC, n);
        memoryGradient(t, dC);
        throughUpdate(k[F], k[G], kept(t - 1)[C]);
        store(k);
    }

    /** c' = f * c + (1 - f) * g, put in two places. Modifies {@code next} and {@code copy}. */
    private void update(float[] f, float[] c, float[] g, float[] next, float[] copy) {
        for (int j = 0; j < n; j++) {
            float sum = f[j] * c[j] + (1f - f[j]) * g[j];
            next[j] = sum;
            copy[j] = sum;
        }
    }

    /** f and g become the gradients of their pre-activations. Modifies both, and dC. */
    private void throughUpdate(float[] f, float[] g, float[] c) {
        for (int j = 0; j < n; j++) {
            float dF = dC[j] * (c[j] - g[j]) * (f[j] * (1f - f[j]));
            g[j] = dC[j] * (1f - f[j]) * (1f - g[j] * g[j]);
            dC[j] *= f[j];
            f[j] = dF;
        }
    }
}
