package lstm.network;

import java.util.Map;

/**
 * The LSTM with coupled input and forget gates (Greff et al. 2017), i = 1 - f: what is forgotten makes room for what is
 * written:
 *
 * <pre>
 *   f = s(Wf^T x + Uf^T h + bf)        c' = f * c + (1 - f) * g
 *   g = tanh(Wg^T x + Ug^T h + bg)     h' = o * tanh c'
 *   o = s(Wo^T x + Uo^T h + bo)
 * </pre>
 *
 * with x [F, B], c and h [H, B]. Backward as in {@link LstmCell}, but df = dc * (c - g) and dg = dc * (1 - f).
 */
final class CoupledCell extends SingleProductCell {
    private static final int F = 0;
    private static final int G = 1;
    private static final int O = 2;
    private static final int C = 3;
    private static final int TANH_C = 4;

    private final float[] h = new float[n];
    private final float[] dC = carried();

    CoupledCell(LayerContext layer) {
        super(layer);
    }

    @Override
    void step(int t) {
        multiply(t);
        float[][] k = saved(t);
        activate(k);
        update(k[F], before(t)[C], k[G], k[C], k[TANH_C]);
        Activations.tanh(k[TANH_C], 0, n);
        MemoryKernels.output(k[O], k[TANH_C], h, n);
        emit(t, h);
    }

    @Override
    void stepBackward(int t) {
        float[][] k = saved(t);
        MemoryKernels.outputBackward(dHidden, k[O], k[TANH_C], dC, n);
        recordMemoryGradient(t, dC);
        updateBackward(k[F], k[G], before(t)[C]);
        store(k);
    }

    /** The input gate is not saved, since it is 1 - f. */
    @Override
    Map<CellSignal, float[]> signals(int t) {
        Map<CellSignal, float[]> signals = super.signals(t);
        signals.put(CellSignal.INPUT_GATE, complement(saved(t)[F]));
        return signals;
    }

    /** c' = f * c + (1 - f) * g, written twice. Modifies {@code next} and {@code copy}. */
    private void update(float[] f, float[] c, float[] g, float[] next, float[] copy) {
        for (int j = 0; j < n; j++) {
            float sum = f[j] * c[j] + (1f - f[j]) * g[j];
            next[j] = sum;
            copy[j] = sum;
        }
    }

    /**
     * f becomes dc * (c - g) * f * (1 - f), g becomes dc * (1 - f) * (1 - g^2), and then dc *= f. Modifies {@code f},
     * {@code g} and {@link #dC}.
     */
    private void updateBackward(float[] f, float[] g, float[] c) {
        for (int j = 0; j < n; j++) {
            float dF = dC[j] * (c[j] - g[j]) * (f[j] * (1f - f[j]));
            g[j] = dC[j] * (1f - f[j]) * (1f - g[j] * g[j]);
            dC[j] *= f[j];
            f[j] = dF;
        }
    }
}
