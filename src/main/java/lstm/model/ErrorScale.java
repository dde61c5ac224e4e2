package lstm.model;

/**
 * The errors of the seasonal naive forecast of the training rows: the denominators of MASE and RMSSE.
 *
 * @param mae mean |y[t] - y[t-m]|, m the season
 * @param rmse root mean square of the same differences
 */
public record ErrorScale(double mae, double rmse) {
    /** Checks that both are finite and not negative. */
    public ErrorScale {
        if (!(mae >= 0 && rmse >= 0) || Double.isInfinite(mae) || Double.isInfinite(rmse)) {
            throw new IllegalArgumentException("errors of " + mae + " and " + rmse + " to scale by");
        }
    }
}
