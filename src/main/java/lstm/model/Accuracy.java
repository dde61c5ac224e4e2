package lstm.model;

import java.util.OptionalDouble;

/**
 * How far forecasts were off, in the units of the data.
 *
 * @param count forecasts measured, at least 1
 * @param rmse square root of the mean squared error
 * @param mae mean absolute error
 * @param mape mean absolute error in percent of the true value; undefined where a true value is 0
 */
public record Accuracy(int count, double rmse, double mae, OptionalDouble mape) {
    /** Checks that the figures are finite and not negative. */
    public Accuracy {
        boolean good = count >= 1 && rmse >= 0 && mae >= 0 && mape.orElse(0) >= 0;
        if (!good || !Double.isFinite(rmse + mae) || !Double.isFinite(mape.orElse(0))) {
            throw new IllegalArgumentException("rmse " + rmse + ", mae " + mae + " of " + count);
        }
    }
}
