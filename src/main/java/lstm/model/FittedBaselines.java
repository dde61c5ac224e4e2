package lstm.model;

/**
 * The baselines of a model, fitted on its training rows, so that they can forecast any later file.
 *
 * @param season number of steps in a season, 1 if there is none
 * @param scale of errors
 * @param drift mean change per row
 * @param autoregression fitted by least squares
 * @param recent values of the target just before the model's context: as many as a season or the lags of an
 *     autoregression exceed the context by, or all there are; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody writes to it or compares it.
public record FittedBaselines(
        int season, ErrorScale scale, double drift, Autoregression autoregression, double[] recent) {
    /** Checks that the figures are finite and in range. */
    public FittedBaselines {
        if (season < 1 || !Double.isFinite(drift)) {
            throw new IllegalArgumentException("a season of " + season + " steps, a drift of " + drift);
        }
        for (double value : recent) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a recent value of " + value);
            }
        }
    }

    /** Maximum number of recent values with a context of this many rows, whatever the autoregressions. */
    public static int mostRecent(int season, int context) {
        return Math.max(0, Math.max(season, Autoregression.MOST_LAGS) - context);
    }
}
