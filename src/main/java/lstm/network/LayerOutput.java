package lstm.network;

import java.util.stream.IntStream;
import lstm.random.SplitMix64;
import lstm.tensor.Matrix;

/**
 * The way from a layer up to its consumer: dropout, then the memory where the layer above or the dense head reads. In
 * the backward pass the same way down.
 */
final class LayerOutput {
    /** H*B. */
    private final int n;

    private final Matrix[] outputs;
    private final Matrix[] dOutputs;
    private final Dropout dropout;
    private final float[] fromAbove;

    LayerOutput(LayerContext layer) {
        n = layer.units() * layer.rows();
        int steps = layer.steps();
        outputs = IntStream.range(0, steps).mapToObj(layer.above()::output).toArray(Matrix[]::new);
        dOutputs = IntStream.range(0, steps).mapToObj(layer.above()::dOutput).toArray(Matrix[]::new);
        dropout = new Dropout(layer.pass().architecture().dropout(), steps, n);
        fromAbove = new float[n];
    }

    /**
     * Prepares a forward pass.
     *
     * @param random draws the dropout of a training pass; null when predicting, where nothing is dropped
     */
    void start(SplitMix64 random) {
        if (random == null) {
            dropout.off();
        } else {
            dropout.draw(random, t -> outputs[t] != null);
        }
    }

    /** Passes H[t], [H, B], up after dropout. */
    void write(int t, float[] h) {
        if (outputs[t] != null) {
            outputs[t].write(0, dropout.apply(t, h), 0, n);
        }
    }

    /** Adds d loss / d H[t] from above. Modifies {@code dHidden}. */
    void addGradient(int t, float[] dHidden) {
        if (dOutputs[t] == null) {
            return;
        }
        dOutputs[t].read(0, fromAbove, 0, n);
        float[] d = dropout.apply(t, fromAbove);
        for (int j = 0; j < n; j++) {
            dHidden[j] += d[j];
        }
    }
}
