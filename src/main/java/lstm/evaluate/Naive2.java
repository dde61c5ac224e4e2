package lstm.evaluate;

import java.util.Arrays;

/**
 * The forecast that the M4 competition measures all others by: the last value of a series without its season, to which
 * the season is then put back. The season is multiplicative, by classical decomposition, and there is one only if the
 * autocorrelation at its length is significant at 90 %.
 *
 * @param indices of the season by row number modulo its length; one index of 1 if there is no season
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Naive2(double[] indices) {
    /** Two-sided 90 % of the normal distribution. */
    private static final double CRITICAL = 1.645;

    /** Seasons that a series must have before one is looked for. */
    private static final int LEAST_SEASONS = 3;

    /**
     * Fits the season.
     *
     * @param values not modified
     * @param rows number of rows to fit it on, the first ones
     * @param season number of rows in a season
     */
    static Naive2 fit(double[] values, int rows, int season) {
        double[] none = {1};
        if (season < 2 || rows < LEAST_SEASONS * season || !isSeasonal(values, rows, season)) {
            return new Naive2(none);
        }
        double[] indices = indices(values, rows, season);
        // Where values are 0 or change their sign, a season that multiplies has no meaning.
        return new Naive2(
                Arrays.stream(indices).allMatch(index -> index > 0 && index < Double.MAX_VALUE) ? indices : none);
    }

    private static boolean isSeasonal(double[] values, int rows, int season) {
        double mean = Arrays.stream(values, 0, rows).average().orElseThrow();
        double variance = products(values, rows, mean, 0);
        double squares = 0;
        for (int lag = 1; lag < season; lag++) {
            double correlation = products(values, rows, mean, lag) / variance;
            squares += correlation * correlation;
        }
        double limit = CRITICAL * Math.sqrt((1 + 2 * squares) / rows);
        return Math.abs(products(values, rows, mean, season) / variance) > limit;
    }

    private static double products(double[] values, int rows, double mean, int lag) {
        double sum = 0;
        for (int row = lag; row < rows; row++) {
            sum += (values[row] - mean) * (values[row - lag] - mean);
        }
        return sum;
    }

    /** Mean ratios to the centered moving average over a season, with a mean of 1. */
    private static double[] indices(double[] values, int rows, int season) {
        double[] sums = new double[season];
        int[] counts = new int[season];
        int half = season / 2;
        for (int row = half; row + half < rows; row++) {
            double trend = 0;
            for (int k = -half; k <= half; k++) {
                boolean isEnd = season % 2 == 0 && Math.abs(k) == half;
                trend += values[row + k] * (isEnd ? 0.5 : 1) / season;
            }
            sums[row % season] += values[row] / trend;
            counts[row % season]++;
        }
        double[] means = new double[season];
        Arrays.setAll(means, phase -> sums[phase] / counts[phase]);
        double mean = Arrays.stream(means).average().orElseThrow();
        return Arrays.stream(means).map(index -> index / mean).toArray();
    }

    /**
     * The forecast of a row.
     *
     * @param row the last one that is known
     * @param steps ahead of it, at least 1
     */
    double forecast(double[] values, int row, int steps) {
        return values[row] / indices[row % indices.length] * indices[(row + steps) % indices.length];
    }
}
