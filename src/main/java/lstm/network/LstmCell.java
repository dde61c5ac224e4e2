package lstm.network;

/**
 * The standard LSTM (Hochreiter and Schmidhuber 1997, with the forget gate of Gers, Schmidhuber and Cummins 2000):
 *
 * <pre>
 *   i = s(Wi^T x + Ui^T h + bi)        input gate            c' = f * c + i * g
 *   f = s(Wf^T x + Uf^T h + bf)        forget gate           h' = o * tanh c'
 *   g = tanh(Wg^T x + Ug^T h + bg)     candidate
 *   o = s(Wo^T x + Uo^T h + bo)        output gate
 * </pre>
 *
 * with s the logistic sigmoid, * elementwise, x [F, B] the input, c [H, B] the memory cell and h [H, B] the output.
 * Backward, with dh and dc the gradients of h' and c' from above and from the next step:
 *
 * <pre>
 *   do = dh * tanh c'              dc += dh * o * (1 - tanh^2 c')
 *   di = dc * g    df = dc * c    dg = dc * i    dc[t-1] = dc * f
 * </pre>
 *
 * and the pre-activation of each gate gets that times s' = s * (1 - s) or tanh' = 1 - tanh^2.
 */
final class LstmCell extends SingleProductCell {
    private static final int I = 0;
    private static final int F = 1;
    private static final int G = 2;
    private static final int O = 3;
    private static final int C = 4;
    private static final int TANH_C = 5;

    private final float[] h = new float[n];
    private final float[] dC = carried();

    LstmCell(LayerContext layer) {
        super(layer);
    }

    @Override
    void step(int t) {
        multiply(t);
        float[][] k = saved(t);
        activate(k);
        MemoryKernels.update(k[F], before(t)[C], k[I], k[G], k[C], k[TANH_C], n);
        Activations.tanh(k[TANH_C], 0, n);
        MemoryKernels.output(k[O], k[TANH_C], h, n);
        emit(t, h);
    }

    @Override
    void stepBackward(int t) {
        float[][] k = saved(t);
        MemoryKernels.outputBackward(dHidden, k[O], k[TANH_C], dC, n);
        recordMemoryGradient(t, dC);
        MemoryKernels.updateBackward(dC, k[I], k[F], k[G], before(t)[C], n);
        store(k);
    }
}
