package lstm.network;

import java.util.function.IntFunction;
import lstm.tensor.Matrix;
import lstm.tensor.Product;
import lstm.tensor.StepSum;

/**
 * The gated recurrent unit as first published (Cho et al. 2014), with the reset gate before the recurrent product:
 *
 * <pre>
 *   z = s(Wz^T x + Uz^T h + bz)                update gate
 *   r = s(Wr^T x + Ur^T h + br)                reset gate
 *   n = tanh(Wn^T x + Un^T (r * h) + bn)       candidate
 *   h' = z * h + (1 - z) * n
 * </pre>
 *
 * with x [F, B], h [H, B]. Each step has two recurrent products, the second after the reset gate is known. Backward: dz
 * = dh' * (h - n), dn = dh' * (1 - z), d(r * h) = Un dn' where dn' is the gradient before tanh, dr = d(r * h) * h; h
 * gets d(r * h) * r and dh' * z besides what comes through Uz and Ur.
 */
final class GruOriginalCell extends Cell {
    private static final int Z = 0;
    private static final int R = 1;
    private static final int N = 2;
    private static final int H = 3;

    /** r * h of the current step, [H, B]. */
    private final Matrix reset;

    private final Matrix dReset;
    private final Product[] inputForward;
    private final Product[] gatesForward;
    private final Product[] candidateForward;
    private final Product[] inputBackward;
    private final Product[] gatesBackward;
    private final Product[] candidateBackward;
    private final StepSum inputWeights;
    private final StepSum gateWeights;
    private final StepSum candidateWeights;
    private final float[] block = new float[n];
    private final float[] direct = carried();

    GruOriginalCell(LayerContext layer) {
        super(layer);
        int f = layer.inputs();
        int h = layer.units();
        reset = layer.zeros(h, layer.rows());
        dReset = layer.zeros(h, layer.rows());
        Matrix t = layer.transposed();
        Matrix w = layer.stacked();
        Matrix d = layer.dStacked();
        IntFunction<Matrix> x = k -> input(k).rows(0, f);
        IntFunction<Matrix> hidden = k -> input(k).rows(f, h);
        Matrix zr = z.rows(0, 2 * h);
        Matrix candidate = z.rows(2 * h, h);
        inputForward = products(k -> Product.of(t.columns(0, f), x.apply(k), z));
        gatesForward = products(k -> Product.of(t.columns(f, h).rows(0, 2 * h), hidden.apply(k), zr));
        candidateForward = products(k -> Product.of(t.columns(f, h).rows(2 * h, h), reset, candidate));
        inputBackward = products(k -> Product.of(w.rows(0, f), z, dInput(k).rows(0, f)));
        gatesBackward = products(
                k -> Product.of(w.rows(f, h).columns(0, 2 * h), zr, dInput(k).rows(f, h)));
        candidateBackward = products(k -> Product.of(w.rows(f, h).columns(2 * h, h), candidate, dReset));
        inputWeights = layer.stepSum(x, z, d.rows(0, f));
        gateWeights = layer.stepSum(hidden, zr, d.rows(f, h).columns(0, 2 * h));
        candidateWeights = layer.stepSum(k -> reset, candidate, d.rows(f, h).columns(2 * h, h));
    }

    @Override
    void step(int t) {
        float[][] k = saved(t);
        float[] before = before(t)[H];
        inputForward[t].set();
        gatesForward[t].add();
        load(Z, R + 1, k);
        Activations.sigmoid(k[Z], 0, n);
        Activations.sigmoid(k[R], 0, n);
        reset(k[R], before);
        candidateForward[t].add();
        load(N, N + 1, k);
        Activations.tanh(k[N], 0, n);
        GruKernels.update(k[Z], before, k[N], k[H], n);
        emit(t, k[H]);
    }

    /** Writes r * h where the products read it. Modifies {@link #reset}. */
    private void reset(float[] r, float[] h) {
        for (int j = 0; j < n; j++) {
            block[j] = r[j] * h[j];
        }
        reset.write(0, block, 0, n);
    }

    @Override
    void stepBackward(int t) {
        float[][] k = saved(t);
        float[] before = before(t)[H];
        add(direct, dHidden);
        GruKernels.updateBackward(dHidden, k[Z], before, k[N], direct, n);
        z.write(N * n, k[N], 0, n);
        candidateBackward[t].set();
        reset(k[R], before);
        dReset.read(0, block, 0, n);
        resetBackward(block, before, k[R]);
        store(k);
    }

    /** The direct part of dh += d(r * h) * r, and r becomes d(r * h) * h * r * (1 - r). Modifies both. */
    private void resetBackward(float[] dResetHidden, float[] h, float[] r) {
        for (int j = 0; j < n; j++) {
            direct[j] += dResetHidden[j] * r[j];
        }
        for (int j = 0; j < n; j++) {
            r[j] = dResetHidden[j] * h[j] * (r[j] * (1f - r[j]));
        }
    }

    @Override
    void multiplyBackward(int t) {
        inputBackward[t].set();
        gatesBackward[t].set();
        inputWeights.add(t);
        gateWeights.add(t);
        candidateWeights.add(t);
    }
}
