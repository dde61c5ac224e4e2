package lstm.series;

/**
 * What the columns of a series are for: the targets stand first, then the columns that are known for the past only,
 * then those known ahead of time.
 *
 * @param targets columns to forecast, at least 1
 * @param knownAhead columns that are known ahead of time, the last ones
 */
public record ColumnRoles(int targets, int knownAhead) {
    /** The first column is the target; all others are known for the past only. */
    public static final ColumnRoles ONE_TARGET = new ColumnRoles(1, 0);
}
