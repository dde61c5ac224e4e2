package lstm.prepare;

/** How a series resembles itself some steps later. */
public final class Correlogram {
    private Correlogram() {}

    /**
     * r(0) .. r(most), where r(k) = sum (x[t] - mean) (x[t+k] - mean) / sum (x[t] - mean)^2; 0 for k above 0 if nothing
     * varies. Values should be of the size of 1, so that squares stay finite.
     *
     * @param values not modified
     * @param most lag, below the number of values
     */
    public static double[] of(double[] values, int most) {
        double mean = mean(values);
        double[] around = new double[values.length];
        double squares = 0;
        for (int t = 0; t < values.length; t++) {
            around[t] = values[t] - mean;
            squares += around[t] * around[t];
        }
        double[] r = new double[most + 1];
        r[0] = 1;
        for (int lag = 1; lag <= most && squares > 0; lag++) {
            double sum = 0;
            for (int t = lag; t < around.length; t++) {
                sum += around[t] * around[t - lag];
            }
            r[lag] = sum / squares;
        }
        return r;
    }

    /**
     * What r(k) stays below in 19 of 20 series that have no memory of k steps or more: twice Bartlett's standard error,
     * 2 sqrt((1 + 2 sum r(1..k-1)^2) / n).
     */
    public static double bound(double[] r, int lag, int values) {
        double squares = 0;
        for (int k = 1; k < lag; k++) {
            squares += r[k] * r[k];
        }
        return 2 * Math.sqrt((1 + 2 * squares) / values);
    }

    /** The mean of values of the size of 1; exact if all are equal. */
    static double mean(double[] values) {
        double above = 0;
        for (double value : values) {
            above += value - values[0];
        }
        return values[0] + above / values.length;
    }
}
