package lstm.prepare;

import java.util.Arrays;
import java.util.List;
import lstm.calendar.Calendar;
import lstm.series.Series;
import lstm.series.StampColumn;
import lstm.series.StaticValue;

/**
 * The rows to forecast from, and the stamps after them to forecast for.
 *
 * @param columns [C][rows], the targets first, those known ahead last; not copied. Rows to forecast need no values
 *     where no column is known ahead
 * @param stamps of the rows
 * @param statics what is known of the series beside its rows
 */
@SuppressWarnings("ArrayRecordComponent") // Long columns that nobody writes to or compares.
public record Timeline(double[][] columns, StampColumn stamps, List<StaticValue> statics) {
    /** Copies the list. */
    public Timeline {
        statics = List.copyOf(statics);
    }

    /** The rows of a series. */
    public static Timeline of(Series series) {
        return new Timeline(series.values(), series.stamps(), series.statics());
    }

    /** Number of rows. */
    public int rows() {
        return stamps.size();
    }

    /**
     * The same with further rows, of which only the stamps and columns known ahead have values.
     *
     * @param future stamps of those rows
     * @param ahead values of the columns known ahead, [ahead][rows]
     */
    public Timeline with(long[] future, double[][] ahead) {
        int rows = rows();
        double[][] longer = new double[columns.length][];
        for (int c = 0; c < columns.length; c++) {
            longer[c] = Arrays.copyOf(columns[c], rows + future.length);
            Arrays.fill(longer[c], rows, longer[c].length, Double.NaN);
            int known = c - (columns.length - ahead.length);
            if (known >= 0) {
                System.arraycopy(ahead[known], 0, longer[c], rows, future.length);
            }
        }
        return new Timeline(longer, stamps.followedBy(future), statics);
    }

    /** The same with further stamps but no further values, for series without columns known ahead. */
    public Timeline with(int steps, Calendar calendar) {
        return new Timeline(columns, stamps.followedBy(calendar.after(stamps.last(), steps)), statics);
    }
}
