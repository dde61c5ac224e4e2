package lstm.network;

import java.util.Arrays;

/**
 * The LSTM with peephole connections (Gers and Schmidhuber 2000): input and forget gate see the memory cell before the
 * step, the output gate sees it after:
 *
 * <pre>
 *   i = s(x Wi + h Ui + bi + pi * c)       g = tanh(x Wg + h Ug + bg)
 *   f = s(x Wf + h Uf + bf + pf * c)       c' = f * c + i * g
 *   o = s(x Wo + h Uo + bo + po * c')      h' = o * tanh c'
 * </pre>
 *
 * with pi, pf, po [H]. Backwards as in {@link LstmCell}, and in addition dc' += po * dO before the update is gone
 * through, dc += pi * dI + pf * dF after it, and dpi = sum over rows and steps of dI * c, likewise dpf, and dpo with
 * c'.
 */
final class PeepholeCell extends SingleProductCell {
    private static final int I = 0;
    private static final int F = 1;
    private static final int G = 2;
    private static final int O = 3;
    private static final int C = 4;
    private static final int TANH_C = 5;

    private final BroadcastVector toInput = vector("pi");
    private final BroadcastVector toForget = vector("pf");
    private final BroadcastVector toOutput = vector("po");
    private final float[] h = new float[n];
    private final float[] dC = new float[n];

    PeepholeCell(LayerContext layer) {
        super(layer, 6);
    }

    @Override
    void step(int t) {
        multiply(t);
        float[][] k = kept(t);
        float[] before = kept(t - 1)[C];
        load(I, O + 1, k);
        look(toInput, before, k[I]);
        look(toForget, before, k[F]);
        activations.sigmoid(k[I], n);
        activations.sigmoid(k[F], n);
        activations.tanh(k[G], n);
        MemoryKernels.update(k[F], before, k[I], k[G], k[C], k[TANH_C], n);
        look(toOutput, k[C], k[O]);
        activations.sigmoid(k[O], n);
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
        float[] before = kept(t - 1)[C];
        MemoryKernels.throughOutput(dHidden, k[O], k[TANH_C], dC, n);
        lookBack(toOutput, k[C], k[O], dC);
        memoryGradient(t, dC);
        MemoryKernels.throughUpdate(dC, k[I], k[F], k[G], before, n);
        lookBack(toInput, before, k[I], dC);
        lookBack(toForget, before, k[F], dC);
        store(k);
    }

    /** gate += p * c. Modifies {@code gate}. */
    private void look(BroadcastVector peephole, float[] c, float[] gate) {
        float[] p = peephole.value[0];
        for (int j = 0; j < n; j++) {
            gate[j] += p[j] * c[j];
        }
    }

    /** dc += p * dGate and dp += dGate * c. Modifies {@code dC} and the peephole's gradient. */
    private void lookBack(BroadcastVector peephole, float[] c, float[] dGate, float[] dC) {
        float[] p = peephole.value[0];
        float[] dP = peephole.dValue[0];
        for (int j = 0; j < n; j++) {
            dC[j] += p[j] * dGate[j];
        }
        for (int j = 0; j < n; j++) {
            dP[j] += dGate[j] * c[j];
        }
    }
}
