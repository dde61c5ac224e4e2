package lstm.network;

import java.util.Arrays;

/**
 * The scalar LSTM of xLSTM (Beck and others 2024) with an exponential input gate and a sigmoid forget gate:
 *
 * <pre>
 *   i, f, z, o = W^T x + U^T h + b                     c' = s(f) c + exp(i) tanh z
 *   h' = s(o) c' / n'                                  n' = s(f) n + exp(i)
 * </pre>
 *
 * with x [F, B] and h [H, B], from c = n = 0. The exponentials may be larger than any number, but c / n is a weighted
 * mean of all tanh z so far, so that mean, here called m, and l = log n are kept instead. With a = log s(f) + l the
 * share of the memory that is kept is k = s(a - i), the share that is taken from this step is 1 - k, and
 *
 * <pre>
 *   m' = k m + (1 - k) tanh z           l' = a + log(1 + exp(i - a))           h' = s(o) m'
 * </pre>
 *
 * In the first step nothing is kept: k = 0 and l' = i. Backward, with dm and dl the gradients of m' and l':
 *
 * <pre>
 *   dm += dh s(o)                           di = d + dl (1 - k)        df = da (1 - s(f))
 *   d = dm k (1 - k) (tanh z - m)           da = dl k - d              dz = dm (1 - k) (1 - tanh^2 z)
 *   do = dh m' s(o) (1 - s(o))              dm[t-1] = dm k             dl[t-1] = da
 * </pre>
 */
final class SlstmCell extends SingleProductCell {
    /** 1 - k; in the backward pass di. */
    private static final int TAKEN = 0;
    /** k; in the backward pass df. */
    private static final int KEPT = 1;

    private static final int Z = 2;
    private static final int O = 3;
    private static final int M = 4;
    private static final int L = 5;
    /** s(f). */
    private static final int FORGET = 6;

    private final float[] h = new float[n];
    private final float[] a = new float[n];
    private final float[] dM = carried();
    private final float[] dL = carried();

    SlstmCell(LayerContext layer) {
        super(layer);
    }

    @Override
    void step(int t) {
        multiply(t);
        float[][] k = saved(t);
        load(TAKEN, O + 1, k);
        Activations.tanh(k[Z], 0, n);
        Activations.sigmoid(k[O], 0, n);
        System.arraycopy(k[KEPT], 0, k[FORGET], 0, n);
        Activations.sigmoid(k[FORGET], 0, n);
        if (t == 0) {
            System.arraycopy(k[TAKEN], 0, k[L], 0, n);
            Arrays.fill(k[TAKEN], 1f);
            Arrays.fill(k[KEPT], 0f);
        } else {
            share(k, before(t)[L]);
        }
        MemoryKernels.update(k[KEPT], before(t)[M], k[TAKEN], k[Z], k[M], h, n);
        MemoryKernels.output(k[O], k[M], h, n);
        emit(t, h);
    }

    /** Turns the pre-activations of i and f into the shares taken and kept, and computes l'. Modifies {@code k}. */
    private void share(float[][] k, float[] before) {
        float[] i = k[TAKEN];
        float[] f = k[KEPT];
        for (int j = 0; j < n; j++) {
            f[j] = -f[j];
        }
        Activations.softplus(f, 0, n);
        for (int j = 0; j < n; j++) {
            a[j] = before[j] - f[j];
            f[j] = a[j] - i[j];
            i[j] = -f[j];
        }
        System.arraycopy(i, 0, k[L], 0, n);
        Activations.softplus(k[L], 0, n);
        add(a, k[L]);
        Activations.sigmoid(f, 0, n);
        Activations.sigmoid(i, 0, n);
    }

    @Override
    void stepBackward(int t) {
        float[][] k = saved(t);
        float[] o = k[O];
        for (int j = 0; j < n; j++) {
            dM[j] += dHidden[j] * o[j];
            o[j] = dHidden[j] * k[M][j] * (o[j] * (1f - o[j]));
        }
        recordMemoryGradient(t, dM);
        updateBackward(k, before(t)[M]);
        store(k);
    }

    /** Replaces the shares and the candidate by the gradients of their pre-activations. Modifies {@code k}. */
    private void updateBackward(float[][] k, float[] before) {
        float[] taken = k[TAKEN];
        float[] kept = k[KEPT];
        float[] z = k[Z];
        for (int j = 0; j < n; j++) {
            float d = dM[j] * (kept[j] * taken[j]) * (z[j] - before[j]);
            float dA = dL[j] * kept[j] - d;
            float dI = dL[j] * taken[j] + d;
            z[j] = dM[j] * taken[j] * (1f - z[j] * z[j]);
            dM[j] *= kept[j];
            dL[j] = dA;
            taken[j] = dI;
            kept[j] = dA * (1f - k[FORGET][j]);
        }
    }
}
