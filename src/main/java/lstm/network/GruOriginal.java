package lstm.network;

import java.util.Arrays;
import lstm.tensor.Matrix;
import lstm.tensor.Product;

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
final class GruOriginal extends Cell {
    private static final int Z = 0;
    private static final int R = 1;
    private static final int N = 2;
    private static final int H = 3;

    /** r * h of each step, [T*B, H]. */
    private final Matrix reset;

    private final Matrix dReset;
    private final Product[] gates;
    private final Product[] candidate;
    private final Product[] gatesBack;
    private final Product[] candidateBack;
    private final Product gateWeights;
    private final Product candidateWeights;
    private final float[] block = new float[n];
    private final float[] direct = new float[n];

    GruOriginal(Layer layer) {
        super(layer, 4);
        int units = layer.units();
        reset = Matrix.zeros(z().rows(), units);
        dReset = Matrix.zeros(layer.rows(), units);
        Matrix[] resets = stepsOf(reset);
        Matrix[] zGates = stepsOf(z().columns(0, 2 * units));
        Matrix[] zCandidate = stepsOf(z().columns(2 * units, units));
        Matrix u = layer.weight("U");
        Matrix back = layer.transpose("U");
        gates = products(t -> Product.of(hiddenStep(t), u.columns(0, 2 * units), zGates[t]));
        candidate = products(t -> Product.of(resets[t], u.columns(2 * units, units), zCandidate[t]));
        gatesBack = products(t -> Product.of(zGates[t], back.rows(0, 2 * units), fromNextStep()));
        candidateBack = products(t -> Product.of(zCandidate[t], back.rows(2 * units, units), dReset));
        Matrix dU = layer.dWeight("U");
        gateWeights = Product.ofTransposed(hidden(), z().columns(0, 2 * units), dU.columns(0, 2 * units));
        candidateWeights = Product.ofTransposed(reset, z().columns(2 * units, units), dU.columns(2 * units, units));
    }

    @Override
    void step(int t) {
        float[][] k = kept(t);
        float[] before = kept(t - 1)[H];
        gates[t].add();
        load(t, Z, R + 1, k);
        activations.sigmoid(k[Z], n);
        activations.sigmoid(k[R], n);
        for (int j = 0; j < n; j++) {
            block[j] = k[R][j] * before[j];
        }
        reset.write(t * n, block, 0, n);
        candidate[t].add();
        load(t, N, N + 1, k);
        activations.tanh(k[N], n);
        Update.forward(k[Z], before, k[N], k[H], n);
        emit(t, k[H]);
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
        Update.backward(dHidden, k[Z], before, k[N], direct, n);
        storeRaw(z(), t, k);
        candidateBack[t].set();
        dReset.read(0, block, 0, n);
        resetBack(block, before, k[R]);
        store(t, k);
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
    void backToHidden(int t) {
        gatesBack[t].set();
    }

    @Override
    void recurrentGradient() {
        gateWeights.set();
        candidateWeights.set();
    }
}
