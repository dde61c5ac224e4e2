package lstm.forecast;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/** Quantiles of a new value whose spread is known from few others: those of a t distribution, made wider. */
final class StudentQuantiles {
    /** With fewer degrees of freedom intervals would be boundless. */
    private static final int LEAST_FREEDOM = 10;

    private static final int MOST_FREEDOM = 200;
    private static final int MOST_ROUNDS = 50;
    private static final double TOLERANCE = 1e-12;

    private static final NormalDistribution NORMAL = new NormalDistribution();

    private StudentQuantiles() {}

    /**
     * The quantile, in units of the root mean square of the known values.
     *
     * @param share from 1/2, below 1
     * @param known number of independent values
     */
    static double of(double share, double known) {
        int freedom = (int) Math.max(LEAST_FREEDOM, Math.min(MOST_FREEDOM, known));
        return quantile(share, freedom) * Math.sqrt(1 + 1.0 / freedom);
    }

    /** Newton's method from the first terms of the expansion by Cornish and Fisher; the library's search is slow. */
    private static double quantile(double share, int freedom) {
        if (share == 0.5) {
            return 0;
        }
        TDistribution distribution = new TDistribution(freedom);
        double z = NORMAL.inverseCumulativeProbability(share);
        double quantile = z + (z * z * z + z) / (4 * freedom);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            // The upper tail keeps its digits where the share is next to 1.
            double excess = 1 - share - distribution.cumulativeProbability(-quantile);
            double step = -excess / distribution.density(quantile);
            quantile += step;
            if (Math.abs(step) <= TOLERANCE * quantile) {
                break;
            }
        }
        return quantile;
    }

    /** How many times as far out an end lies that leaves out the smaller of two shares, if errors are normal. */
    static double ratio(double outside, double smaller) {
        return of(1 - smaller, MOST_FREEDOM) / of(1 - outside, MOST_FREEDOM);
    }
}
