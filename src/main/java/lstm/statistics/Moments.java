package lstm.statistics;

import java.util.function.IntToDoubleFunction;

/**
 * Mean and standard deviation of a population (divided by n, not n - 1). The factory methods differ in range and in the
 * last bits.
 */
public record Moments(double mean, double deviation) {
    /**
     * In one pass (Welford 1962), over values reduced by a {@link BinaryScale}: for values of any size. This is what
     * scalers in model files were fitted with.
     *
     * @param values at least one; not modified
     */
    public static Moments running(double[] values) {
        return running(Values.of(values));
    }

    /** The same. */
    public static Moments running(Values values) {
        BinaryScale size = BinaryScale.of(values);
        double mean = 0;
        double squares = 0;
        for (int k = 0; k < values.count(); k++) {
            double value = size.reduce(values.at(k));
            double delta = value - mean;
            mean += delta / (k + 1);
            squares += delta * (value - mean);
        }
        return new Moments(size.restore(mean), size.restore(Math.sqrt(squares / values.count())));
    }

    /**
     * In two passes, the mean first: for values whose squares are within range, such as scaled ones.
     *
     * @param values at least one; not modified
     */
    public static Moments twoPass(double[] values) {
        return twoPass(values.length, k -> values[k]);
    }

    /** The same of value(0) .. value(n - 1). */
    public static Moments twoPass(int n, IntToDoubleFunction value) {
        double mean = Means.of(n, value);
        double squares = 0;
        for (int k = 0; k < n; k++) {
            double delta = value.applyAsDouble(k) - mean;
            squares += delta * delta;
        }
        return new Moments(mean, Math.sqrt(squares / n));
    }

    /**
     * In two passes, with both means measured {@linkplain Means#fromFirst from the first value}: exact if all values
     * are equal. For values whose squares are within range.
     *
     * @param values at least one; not modified
     */
    public static Moments fromFirst(double[] values) {
        double mean = Means.fromFirst(values);
        double squares = Means.fromFirst(values.length, k -> (values[k] - mean) * (values[k] - mean));
        return new Moments(mean, Math.sqrt(squares));
    }
}
