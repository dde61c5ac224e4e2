package lstm.network;

import java.util.Optional;

/**
 * What a network is to predict from a batch of windows.
 *
 * @param values [count, O / width of the loss]; not copied
 * @param units what errors are multiplied by before the loss sees them, of the same size; empty for nothing; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Truth(float[] values, Optional<float[]> units) {
    /** Of values whose errors count as they are. */
    public static Truth of(float[] values) {
        return new Truth(values, Optional.empty());
    }
}
