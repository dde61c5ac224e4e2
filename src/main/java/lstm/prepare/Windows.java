package lstm.prepare;

/**
 * Windows of {@code lookback} rows of a series, each with the row after it as its truth. They are views: window k is
 * rows first + k .. first + k + lookback - 1, and nothing is copied until a batch is read.
 *
 * @param series what they look at
 * @param lookback T, rows in a window
 * @param first row of window 0
 * @param count windows
 */
public record Windows(ScaledSeries series, int lookback, int first, int count) {
    /** Checks that every window and its truth lie within the series. */
    public Windows {
        if (lookback < 1 || first < 0 || count < 0 || (long) first + count + lookback > series.rows()) {
            throw new IllegalArgumentException(
                    count + " windows of " + lookback + " rows from row " + first + " of " + series.rows());
        }
    }

    /** The windows whose truths are rows from..to of the series, as far as a whole window lies before them. */
    public static Windows before(ScaledSeries series, int lookback, int from, int to) {
        int first = Math.max(0, from - lookback);
        return new Windows(series, lookback, first, Math.max(0, to - lookback - first));
    }

    /** The row that window k forecasts. */
    public int truthRow(int window) {
        return first + window + lookback;
    }

    /** What window k should forecast, scaled. */
    public float truth(int window) {
        return series.target(truthRow(window));
    }

    /**
     * Copies windows order[from] .. order[from + n - 1], step by step and column by column: [T, F, n]. Modifies
     * {@code to}.
     *
     * @param order window numbers
     */
    public void read(int[] order, int from, int n, float[] to) {
        int features = series.features();
        for (int t = 0; t < lookback; t++) {
            for (int f = 0; f < features; f++) {
                int at = (t * features + f) * n;
                for (int k = 0; k < n; k++) {
                    to[at + k] = series.value(first + order[from + k] + t, f);
                }
            }
        }
    }
}
