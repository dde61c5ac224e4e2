package lstm.prepare;

import java.util.Arrays;

/**
 * Correlation of a series with itself some rows earlier, as the mean over the pairs there are: a long lag has fewer,
 * but does not count less.
 */
final class Autocorrelation {
    /** Rows beyond so many are not needed to find a season, and the oldest tell the least. */
    private static final int ENOUGH = 5_000;

    private static final int ENOUGH_SEASONS = 10;

    /** Values that vary less, in a column that spans 1, vary by rounding alone. */
    private static final double ROUNDING = 1e-20;

    private final double[] values;
    private final double variance;
    private final double[] known;

    private Autocorrelation(double[] values, double variance) {
        this.values = values;
        this.variance = variance > ROUNDING ? variance : 0;
        this.known = new double[values.length];
        Arrays.fill(known, Double.NaN);
    }

    /**
     * Of a column less its centred moving average over a season, which takes the slow away and leaves the season.
     *
     * @param rows of the column, the first ones, at least as many as a season has; the last of these are taken, as many
     *     as are needed
     * @param season at least 2
     */
    static Autocorrelation aroundMovingAverage(double[] column, int rows, int season) {
        int count = Math.min(rows, Math.max(ENOUGH, ENOUGH_SEASONS * season));
        double[] unit = unit(column, rows - count, rows);
        double[] sums = new double[count + 1];
        for (int k = 0; k < count; k++) {
            sums[k + 1] = sums[k] + unit[k];
        }
        int half = season / 2;
        // An even season has no middle row: the mean of both windows around one has.
        int shift = 1 - season % 2;
        double[] values = new double[Math.max(0, count - 2 * half)];
        for (int k = 0; k < values.length; k++) {
            double early = sums[k + season] - sums[k];
            double late = sums[k + shift + season] - sums[k + shift];
            values[k] = unit[k + half] - (early + late) / (2 * season);
        }
        return around(values);
    }

    /** The rows from..to-1 brought to a span of 1, so that neither sums nor products overflow. */
    private static double[] unit(double[] column, int from, int to) {
        double farthest = 0;
        for (int row = from; row < to; row++) {
            farthest = Math.max(farthest, Math.abs(column[row] - column[from]));
        }
        double[] unit = new double[to - from];
        for (int row = from; row < to && farthest > 0; row++) {
            unit[row - from] = (column[row] - column[from]) / farthest;
        }
        return unit;
    }

    private static Autocorrelation around(double[] values) {
        double mean = Arrays.stream(values).sum() / Math.max(1, values.length);
        double squares = 0;
        for (int k = 0; k < values.length; k++) {
            values[k] -= mean;
            squares += values[k] * values[k];
        }
        return new Autocorrelation(values, squares / Math.max(1, values.length));
    }

    /** How many values there are. */
    int count() {
        return values.length;
    }

    /** At a lag from 0 on; 0 where no pair is so far apart, and for a series that never changes. */
    double at(int lag) {
        if (variance == 0 || lag >= values.length) {
            return 0;
        }
        if (Double.isNaN(known[lag])) {
            known[lag] = compute(lag);
        }
        return known[lag];
    }

    private double compute(int lag) {
        double sum = 0;
        for (int k = lag; k < values.length; k++) {
            sum += values[k] * values[k - lag];
        }
        return sum / (values.length - lag) / variance;
    }
}
