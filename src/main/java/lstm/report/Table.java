package lstm.report;

import java.util.List;

/**
 * Rows under named columns.
 *
 * @param columns their names
 * @param rows of as many values each: {@link String}, {@link Double}, {@link Integer} or {@link Long}, or null where
 *     there is none
 */
public record Table(List<String> columns, List<List<Object>> rows) {
    /** Checks that every row is as wide as the header. */
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (List<Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(row.size() + " values under " + columns.size() + " columns");
            }
        }
    }
}
