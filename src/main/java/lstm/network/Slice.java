package lstm.network;

import java.util.Arrays;
import java.util.Optional;
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
    /** [B, O / width of the loss]. */
    private final float[] targets;

    private Optional<float[]> units = Optional.empty();
    /** [B], what the loss of each window counts; empty if they count alike. */
    private float[] weights = {};

    private final float[] windows;
    private final float[] dPredictions;
    private final float[] piece = new float[PIECE];
    private Matrix dWeights;

    Slice(SlicePass pass, Architecture architecture, int steps, int rows) {
        this.pass = pass;
        this.rows = rows;
        windows = new float[rows * architecture.windowValues(steps)];
        predictions = new float[rows * architecture.outputs()];
        targets = new float[predictions.length];
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

    /**
     * Takes what is to be predicted.
     *
     * @param first window of this slice
     * @param width number of values of each window
     */
    void expect(Truth truth, int first, int width) {
        int from = first * width;
        int count = rows * width;
        System.arraycopy(truth.values(), from, targets, 0, count);
        units = truth.units().map(all -> Arrays.copyOfRange(all, from, from + count));
        weights = truth.weights().length == 0
                ? truth.weights()
                : Arrays.copyOfRange(truth.weights(), first, first + rows);
    }

    /**
     * Computes the gradient of the mean loss, given what is to be predicted. Modifies the predictions.
     *
     * @param count the predictions that the mean is over
     * @return the sum of the losses of this slice
     */
    double backward(Loss loss, int count) {
        units.ifPresent(each -> {
            multiply(predictions, each, loss.width());
            multiply(targets, each, 1);
        });
        loss.gradient(predictions, targets, dPredictions, predictions.length, count);
        units.ifPresent(each -> multiply(dPredictions, each, loss.width()));
        if (weights.length > 0) {
            multiply(dPredictions, weights, dPredictions.length / rows);
        }
        dWeights = pass.backward(dPredictions);
        return weights.length > 0
                ? loss.sum(predictions, targets, weights)
                : loss.sum(predictions, targets, predictions.length);
    }

    /** @param width number of values for each unit */
    private static void multiply(float[] values, float[] units, int width) {
        for (int k = 0; k < units.length * width; k++) {
            values[k] *= units[k / width];
        }
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
