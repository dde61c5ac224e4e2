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

    private final int gateUnits = 2 * layer().units();
    private final Matrix uGates = layer().weight("U").columns(0, gateUnits);
    private final Matrix uCandidate = layer().weight("U").columns(gateUnits, layer().units());
    /** r * h of each step, [T*B, H]. */
    private final Matrix reset;

    private final Matrix[] resetSteps;
    private final Matrix[] zGates;
    private final Matrix[] zCandidate;
    private final Matrix dReset;
    private final float[] block = new float[n];
    private final float[] direct = new float[n];

    GruOriginal(Layer layer) {
        super(layer, 4);
        reset = Matrix.zeros(z().rows(), layer.units());
        resetSteps = stepsOf(reset, 0);
        zGates = stepsOf(z().columns(0, gateUnits), 0);
        zCandidate = stepsOf(z().columns(gateUnits, layer.units()), 0);
        dReset = Matrix.zeros(layer.rows(), layer.units());
    }

    @Override
    void step(int t) {
        float[][] k = kept(t);
        float[] before = kept(t - 1)[H];
        Product.add(hiddenStep(t), uGates, zGates[t]);
        load(t, Z, R + 1, k);
        activations.sigmoid(k[Z], n);
        activations.sigmoid(k[R], n);
        for (int j = 0; j < n; j++) {
            block[j] = k[R][j] * before[j];
        }
        reset.write(t * n, block, 0, n);
        Product.add(resetSteps[t], uCandidate, zCandidate[t]);
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
        Product.setByTransposed(zCandidate[t], uCandidate, dReset);
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
    void backToHidden(int t, Matrix dPrevious) {
        Product.setByTransposed(zGates[t], uGates, dPrevious);
    }

    @Override
    void recurrentGradient(Matrix previous, Matrix dU) {
        int units = layer().units();
        Product.setTransposed(previous, z().columns(0, gateUnits), dU.columns(0, gateUnits));
        Product.setTransposed(reset, z().columns(gateUnits, units), dU.columns(gateUnits, units));
    }
}
