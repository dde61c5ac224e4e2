package lstm.forecast;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hipparchus.distribution.continuous.TDistribution;

/** Quantiles of a new value whose spread is known from few others: those of a t distribution, made wider. */
final class StudentQuantiles {
    /** With fewer degrees of freedom intervals would be boundless. */
    private static final int LEAST_FREEDOM = 10;

    private static final int MOST_FREEDOM = 200;

    /** By degrees of freedom plus share. */
    private static final Map<Double, Double> KNOWN = new ConcurrentHashMap<>();

    private StudentQuantiles() {}

    /**
     * The quantile, in units of the root mean square of the known values.
     *
     * @param share from 1/2, below 1
     * @param known number of independent values
     */
    static double of(double share, double known) {
        int freedom = (int) Math.max(LEAST_FREEDOM, Math.min(MOST_FREEDOM, known));
        return KNOWN.computeIfAbsent(freedom + share, key -> quantile(share, freedom)) * Math.sqrt(1 + 1.0 / freedom);
    }

    private static double quantile(double share, int freedom) {
        return share == 0.5 ? 0 : new TDistribution(freedom).inverseCumulativeProbability(share);
    }

    /** How many times as far out an end lies that leaves out the smaller of two shares, if errors are normal. */
    static double ratio(double outside, double smaller) {
        return of(1 - smaller, MOST_FREEDOM) / of(1 - outside, MOST_FREEDOM);
    }
}
