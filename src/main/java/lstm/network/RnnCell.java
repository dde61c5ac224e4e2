package lstm.network;

/**
 * The plain recurrent network (Elman 1990): h' = tanh(W^T x + U^T h + b) with x [F, B], h [H, B]. Backward, the
 * pre-activation gets dh * (1 - h'^2): at each step back the gradient passes through U and that factor, which is why it
 * vanishes over many steps.
 */
final class RnnCell extends SingleProductCell {
    private static final int H = 0;

    RnnCell(LayerContext layer) {
        super(layer);
    }

    @Override
    void step(int t) {
        multiply(t);
        float[][] k = saved(t);
        activate(k);
        emit(t, k[H]);
    }

    @Override
    void stepBackward(int t) {
        float[][] k = saved(t);
        float[] h = k[H];
        for (int j = 0; j < n; j++) {
            h[j] = dHidden[j] * (1f - h[j] * h[j]);
        }
        store(k);
    }
}
