package lstm.network;

import java.util.Map;
import lstm.tensor.Matrix;
import lstm.tensor.Product;
import lstm.tensor.StepSum;

/**
 * The minimal gated recurrent unit (Feng and others 2024), whose gate and candidate see the input alone:
 *
 * <pre>
 *   z = s(Wz^T x + bz)                 update gate
 *   v = g(Wh^T x + bh)                 candidate, with g(y) = y + 1/2 for y >= 0, else s(y)
 *   h' = (1 - z) * h + z * v
 * </pre>
 *
 * with x [F, B] and h [H, B]. There is no U. Where z is 1, the new value is taken, while in the other GRUs the old one
 * is kept. Backward: dz = dh' * (v - h), dv = dh' * z, and h gets dh' * (1 - z); g' is 1 where v >= 1/2, else v (1 -
 * v).
 */
final class MinGruCell extends Cell {
    private static final int Z = 0;
    private static final int V = 1;
    private static final int H = 2;

    private final Product[] forward;
    private final Product[] backward;
    private final StepSum weights;
    private final float[] direct = carried();

    MinGruCell(LayerContext layer) {
        super(layer);
        int f = layer.inputs();
        Matrix w = layer.stacked();
        Matrix transposed = layer.transposed();
        forward = products(t -> Product.of(transposed, input(t).rows(0, f), z));
        backward = products(t -> Product.of(w, z, dInput(t).rows(0, f)));
        weights = layer.stepSum(t -> input(t).rows(0, f), z, layer.dStacked());
    }

    @Override
    void step(int t) {
        forward[t].set();
        float[][] k = saved(t);
        load(Z, V + 1, k);
        Activations.sigmoid(k[Z], 0, n);
        candidate(k[V], k[H]);
        GruKernels.update(k[Z], k[V], before(t)[H], k[H], n);
        emit(t, k[H]);
    }

    /** v = g(v). Modifies {@code v} and {@code scratch}. */
    private void candidate(float[] v, float[] scratch) {
        for (int j = 0; j < n; j++) {
            scratch[j] = Math.max(0f, v[j]);
            v[j] = Math.min(0f, v[j]);
        }
        // One of the two parts is 0: s(0) = 1/2, and s(y) + 0 is s(y).
        Activations.sigmoid(v, 0, n);
        add(scratch, v);
    }

    @Override
    void stepBackward(int t) {
        float[][] k = saved(t);
        float[] before = before(t)[H];
        add(direct, dHidden);
        for (int j = 0; j < n; j++) {
            float dH = dHidden[j];
            float zj = k[Z][j];
            float v = k[V][j];
            direct[j] = dH * (1f - zj);
            k[Z][j] = dH * (v - before[j]) * (zj * (1f - zj));
            k[V][j] = dH * zj * (v >= 0.5f ? 1f : v * (1f - v));
        }
        store(k);
    }

    @Override
    void multiplyBackward(int t) {
        backward[t].set();
        weights.add(t);
    }

    /** The share of the old state that is kept is also known. */
    @Override
    Map<CellSignal, float[]> signals(int t) {
        Map<CellSignal, float[]> signals = super.signals(t);
        signals.put(CellSignal.UPDATE_GATE, complement(saved(t)[Z]));
        return signals;
    }
}
