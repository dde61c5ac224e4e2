package lstm.prepare;

import java.util.Arrays;
import java.util.Locale;

/** How values are brought to a size that a network learns well from. */
public enum ScalingMethod {
    /** To [0, 1]: offset min, scale max - min. */
    MIN_MAX {
        @Override
        Scaler fit(double[] values) {
            double min = Double.POSITIVE_INFINITY;
            double max = Double.NEGATIVE_INFINITY;
            for (double value : values) {
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
            return new Scaler(min, max - min);
        }
    },
    /** Offset mean, scale standard deviation. */
    STANDARD {
        @Override
        Scaler fit(double[] values) {
            // Brought to the size of 1 by a power of two, so that squares neither overflow nor vanish.
            double largest = 0;
            for (double value : values) {
                largest = Math.max(largest, Math.abs(value));
            }
            int size = Math.getExponent(largest);
            double mean = 0;
            double squares = 0;
            for (int k = 0; k < values.length; k++) {
                double value = Math.scalb(values[k], -size);
                double delta = value - mean;
                mean += delta / (k + 1);
                squares += delta * (value - mean);
            }
            return new Scaler(Math.scalb(mean, size), Math.scalb(Math.sqrt(squares / values.length), size));
        }
    },
    /** Offset median, scale distance of the quartiles. */
    ROBUST {
        @Override
        Scaler fit(double[] values) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            return new Scaler(quantile(sorted, 0.5), quantile(sorted, 0.75) - quantile(sorted, 0.25));
        }
    },
    /** Each window by its own mean and standard deviation, after a min-max scaling of the whole column. */
    WINDOW {
        @Override
        Scaler fit(double[] values) {
            return MIN_MAX.fit(values);
        }
    };

    /**
     * Fits values, at least one.
     *
     * @throws IllegalArgumentException if their range is not finite
     */
    abstract Scaler fit(double[] values);

    /** The standard deviation of values, at least one. */
    public static double deviation(double[] values) {
        return STANDARD.fit(values).scale();
    }

    /**
     * A quantile, linear between the order statistics (type 7 of Hyndman and Fan, 1996).
     *
     * @param sorted rising, at least one
     * @param share in [0, 1]
     */
    public static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /** The name on the command line and in the model file. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
