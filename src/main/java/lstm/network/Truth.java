package lstm.network;

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
}
