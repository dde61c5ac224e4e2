package lstm.network;

import java.util.Arrays;

/**
 * The standard LSTM (Hochreiter and Schmidhuber 1997, with the forget gate of Gers, Schmidhuber and Cummins 2000):
 *
 * <pre>
 *   i = s(x Wi + h Ui + bi)        input gate            c' = f * c + i * g
 *   f = s(x Wf + h Uf + bf)        forget gate           h' = o * tanh c'
 *   g = tanh(x Wg + h Ug + bg)     candidate
 *   o = s(x Wo + h Uo + bo)        output gate
 * </pre>
 *
 * with s the logistic sigmoid, * elementwise, c [B, H] the memory cell and h [B, H] the output. Backwards, with dh and
 * dc the gradients of h' and c' from above and from the next step:
 *
 * <pre>
 *   do = dh * tanh c'              dc += dh * o * (1 - tanh^2 c')
 *   di = dc * g    df = dc * c    dg = dc * i    dc[t-1] = dc * f
 * </pre>
 *
 * and each gate's pre-activation gets that times s' = s (1 - s) or tanh' = 1 - tanh^2.
 */
final class LstmCell extends SingleProductCell {
    private static final int I = 0;
    private static final int F = 1;
    private static final int G = 2;
    private static final int O = 3;
    private static final int C = 4;
    private static final int TANH_C = 5;

    private final float[] h = new float[n];
    private final float[] dC = new float[n];

    LstmCell(LayerContext layer) {
        super(layer, 6);
    }

    @Override
    void step(int t) {
        multiply(t);
        float[][] k = kept(t);
        activate(k);
        MemoryKernels.update(k[F], kept(t - 1)[C], k[I], k[G], k[C], k[TANH_C], n);
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
        MemoryKernels.throughOutput(dHidden, k[O], k[TANH_C], dC, n);
        memoryGradient(t, dC);
        MemoryKernels.throughUpdate(dC, k[I], k[F], k[G], kept(t - 1)[C], n);
        store(k);
    }
}
