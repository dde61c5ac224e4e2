package lstm.base;

import java.time.LocalDate;

/**
 * A trained base network.
 *
 * @param weights in the order of the layout of {@link BaseShape#architecture}; not copied
 * @param training what it was trained on
 */
@SuppressWarnings("ArrayRecordComponent") // Weights are large; nobody writes to them.
public record BaseNetwork(BaseShape shape, float[] weights, Training training) {
    /**
     * What a base network was trained on.
     *
     * @param seed of the synthetic series
     * @param windows that it was shown before these weights, each of a series of its own
     * @param date of the release
     */
    public record Training(long seed, long windows, LocalDate date) {
        /** Checks the count. */
        public Training {
            if (windows < 0) {
                throw new IllegalArgumentException(windows + " windows");
            }
        }
    }

    /** Checks that there is a weight for each parameter. */
    public BaseNetwork {
        if (weights.length != shape.architecture().layout().size()) {
            throw new IllegalArgumentException(weights.length + " weights for " + shape);
        }
    }
}
