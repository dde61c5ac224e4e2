package lstm.network;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a network is to predict from a batch of windows.
 *
 * @param values [count, O / width of the loss]; not copied
 * @param units what errors are multiplied by before the loss sees them, of the same size; empty for nothing; not copied
 * @param weights [count], what the loss of each window counts; empty if they count alike; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Truth(float[] values, Optional<float[]> units, float[] weights) {
    /** Of values whose errors count as they are. */
    public static Truth of(float[] values) {
        return new Truth(values, Optional.empty(), new float[0]);
    }

    /**
     * A copy for some of the windows.
     *
     * @param width number of values of each window
     */
    Truth part(int first, int count, int width) {
        int from = first * width;
        int to = from + count * width;
        return new Truth(
                Arrays.copyOfRange(values, from, to),
                units.map(all -> Arrays.copyOfRange(all, from, to)),
                weights.length == 0 ? weights : Arrays.copyOfRange(weights, first, first + count));
    }

    /**
     * Returns the sum of the losses of predictions, each as often as its window counts. Modifies the predictions and
     * the values, which it brings to their units.
     */
    public double sum(Loss loss, float[] predicted) {
        bringToUnits(predicted, loss);
        return sumInUnits(loss, predicted);
    }

    /** Brings predictions and values to their units, so that the loss sees errors in these. Modifies both. */
    void bringToUnits(float[] predicted, Loss loss) {
        units.ifPresent(each -> {
            multiply(predicted, each, loss.width());
            multiply(values, each, 1);
        });
    }

    /** The same sum as {@link #sum} of what was brought to its units before. */
    double sumInUnits(Loss loss, float[] predicted) {
        return weights.length == 0
                ? loss.sum(predicted, values, predicted.length)
                : loss.sum(predicted, values, weights);
    }

    /** Turns the slopes of the losses in their units into those of the predictions. Modifies {@code dPredicted}. */
    void bringBack(float[] dPredicted, Loss loss) {
        units.ifPresent(each -> multiply(dPredicted, each, loss.width()));
        if (weights.length > 0) {
            multiply(dPredicted, weights, dPredicted.length / weights.length);
        }
    }

    /** @param width number of values for each factor */
    private static void multiply(float[] values, float[] factors, int width) {
        for (int k = 0; k < factors.length * width; k++) {
            values[k] *= factors[k / width];
        }
    }
}
