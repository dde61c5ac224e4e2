package lstm.prepare;

import java.util.Locale;
import lstm.statistics.EvenlySpaced;
import lstm.statistics.Moments;
import lstm.statistics.Quantiles;
import lstm.statistics.Values;

/** How values are scaled for the network. */
public enum ScalingMethod {
    /** To [0, 1]: offset min, scale max - min. */
    MIN_MAX {
        @Override
        Scaler fit(Values values) {
            double min = Double.POSITIVE_INFINITY;
            double max = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < values.count(); k++) {
                double value = values.at(k);
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
            return new Scaler(min, max - min);
        }
    },
    /** Offset mean, scale standard deviation. */
    STANDARD {
        @Override
        Scaler fit(Values values) {
            Moments moments = Moments.running(values);
            return new Scaler(moments.mean(), moments.deviation());
        }
    },
    /**
     * Offset median, scale interquartile range; of more than {@value #MOST_SORTED} values those of evenly spaced ones.
     */
    ROBUST {
        @Override
        Scaler fit(Values values) {
            double[] sorted = EvenlySpaced.of(values.count(), MOST_SORTED)
                    .mapToDouble(values::at)
                    .sorted()
                    .toArray();
            return new Scaler(
                    Quantiles.interpolated(sorted, 0.5),
                    Quantiles.interpolated(sorted, 0.75) - Quantiles.interpolated(sorted, 0.25));
        }
    },
    /** Each window by its own mean and standard deviation, after min-max scaling of the whole column. */
    WINDOW {
        @Override
        Scaler fit(Values values) {
            return MIN_MAX.fit(values);
        }
    };

    private static final int MOST_SORTED = 1 << 22;

    /**
     * Fits a scaler to values, at least one.
     *
     * @throws IllegalArgumentException if their range is not finite
     */
    abstract Scaler fit(Values values);

    /** The name on the command line and in the model file. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
