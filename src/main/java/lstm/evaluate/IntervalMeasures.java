package lstm.evaluate;

/** Measures of prediction intervals and quantiles. */
public final class IntervalMeasures {
    private IntervalMeasures() {}

    /** Share of actual values within their intervals, ends included, in [0, 1]. */
    public static double coverage(double[] actual, double[] lower, double[] upper) {
        int within = 0;
        for (int k = 0; k < actual.length; k++) {
            within += lower[k] <= actual[k] && actual[k] <= upper[k] ? 1 : 0;
        }
        return (double) within / actual.length;
    }

    /** Mean of upper - lower, in the units of the data. */
    public static double meanWidth(double[] lower, double[] upper) {
        double sum = 0;
        for (int k = 0; k < lower.length; k++) {
            sum += upper[k] / lower.length - lower[k] / lower.length;
        }
        return sum;
    }

    /**
     * Weighted quantile loss: twice the quantile loss of all rows over the sum of the absolute actual values, averaged
     * over the levels. NaN if all actual values are 0.
     *
     * @param levels of the quantiles, in (0, 1)
     * @param quantiles [level][row]
     */
    public static double weightedQuantileLoss(double[] actual, double[] levels, double[][] quantiles) {
        double sizes = 0;
        for (double value : actual) {
            sizes += Math.abs(value) / actual.length;
        }
        double losses = 0;
        for (int level = 0; level < levels.length; level++) {
            losses += 2 * meanLoss(actual, levels[level], quantiles[level]) / levels.length;
        }
        return losses / sizes;
    }

    /**
     * Continuous ranked probability score from quantiles: twice the quantile loss, integrated over the levels and
     * averaged over the rows, in the units of the data. Each level stands for the probabilities nearest to it; with
     * more levels the score approaches that of the whole distribution. With the single level 0.5 it is the MAE.
     *
     * @param levels of the quantiles, in (0, 1), ascending
     * @param quantiles [level][row]
     */
    public static double crps(double[] actual, double[] levels, double[][] quantiles) {
        double score = 0;
        double from = 0;
        for (int level = 0; level < levels.length; level++) {
            double to = level == levels.length - 1 ? 1 : (levels[level] + levels[level + 1]) / 2;
            if (!(from < levels[level] && levels[level] < to)) {
                throw new IllegalArgumentException("levels that do not rise within 0 and 1 at " + levels[level]);
            }
            score += 2 * (to - from) * meanLoss(actual, levels[level], quantiles[level]);
            from = to;
        }
        return score;
    }

    /** Mean quantile loss: level (y - q) where y lies above the quantile, and (1 - level) (q - y) below. */
    public static double meanLoss(double[] actual, double level, double[] quantile) {
        double sum = 0;
        for (int k = 0; k < actual.length; k++) {
            double above = actual[k] / actual.length - quantile[k] / actual.length;
            sum += above >= 0 ? level * above : (level - 1) * above;
        }
        return sum;
    }
}
