package lstm.forecast;

import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/** Quantiles of a new value whose spread is known from few others: those of a t distribution, made wider. */
final class StudentQuantiles {
    /** With fewer degrees of freedom intervals would be boundless. */
    private static final int LEAST_FREEDOM = 10;

    private static final int MOST_FREEDOM = 200;
    private static final int MOST_ROUNDS = 50;

    /** Each step squares the error, so that what is left after one of this relative size is far below it. */
    private static final double LAST_STEP = 1e-6;

    private static final NormalDistribution NORMAL = new NormalDistribution();
    private static final List<TDistribution> DISTRIBUTIONS = IntStream.rangeClosed(LEAST_FREEDOM, MOST_FREEDOM)
            .mapToObj(TDistribution::new)
            .toList();

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
        TDistribution distribution = DISTRIBUTIONS.get(freedom - LEAST_FREEDOM);
        double z = NORMAL.inverseCumulativeProbability(share);
        double square = z * z;
        double quantile = z
                + z * (square + 1) / (4 * freedom)
                + z * ((5 * square + 16) * square + 3) / (96.0 * freedom * freedom);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            // The upper tail keeps its digits where the share is next to 1.
            double excess = 1 - share - distribution.cumulativeProbability(-quantile);
            double step = -excess / distribution.density(quantile);
            quantile += step;
            if (Math.abs(step) <= LAST_STEP * quantile) {
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
