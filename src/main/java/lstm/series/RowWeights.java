package lstm.series;

import java.util.Arrays;
import lstm.statistics.Means;

/**
 * What a series counts among others, by a column of its table: the mean of that column over the rows that are known.
 *
 * @param values by row, none negative; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // A long column that nobody writes to or compares.
public record RowWeights(double[] values) {
    /** The mean over the first rows. */
    public double mean(int rows) {
        return Means.dividedFirst(Arrays.copyOf(values, rows));
    }

    /** The rows from .. to-1. */
    RowWeights range(int from, int to) {
        return new RowWeights(Arrays.copyOfRange(values, from, to));
    }
}
