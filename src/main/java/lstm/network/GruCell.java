package lstm.network;

import lstm.tensor.Matrix;
import lstm.tensor.Product;
import lstm.tensor.StepSum;

/**
 * The gated recurrent unit with the reset gate after the recurrent product, the form of Keras and PyTorch:
 *
 * <pre>
 *   z = s(Wz^T x + bz + Uz^T h + buz)                  update gate
 *   r = s(Wr^T x + br + Ur^T h + bur)                  reset gate
 *   n = tanh(Wn^T x + bn + r * (Un^T h + bun))         candidate
 *   h' = z * h + (1 - z) * n
 * </pre>
 *
 * with x [F, B], h [H, B] and bu [3*H] the recurrent bias. U^T h + bu is kept apart from W^T x + b, since r comes
 * between them in the candidate. Backward: dz = dh' * (h - n), dn = dh' * (1 - z), dr = dn' * (Un^T h + bun), where dn'
 * is the gradient before tanh; the recurrent product gets dn' * r where the input's product gets dn'; h gets dh' * z
 * directly.
 */
final class GruCell extends Cell {
    private static final int Z = 0;
    private static final int R = 1;
    private static final int N = 2;
    private static final int H = 3;
    private static final int RECURRENT_N = 4;

    private final BroadcastVector recurrentBias = vector("bu");
    /** U^T h of the current step before the bias, [3*H, B]; in the backward pass its gradient. */
    private final Matrix recurrent;

    private final Product[] inputForward;
    private final Product[] hiddenForward;
    private final Product[] inputBackward;
    private final Product[] hiddenBackward;
    private final StepSum inputWeights;
    private final StepSum hiddenWeights;
    private final float[][] product = new float[3][n];
    private final float[] direct = carried();

    GruCell(LayerContext layer) {
        super(layer);
        int f = layer.inputs();
        int h = layer.units();
        recurrent = layer.zeros(3 * h, layer.rows());
        Matrix t = layer.transposed();
        Matrix w = layer.stacked();
        Matrix d = layer.dStacked();
        inputForward = products(k -> Product.of(t.columns(0, f), input(k).rows(0, f), z));
        hiddenForward = products(k -> Product.of(t.columns(f, h), input(k).rows(f, h), recurrent));
        inputBackward = products(k -> Product.of(w.rows(0, f), z, dInput(k).rows(0, f)));
        hiddenBackward =
                products(k -> Product.of(w.rows(f, h), recurrent, dInput(k).rows(f, h)));
        inputWeights = layer.stepSum(k -> input(k).rows(0, f), z, d.rows(0, f));
        hiddenWeights = layer.stepSum(k -> input(k).rows(f, h), recurrent, d.rows(f, h));
    }

    @Override
    void step(int t) {
        inputForward[t].set();
        hiddenForward[t].set();
        float[][] k = saved(t);
        load(Z, N + 1, k);
        loadRaw(recurrent, Z, N + 1, product);
        for (int gate = Z; gate <= N; gate++) {
            add(recurrentBias.value[gate], product[gate]);
        }
        add(product[Z], k[Z]);
        add(product[R], k[R]);
        Activations.sigmoid(k[Z], 0, n);
        Activations.sigmoid(k[R], 0, n);
        System.arraycopy(product[N], 0, k[RECURRENT_N], 0, n);
        reset(k[R], k[RECURRENT_N], k[N]);
        Activations.tanh(k[N], 0, n);
        GruKernels.update(k[Z], before(t)[H], k[N], k[H], n);
        emit(t, k[H]);
    }

    @Override
    void stepBackward(int t) {
        float[][] k = saved(t);
        add(direct, dHidden);
        GruKernels.updateBackward(dHidden, k[Z], before(t)[H], k[N], direct, n);
        resetBackward(k[N], k[RECURRENT_N], k[R], product[N]);
        store(k);
        System.arraycopy(k[Z], 0, product[Z], 0, n);
        System.arraycopy(k[R], 0, product[R], 0, n);
        storeRaw(recurrent, product);
        for (int gate = Z; gate <= N; gate++) {
            add(product[gate], recurrentBias.dValue[gate]);
        }
    }

    @Override
    void multiplyBackward(int t) {
        inputBackward[t].set();
        hiddenBackward[t].set();
        inputWeights.add(t);
        hiddenWeights.add(t);
    }

    /** n += r * recurrentN, where recurrentN = Un^T h + bun. Modifies {@code candidate}. */
    private void reset(float[] r, float[] recurrentN, float[] candidate) {
        for (int j = 0; j < n; j++) {
            candidate[j] += r[j] * recurrentN[j];
        }
    }

    /**
     * dRecurrent = dn' * r, and r becomes dn' * recurrentN * r * (1 - r). Modifies {@code r} and {@code dRecurrent}.
     */
    private void resetBackward(float[] dN, float[] recurrentN, float[] r, float[] dRecurrent) {
        for (int j = 0; j < n; j++) {
            dRecurrent[j] = dN[j] * r[j];
        }
        for (int j = 0; j < n; j++) {
            r[j] = dN[j] * recurrentN[j] * (r[j] * (1f - r[j]));
        }
    }
}
