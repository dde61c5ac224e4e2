package lstm.model;

/**
 * How wrong the seasonal naive forecast is in the training part: what MASE and RMSSE divide by.
 *
 * @param mae mean |y[t] - y[t-m]|, m the season
 * @param rmse square root of the mean of its square
 */
public record ErrorScale(double mae, double rmse) {
    /** Checks that both are finite and not negative. */
    public ErrorScale {
        if (!(mae >= 0 && rmse >= 0) || Double.isInfinite(mae) || Double.isInfinite(rmse)) {
            throw new IllegalArgumentException("errors of " + mae + " and " + rmse + " to scale by");
        }
    }
}
