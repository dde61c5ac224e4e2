package lstm.series;

import java.util.List;
import java.util.Optional;

/**
 * What the columns of a series are for: the targets stand first, then the columns that are known for the past only,
 * then those known ahead of time.
 *
 * @param targets columns to forecast, at least 1
 * @param knownAhead columns that are known ahead of time, the last ones
 * @param keys names of the columns that tell the series of a table apart; empty if a file is one series
 * @param layout of the table
 * @param weight name of the column that says what each series of a table counts; empty if they count alike
 * @param statics columns that hold one value per series, not among the columns of a series
 */
public record ColumnRoles(
        int targets,
        int knownAhead,
        List<String> keys,
        TableLayout layout,
        Optional<String> weight,
        List<StaticColumn> statics) {
    /** The first column is the target; all others are known for the past only. */
    public static final ColumnRoles ONE_TARGET = new ColumnRoles(1, 0);

    /** Copies the lists. */
    public ColumnRoles {
        keys = List.copyOf(keys);
        statics = List.copyOf(statics);
        if (keys.isEmpty() && !layout.isLong()) {
            throw new IllegalArgumentException("a " + layout.form() + " table without key columns");
        }
    }

    /** Roles in a file that is one series. */
    public ColumnRoles(int targets, int knownAhead) {
        this(targets, knownAhead, List.of(), TableLayout.LONG, Optional.empty(), List.of());
    }

    /** The same for a table of this layout with these key columns. */
    ColumnRoles with(List<String> names, TableLayout form) {
        return new ColumnRoles(targets, knownAhead, names, form, weight, statics);
    }

    /** The same with these columns of facts. */
    ColumnRoles with(List<StaticColumn> facts) {
        return new ColumnRoles(targets, knownAhead, keys, layout, weight, facts);
    }

    /** The same with series that this column weighs, or that count alike. */
    ColumnRoles with(Optional<String> column) {
        return new ColumnRoles(targets, knownAhead, keys, layout, column, statics);
    }
}
