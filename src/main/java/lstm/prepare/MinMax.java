package lstm.prepare;

/**
 * Min-max scaling of one column to [0, 1]: scaled = (value - min) / (max - min). A column that never changes scales to
 * 0. Values outside the fitted range, as later ones may be, scale to below 0 or above 1.
 *
 * @param min least value of the rows it was fitted on
 * @param max greatest
 */
public record MinMax(double min, double max) {
    /** Checks that both are finite and in order. */
    public MinMax {
        if (!Double.isFinite(min) || !Double.isFinite(max) || !(min <= max) || !Double.isFinite(max - min)) {
            throw new IllegalArgumentException("no range from " + min + " to " + max);
        }
    }

    /**
     * Fits the first {@code rows} values of a column.
     *
     * @throws IllegalArgumentException if there is none, or their range is not finite
     */
    public static MinMax fit(double[] column, int rows) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < rows; k++) {
            min = Math.min(min, column[k]);
            max = Math.max(max, column[k]);
        }
        return new MinMax(min, max);
    }

    /** To the scale of the network. */
    public float scale(double value) {
        return max == min ? 0f : (float) ((value - min) / (max - min));
    }

    /** Back to the units of the data. */
    public double unscale(double scaled) {
        return min + scaled * (max - min);
    }
}
