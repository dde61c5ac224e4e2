package lstm.network;

import lstm.network.Network.WindowReader;
import lstm.random.SplitMix64;
import lstm.tensor.Matrix;

/** One slice of a batch: its pass and the buffers around it. */
final class Slice {
    /** Values of a gradient that are added at once: the whole gradient would push other data out of the cache. */
    private static final int PIECE = 2048;

    /** B, the windows of the slice. */
    final int rows;
    /** [B, O], valid after {@link #forward} or {@link #predict}. */
    final float[] predictions;

    private final SlicePass pass;
    private Truth truth;
    private final float[] windows;
    private final float[] dPredictions;
    private final float[] piece = new float[PIECE];
    private Matrix dWeights;

    Slice(SlicePass pass, Architecture architecture, int steps, int rows) {
        this.pass = pass;
        this.rows = rows;
        windows = new float[rows * architecture.windowValues(steps)];
        predictions = new float[rows * architecture.outputs()];
        dPredictions = new float[predictions.length];
    }

    /** Predicts from the windows of the batch from number {@code from} on; {@code dropout} is null for none. */
    void forward(WindowReader source, int from, SplitMix64 dropout) {
        source.read(from, rows, windows);
        pass.forward(windows, predictions, dropout);
    }

    /** The same predictions faster, if {@link #backward} does not follow. */
    void predict(WindowReader source, int from, SplitMix64 dropout) {
        source.read(from, rows, windows);
        pass.predict(windows, predictions, dropout);
    }

    /** Takes what is to be predicted, which {@link #backward} modifies. */
    void expect(Truth part) {
        truth = part;
    }

    /**
     * Computes the gradient of the mean loss, given what is to be predicted. Modifies the predictions.
     *
     * @param count the predictions that the mean is over
     * @return the sum of the losses of this slice
     */
    double backward(Loss loss, int count) {
        truth.bringToUnits(predictions, loss);
        loss.gradient(predictions, truth.values(), dPredictions, predictions.length, count);
        truth.bringBack(dPredictions, loss);
        dWeights = pass.backward(dPredictions);
        return truth.sumInUnits(loss, predictions);
    }

    /** Copies the gradient [P]. Modifies {@code to}. */
    void copyGradient(float[] to) {
        dWeights.read(0, to, 0, to.length);
    }

    /** Adds the gradient [P]. Modifies {@code to}. */
    void addGradient(float[] to) {
        for (int from = 0; from < to.length; from += PIECE) {
            int n = Math.min(PIECE, to.length - from);
            dWeights.read(from, piece, 0, n);
            for (int k = 0; k < n; k++) {
                to[from + k] += piece[k];
            }
        }
    }
}
