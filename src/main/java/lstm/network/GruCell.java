package lstm.network;

import java.util.Arrays;
import lstm.tensor.Matrix;
import lstm.tensor.Product;
import lstm.tensor.StepSum;

/**
 * The gated recurrent unit with the reset gate after the product, the form of Keras and PyTorch:
 *
 * <pre>
 *   z = s(x Wz + bz + h Uz + buz)                  update gate
 *   r = s(x Wr + br + h Ur + bur)                  reset gate
 *   n = tanh(x Wn + bn + r * (h Un + bun))         candidate
 *   h' = z * h + (1 - z) * n
 * </pre>
 *
 * with bu [3 H] the recurrent bias. h U + bu is kept apart from x W + b, since r comes between them in the candidate.
 * Backwards: dz = dh * (h - n), dn = dh * (1 - z), dr = dn' * (h Un + bun), where dn' is the gradient before tanh; the
 * recurrent product gets dn' * r where the input's gets dn'; h itself gets dh * z besides.
 */
final class GruCell extends Cell {
    private static final int Z = 0;
    private static final int R = 1;
    private static final int N = 2;
    private static final int H = 3;
    private static final int RECURRENT_N = 4;

    private final BroadcastVector recurrentBias = vector("bu");
    /** h U of a step before the bias, [3*H, B]; in the backward pass its gradient. */
    private final Matrix recurrent;

    private final Product[] inputForward;
    private final Product[] hiddenForward;
    private final Product[] inputBack;
    private final Product[] hiddenBack;
    private final StepSum inputWeights;
    private final StepSum hiddenWeights;
    private final float[][] product = new float[3][n];
    private final float[] direct = new float[n];

    GruCell(LayerContext layer) {
        super(layer, 5);
        int f = layer.inputs();
        int h = layer.units();
        recurrent = Matrix.zeros(3 * h, layer.rows());
        Matrix t = layer.transposed();
        Matrix w = layer.stacked();
        Matrix d = layer.dStacked();
        inputForward = products(k -> Product.of(t.columns(0, f), input(k).rows(0, f), z));
        hiddenForward = products(k -> Product.of(t.columns(f, h), input(k).rows(f, h), recurrent));
        inputBack = products(k -> Product.of(w.rows(0, f), z, dInput(k).rows(0, f)));
        hiddenBack = products(k -> Product.of(w.rows(f, h), recurrent, dInput(k).rows(f, h)));
        inputWeights = new StepSum(layer.steps(), k -> input(k).rows(0, f), z, d.rows(0, f));
        hiddenWeights = new StepSum(layer.steps(), k -> input(k).rows(f, h), recurrent, d.rows(f, h));
    }

    @Override
    void step(int t) {
        inputForward[t].set();
        hiddenForward[t].set();
        float[][] k = kept(t);
        load(Z, N + 1, k);
        loadRaw(recurrent, Z, N + 1, product);
        for (int gate = Z; gate <= N; gate++) {
            add(recurrentBias.value[gate], product[gate]);
        }
        add(product[Z], k[Z]);
        add(product[R], k[R]);
        activations.sigmoid(k[Z], n);
        activations.sigmoid(k[R], n);
        System.arraycopy(product[N], 0, k[RECURRENT_N], 0, n);
        reset(k[R], k[RECURRENT_N], k[N]);
        activations.tanh(k[N], n);
        GruKernels.forward(k[Z], kept(t - 1)[H], k[N], k[H], n);
        emit(t, k[H]);
    }

    @Override
    void startBack() {
        Arrays.fill(direct, 0f);
    }

    @Override
    void stepBack(int t) {
        float[][] k = kept(t);
        add(direct, dHidden);
        GruKernels.backward(dHidden, k[Z], kept(t - 1)[H], k[N], direct, n);
        resetBack(k[N], k[RECURRENT_N], k[R], product[N]);
        store(k);
        System.arraycopy(k[Z], 0, product[Z], 0, n);
        System.arraycopy(k[R], 0, product[R], 0, n);
        storeRaw(recurrent, product);
        for (int gate = Z; gate <= N; gate++) {
            add(product[gate], recurrentBias.dValue[gate]);
        }
    }

    @Override
    void multiplyBack(int t) {
        inputBack[t].set();
        hiddenBack[t].set();
        inputWeights.add(t);
        hiddenWeights.add(t);
    }

    /** n += r * (h Un + bun). Modifies {@code candidate}. */
    private void reset(float[] r, float[] recurrentN, float[] candidate) {
        for (int j = 0; j < n; j++) {
            candidate[j] += r[j] * recurrentN[j];
        }
    }

    /** r becomes dr's pre-activation gradient, dRecurrent = dn * r. Modifies {@code r} and {@code dRecurrent}. */
    private void resetBack(float[] dN, float[] recurrentN, float[] r, float[] dRecurrent) {
        for (int j = 0; j < n; j++) {
            dRecurrent[j] = dN[j] * r[j];
        }
        for (int j = 0; j < n; j++) {
            r[j] = dN[j] * recurrentN[j] * (r[j] * (1f - r[j]));
        }
    }
}
