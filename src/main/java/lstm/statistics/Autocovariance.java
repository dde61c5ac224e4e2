package lstm.statistics;

/** Products of values a lag apart. */
public final class Autocovariance {
    private Autocovariance() {}

    /**
     * sum over k &gt;= lag of (values[k] - mean) (values[k - lag] - mean), summed in order. It is left to the caller
     * what to divide by: all values, the pairs, or the sum at lag 0.
     *
     * @param values with squares within range; not modified
     * @param mean 0 for values that are centered already
     * @param lag at least 0
     * @return 0 if no two values are so far apart
     */
    public static double sum(double[] values, double mean, int lag) {
        double sum = 0;
        for (int k = lag; k < values.length; k++) {
            sum += (values[k] - mean) * (values[k - lag] - mean);
        }
        return sum;
    }
}
