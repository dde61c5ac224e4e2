package lstm.model;

/**
 * The last rows of the series that a model was trained on, in the units of the data.
 *
 * @param stamps ascending; not copied
 * @param values by column, the target first, then by row; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // As in Series: not compared, and nobody writes to it.
public record HistoryTail(long[] stamps, double[][] values) {
    /** Checks that columns are of one length and finite, and that stamps rise. */
    public HistoryTail {
        for (double[] column : values) {
            if (column.length != stamps.length) {
                throw new IllegalArgumentException(column.length + " values for " + stamps.length + " stamps");
            }
            for (double value : column) {
                if (!Double.isFinite(value)) {
                    throw new IllegalArgumentException("a value of the context is not finite");
                }
            }
        }
        for (int row = 1; row < stamps.length; row++) {
            if (stamps[row] <= stamps[row - 1]) {
                throw new IllegalArgumentException("stamps of the context do not rise");
            }
        }
    }

    /** Number of rows. */
    public int rows() {
        return stamps.length;
    }

    /** Number of columns. */
    public int columns() {
        return values.length;
    }
}
