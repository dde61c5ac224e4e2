package lstm.network;

/**
 * The plain recurrent network (Elman 1990): h' = tanh(x W + h U + b). Backwards, dz = dh * (1 - h'^2): at each step
 * back the gradient goes through U and that factor, which is why it vanishes over many steps.
 */
final class RnnCell extends SingleProductCell {
    private static final int H = 0;

    RnnCell(LayerContext layer) {
        super(layer, 1);
    }

    @Override
    void step(int t) {
        multiply(t);
        float[][] k = kept(t);
        activate(k);
        emit(t, k[H]);
    }

    @Override
    void startBack() {
        // Nothing but h goes from step to step.
    }

    @Override
    void stepBack(int t) {
        float[][] k = kept(t);
        float[] h = k[H];
        for (int j = 0; j < n; j++) {
            h[j] = dHidden[j] * (1f - h[j] * h[j]);
        }
        store(k);
    }
}
