package lstm.network;

/**
 * The LSTM with peephole connections (Gers and Schmidhuber 2000): the input and forget gates see the memory cell before
 * the step, the output gate sees it after:
 *
 * <pre>
 *   i = s(Wi^T x + Ui^T h + bi + pi * c)       g = tanh(Wg^T x + Ug^T h + bg)
 *   f = s(Wf^T x + Uf^T h + bf + pf * c)       c' = f * c + i * g
 *   o = s(Wo^T x + Uo^T h + bo + po * c')      h' = o * tanh c'
 * </pre>
 *
 * with x [F, B], c and h [H, B], and pi, pf, po [H] applied to each of the B windows. Backward as in {@link LstmCell},
 * with dI, dF and dO the gradients of the pre-activations: in addition dc' += po * dO before the update of the memory,
 * dc += pi * dI + pf * dF after it, and the sums over windows and steps dpi = dI * c, dpf = dF * c, dpo = dO * c'.
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
    private final float[] dC = carried();

    PeepholeCell(LayerContext layer) {
        super(layer);
    }

    @Override
    void step(int t) {
        multiply(t);
        float[][] k = saved(t);
        float[] before = before(t)[C];
        load(I, O + 1, k);
        addPeephole(toInput, before, k[I]);
        addPeephole(toForget, before, k[F]);
        Activations.sigmoid(k[I], 0, n);
        Activations.sigmoid(k[F], 0, n);
        Activations.tanh(k[G], 0, n);
        MemoryKernels.update(k[F], before, k[I], k[G], k[C], k[TANH_C], n);
        addPeephole(toOutput, k[C], k[O]);
        Activations.sigmoid(k[O], 0, n);
        Activations.tanh(k[TANH_C], 0, n);
        MemoryKernels.output(k[O], k[TANH_C], h, n);
        emit(t, h);
    }

    @Override
    void stepBackward(int t) {
        float[][] k = saved(t);
        float[] before = before(t)[C];
        MemoryKernels.outputBackward(dHidden, k[O], k[TANH_C], dC, n);
        peepholeBackward(toOutput, k[C], k[O], dC);
        recordMemoryGradient(t, dC);
        MemoryKernels.updateBackward(dC, k[I], k[F], k[G], before, n);
        peepholeBackward(toInput, before, k[I], dC);
        peepholeBackward(toForget, before, k[F], dC);
        store(k);
    }

    /** gate += p * c, [H, B] each. Modifies {@code gate}. */
    private void addPeephole(BroadcastVector peephole, float[] c, float[] gate) {
        float[] p = peephole.value[0];
        for (int j = 0; j < n; j++) {
            gate[j] += p[j] * c[j];
        }
    }

    /**
     * dc += p * dGate and dp += dGate * c, [H, B] each; dp is summed over B later. Modifies {@code dC} and the gradient
     * of p.
     */
    private void peepholeBackward(BroadcastVector peephole, float[] c, float[] dGate, float[] dC) {
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
