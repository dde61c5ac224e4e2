package lstm.evaluate;

import java.util.Optional;
import lstm.model.PairedTest;
import lstm.statistics.Autocovariance;
import lstm.statistics.BinaryScale;
import lstm.statistics.Means;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * The test of Diebold and Mariano (1995) for equal accuracy of two forecasts of the same rows, with the small-sample
 * correction of Harvey, Leybourne and Newbold (1997), two-sided.
 *
 * <p>With d the difference of the losses, its mean is divided by its standard error. Forecasts h steps ahead share up
 * to h - 1 steps, so covariances up to lag h - 1 belong to the variance of the mean. As these may come to a variance
 * that is not positive, they are then weighted by 1 - lag / h (Bartlett), with which they cannot but by rounding. The
 * quotient, times the square root of (n + 1 - 2h + h (h - 1) / n) / n, is held against Student's t with n - 1 degrees
 * of freedom.
 */
public final class DieboldMariano {
    /** The loss of an error. */
    public enum ErrorLoss {
        /** Its square, as in RMSE. */
        SQUARED,
        /** Its absolute value, as in MAE. */
        ABSOLUTE
    }

    private DieboldMariano() {}

    /** The test with squared errors. */
    public static Optional<PairedTest> test(double[] actual, double[] one, double[] other, int horizon) {
        return test(actual, one, other, horizon, ErrorLoss.SQUARED);
    }

    /**
     * The test; its statistic is negative if {@code one} is better.
     *
     * @param horizon number of steps ahead, at least 1
     * @return empty if the test is undefined: {@code horizon} rows or fewer, or a constant difference other than 0
     */
    public static Optional<PairedTest> test(
            double[] actual, double[] one, double[] other, int horizon, ErrorLoss loss) {
        return test(differences(ErrorMeasures.errors(actual, one), ErrorMeasures.errors(actual, other), loss), horizon);
    }

    /**
     * The test on given losses.
     *
     * @param differences of the losses of two forecasts, in the order of time
     * @param horizon number of consecutive forecasts whose steps overlap, at least 1
     * @return empty if the test is undefined, as above
     */
    public static Optional<PairedTest> test(double[] differences, int horizon) {
        int n = differences.length;
        return n < 2 || n <= horizon ? Optional.empty() : test(differences, horizon, n - 1);
    }

    /**
     * The test on losses that are themselves means over consecutive rows, of which as many as the horizon share rows.
     * Their sum of covariances is known no better than from as many independent values as there are horizons, so
     * Student's t has that many degrees of freedom less one; with n - 1 a test of two to four horizons would call
     * chance a difference one time in five instead of twenty.
     *
     * @return empty if the test is undefined: fewer than two horizons, or a constant difference other than 0
     */
    static Optional<PairedTest> testOfMeans(double[] differences, int horizon) {
        int horizons = differences.length / horizon;
        return horizons < 2 ? Optional.empty() : test(differences, horizon, horizons - 1);
    }

    private static Optional<PairedTest> test(double[] differences, int horizon, int freedom) {
        int n = differences.length;
        double mean = Means.of(differences);
        double variance = variance(differences, mean, horizon, false);
        if (!(variance > 0)) {
            variance = variance(differences, mean, horizon, true);
        }
        if (!(variance > 0)) {
            return mean == 0 ? Optional.of(new PairedTest(0, 1)) : Optional.empty();
        }
        double correction = (n + 1 - 2.0 * horizon + (double) horizon * (horizon - 1) / n) / n;
        double statistic = mean / Math.sqrt(variance / n) * Math.sqrt(correction);
        if (!Double.isFinite(statistic)) {
            return Optional.empty();
        }
        double tail = new TDistribution(freedom).cumulativeProbability(-Math.abs(statistic));
        return Optional.of(new PairedTest(statistic, Math.min(1, 2 * tail)));
    }

    /** Differences of losses reduced to the size of 1, which does not change the statistic. */
    static double[] differences(double[] one, double[] other, ErrorLoss loss) {
        BinaryScale size = BinaryScale.of(one).max(BinaryScale.of(other));
        double[] differences = new double[one.length];
        for (int k = 0; k < one.length; k++) {
            double a = size.reduce(one[k]);
            double b = size.reduce(other[k]);
            differences[k] = loss == ErrorLoss.SQUARED ? a * a - b * b : a - b;
        }
        return differences;
    }

    /** n times the variance of the mean. */
    private static double variance(double[] values, double mean, int horizon, boolean weighted) {
        double variance = covariance(values, mean, 0);
        for (int lag = 1; lag < horizon; lag++) {
            double weight = weighted ? 1 - (double) lag / horizon : 1;
            variance += 2 * weight * covariance(values, mean, lag);
        }
        return variance;
    }

    private static double covariance(double[] values, double mean, int lag) {
        return Autocovariance.sum(values, mean, lag) / values.length;
    }
}
