package lstm.model;

import java.util.OptionalDouble;

/**
 * Error measures of forecasts, in the units of the data.
 *
 * @param count number of forecasts, at least 1
 * @param rmse square root of the mean squared error
 * @param mae mean absolute error
 * @param mape mean absolute error in percent of the actual value; undefined if an actual value is 0
 * @param smape mean absolute error in percent of the mean magnitude of forecast and actual value, in [0, 200]
 * @param mase mean absolute error over that of the seasonal naive forecast of the training rows; undefined if that is 0
 * @param rmsse root mean squared error over that of the same forecast; undefined if that is 0
 */
public record Accuracy(
        int count,
        double rmse,
        double mae,
        OptionalDouble mape,
        double smape,
        OptionalDouble mase,
        OptionalDouble rmsse) {
    /** 200, with room for rounding errors. */
    private static final double MOST_SMAPE = 200.000001;

    /** Checks that the figures are finite and not negative. */
    public Accuracy {
        if (count < 1 || !isSize(rmse) || !isSize(mae)) {
            throw new IllegalArgumentException("rmse " + rmse + ", mae " + mae + " of " + count);
        }
        if (!isSize(mape.orElse(0)) || !isSize(mase.orElse(0)) || !isSize(rmsse.orElse(0))) {
            throw new IllegalArgumentException("mape " + mape + ", mase " + mase + ", rmsse " + rmsse);
        }
        if (!(smape >= 0 && smape <= MOST_SMAPE)) {
            throw new IllegalArgumentException("smape " + smape);
        }
    }

    private static boolean isSize(double value) {
        return value >= 0 && value < Double.POSITIVE_INFINITY;
    }
}
