package lstm.network;

import java.util.Arrays;
import java.util.function.IntFunction;
import lstm.tensor.Matrix;
import lstm.tensor.Product;
import lstm.tensor.StepSum;

/**
 * The gated recurrent unit as first published (Cho et al. 2014), with the reset gate before the product:
 *
 * <pre>
 *   z = s(x Wz + h Uz + bz)                update gate
 *   r = s(x Wr + h Ur + br)                reset gate
 *   n = tanh(x Wn + (r * h) Un + bn)       candidate
 *   h' = z * h + (1 - z) * n
 * </pre>
 *
 * So each step has two products, the second after the reset gate is known. Backwards: dz = dh * (h - n), dn = dh * (1 -
 * z), d(r * h) = dn' Un^T where dn' is the gradient before tanh, dr = d(r * h) * h; h gets d(r * h) * r and dh * z
 * besides what comes through Uz and Ur.
 */
final class GruOriginalCell extends Cell {
    private static final int Z = 0;
    private static final int R = 1;
    private static final int N = 2;
    private static final int H = 3;

    /** r * h of the step at work, [H, B]. */
    private final Matrix reset;

    private final Matrix dReset;
    private final Product[] inputForward;
    private final Product[] gatesForward;
    private final Product[] candidateForward;
    private final Product[] inputBack;
    private final Product[] gatesBack;
    private final Product[] candidateBack;
    private final StepSum inputWeights;
    private final StepSum gateWeights;
    private final StepSum candidateWeights;
    private final float[] block = new float[n];
    private final float[] direct = new float[n];

    GruOriginalCell(LayerContext layer) {
        super(layer, 4);
        int f = layer.inputs();
        int h = layer.units();
        reset = Matrix.zeros(h, layer.rows());
        dReset = Matrix.zeros(h, layer.rows());
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
        inputBack = products(k -> Product.of(w.rows(0, f), z, dInput(k).rows(0, f)));
        gatesBack = products(
                k -> Product.of(w.rows(f, h).columns(0, 2 * h), zr, dInput(k).rows(f, h)));
        candidateBack = products(k -> Product.of(w.rows(f, h).columns(2 * h, h), candidate, dReset));
        inputWeights = new StepSum(layer.steps(), x, z, d.rows(0, f));
        gateWeights = new StepSum(layer.steps(), hidden, zr, d.rows(f, h).columns(0, 2 * h));
        candidateWeights =
                new StepSum(layer.steps(), k -> reset, candidate, d.rows(f, h).columns(2 * h, h));
    }

    @Override
    void step(int t) {
        float[][] k = kept(t);
        float[] before = kept(t - 1)[H];
        inputForward[t].set();
        gatesForward[t].add();
        load(Z, R + 1, k);
        activations.sigmoid(k[Z], n);
        activations.sigmoid(k[R], n);
        reset(k[R], before);
        candidateForward[t].add();
        load(N, N + 1, k);
        activations.tanh(k[N], n);
        GruKernels.forward(k[Z], before, k[N], k[H], n);
        emit(t, k[H]);
    }

    /** Puts r * h where the products read it. */
    private void reset(float[] r, float[] h) {
        for (int j = 0; j < n; j++) {
            block[j] = r[j] * h[j];
        }
        reset.write(0, block, 0, n);
    }

    @Override
    void startBack() {
        Arrays.fill(direct, 0f);
    }

    @Override
    void stepBack(int t) {
        float[][] k = kept(t);
        float[] before = kept(t - 1)[H];
        add(direct, dHidden);
        GruKernels.backward(dHidden, k[Z], before, k[N], direct, n);
        z.write(N * n, k[N], 0, n);
        candidateBack[t].set();
        reset(k[R], before);
        dReset.read(0, block, 0, n);
        resetBack(block, before, k[R]);
        store(k);
    }

    /** Adds d(r * h) * r to what h gets directly; r becomes its pre-activation's gradient. Modifies both. */
    private void resetBack(float[] dResetHidden, float[] h, float[] r) {
        for (int j = 0; j < n; j++) {
            direct[j] += dResetHidden[j] * r[j];
        }
        for (int j = 0; j < n; j++) {
            r[j] = dResetHidden[j] * h[j] * (r[j] * (1f - r[j]));
        }
    }

    @Override
    void multiplyBack(int t) {
        inputBack[t].set();
        gatesBack[t].set();
        inputWeights.add(t);
        gateWeights.add(t);
        candidateWeights.add(t);
    }
}
