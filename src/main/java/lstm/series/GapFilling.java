package lstm.series;

/**
 * Fills what is missing in columns whose rows stand in time order.
 *
 * @param from the first row that has a value in every column after filling
 * @param to the row after the last such
 */
public record GapFilling(int from, int to) {
    /**
     * Fills the gaps of each column in place. Rows outside the range that is returned may keep NaN.
     *
     * @param columns by column, then by row; modified
     * @param policy {@link Missing#FORWARD}, {@link Missing#INTERPOLATE} and {@link Missing#MASK} fill; the others
     *     change nothing
     */
    public static GapFilling fill(double[][] columns, Missing policy) {
        int rows = columns[0].length;
        int from = 0;
        int to = rows;
        if (policy != Missing.FORWARD && !policy.bridges()) {
            return new GapFilling(from, to);
        }
        for (double[] column : columns) {
            int last = -1;
            int first = rows;
            for (int row = 0; row < rows; row++) {
                if (!Double.isNaN(column[row])) {
                    first = Math.min(first, row);
                    if (policy.bridges() && last >= 0) {
                        bridge(column, last, row);
                    }
                    last = row;
                } else if (policy == Missing.FORWARD && last >= 0) {
                    column[row] = column[last];
                }
            }
            from = Math.max(from, first);
            to = policy == Missing.FORWARD ? to : Math.min(to, last + 1);
        }
        return new GapFilling(from, Math.max(from, to));
    }

    /** Written as a weighted mean, so that neighbors near the largest double do not overflow. */
    private static void bridge(double[] column, int left, int right) {
        for (int row = left + 1; row < right; row++) {
            double weight = (double) (row - left) / (right - left);
            column[row] = column[left] * (1 - weight) + column[right] * weight;
        }
    }
}
