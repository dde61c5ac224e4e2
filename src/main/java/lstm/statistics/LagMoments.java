package lstm.statistics;

import java.util.List;

/**
 * Means, variances and covariances of a column and its lags 1 .. order, over the rows that have all lags: the normal
 * equations of an autoregression.
 *
 * <p>The products of lagged columns are not summed anew for each pair of lags: a pair one row further back has the same
 * products but one at each end. This takes rows * order + order^2 steps instead of rows * order^2, at the price of
 * rounding errors that {@link Autocovariance} does not have, so values should be standardized.
 */
public final class LagMoments {
    private static final int BLOCK = 4_096;

    private final double[][] products;
    private final double[] means;
    private final int count;

    /**
     * The moments of a column.
     *
     * @param runs stretches of consecutive rows
     * @param order the longest lag, less than the length of at least one run
     */
    public LagMoments(List<Values> runs, int order) {
        count = count(runs, order);
        products = new double[order + 1][order + 1];
        means = new double[order + 1];
        runs.stream().filter(run -> run.count() > order).forEach(this::add);
        for (int i = 0; i <= order; i++) {
            means[i] /= count;
        }
    }

    /** Number of rows that have all lags. */
    public static int count(List<Values> runs, int order) {
        return runs.stream().mapToInt(run -> Math.max(0, run.count() - order)).sum();
    }

    private void add(Values run) {
        int order = order();
        double[] first = run.toArray(0, order);
        double[] last = run.toArray(run.count() - order, run.count());
        double[][] own = new double[order + 1][order + 1];
        double[] sums = new double[order + 1];
        addProducts(run, sums, own[0]);
        for (int i = 0; i < order; i++) {
            double entering = first[order - 1 - i];
            double leaving = last[order - 1 - i];
            sums[i + 1] = sums[i] + entering - leaving;
            own[i + 1][0] = own[0][i + 1];
            for (int j = 0; j < order; j++) {
                own[i + 1][j + 1] = own[i][j] + entering * first[order - 1 - j] - leaving * last[order - 1 - j];
            }
        }
        for (int i = 0; i <= order; i++) {
            means[i] += sums[i];
            for (int j = 0; j <= order; j++) {
                products[i][j] += own[i][j];
            }
        }
    }

    /** Adds the values to the first sum, and their products with each lag. */
    private void addProducts(Values run, double[] sums, double[] own) {
        int order = order();
        for (int from = order; from < run.count(); from += BLOCK) {
            int to = Math.min(run.count(), from + BLOCK);
            // The latest value first: the processor multiplies several at once if lags and values run the same way.
            double[] values = new Values(to - from + order, k -> run.at(to - 1 - k)).toArray();
            for (int k = to - from - 1; k >= 0; k--) {
                sums[0] += values[k];
            }
            int k = to - from - 1;
            for (; k >= 3; k -= 4) {
                addFourProducts(values, k, own);
            }
            for (; k >= 0; k--) {
                addProducts(values, k, own);
            }
        }
    }

    /** The products of four rows in the same order, which are loaded and stored once. */
    private static void addFourProducts(double[] values, int k, double[] own) {
        double first = values[k];
        double second = values[k - 1];
        double third = values[k - 2];
        double fourth = values[k - 3];
        for (int lag = 0; lag < own.length; lag++) {
            own[lag] = own[lag]
                    + first * values[k + lag]
                    + second * values[k - 1 + lag]
                    + third * values[k - 2 + lag]
                    + fourth * values[k - 3 + lag];
        }
    }

    private static void addProducts(double[] values, int k, double[] own) {
        double value = values[k];
        for (int lag = 0; lag < own.length; lag++) {
            own[lag] += value * values[k + lag];
        }
    }

    /** Number of rows that have all lags. */
    public int count() {
        return count;
    }

    /** The longest lag. */
    public int order() {
        return means.length - 1;
    }

    /** The covariance of the columns at these lags, divided by n; lag 0 is the column itself. */
    public double covariance(int lag, int other) {
        return products[lag][other] / count - means[lag] * means[other];
    }

    /** The intercept of the regression with these coefficients of lags 1, 2, ... */
    public double intercept(double[] coefficients) {
        double intercept = means[0];
        for (int k = 0; k < coefficients.length; k++) {
            intercept -= coefficients[k] * means[k + 1];
        }
        return intercept;
    }
}
