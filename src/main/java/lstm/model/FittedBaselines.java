package lstm.model;

/**
 * What the simple methods beside a model learned from its training part, so that they can forecast any later file.
 *
 * @param season steps in a period, 1 if there is none
 * @param scale of errors
 * @param drift mean step from row to row
 * @param autoregression fitted by least squares
 * @param recent values of the target just before the model's context, as many as a season is longer than that, or all
 *     there are; not copied
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

    /** How many recent values there are at most beside a context of so many rows. */
    public static int recentRows(int season, int lookback) {
        return Math.max(0, season - lookback);
    }
}
