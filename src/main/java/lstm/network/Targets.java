package lstm.network;

/**
 * What a batch of windows should be predicted as.
 *
 * @param values [count, O / width of the loss]; not copied
 * @param weights [count], what the loss of each window counts; empty if they count alike; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Read, never compared.
public record Targets(float[] values, float[] weights) {
    /** Targets of windows that count alike. */
    public static Targets alike(float[] values) {
        return new Targets(values, new float[0]);
    }
}
