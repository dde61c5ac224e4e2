package lstm.model;

/**
 * A linear forecast from the rows before: with z = (y - mean) / deviation, z[t] = intercept + sum over k of
 * coefficients[k] z[t-1-k].
 *
 * @param mean subtracted from y
 * @param deviation that y is divided by, more than 0
 * @param coefficients of lags 1, 2, ...; empty if there was nothing to fit, which makes the forecast constant; not
 *     copied
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody writes to it or compares it.
public record Autoregression(double mean, double deviation, double intercept, double[] coefficients) {
    /** Maximum number of lags: more cost more than they gain. */
    public static final int MOST_LAGS = 1000;

    /** Values are clamped to this many deviations, so that every forecast is finite. */
    private static final double FARTHEST = 1e12;

    private static final double LARGEST_DEVIATION = 1e301;

    /** Checks the number of lags, and that every forecast is finite. */
    public Autoregression {
        if (coefficients.length > MOST_LAGS) {
            throw new IllegalArgumentException("an autoregression on " + coefficients.length + " lags");
        }
        boolean scale = Double.isFinite(mean) && deviation > 0 && deviation <= LARGEST_DEVIATION;
        if (!scale || !(Math.abs(intercept) <= FARTHEST)) {
            throw new IllegalArgumentException(
                    "an autoregression of mean " + mean + ", deviation " + deviation + ", intercept " + intercept);
        }
        for (double coefficient : coefficients) {
            if (!(Math.abs(coefficient) <= FARTHEST)) {
                throw new IllegalArgumentException("an autoregression with the coefficient " + coefficient);
            }
        }
    }

    /** Number of lags. */
    public int order() {
        return coefficients.length;
    }

    /**
     * The forecast of a row from those before it; always finite.
     *
     * @param row at least the order
     */
    public double next(double[] values, int row) {
        double sum = intercept;
        for (int k = 0; k < coefficients.length; k++) {
            double z = (values[row - 1 - k] - mean) / deviation;
            sum += coefficients[k] * Math.max(-FARTHEST, Math.min(FARTHEST, z));
        }
        double forecast = mean + deviation * Math.max(-FARTHEST, Math.min(FARTHEST, sum));
        return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, forecast));
    }
}
