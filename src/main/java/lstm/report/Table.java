package lstm.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows under named columns.
 *
 * @param columns their names
 * @param rows each with one value per column: {@link String}, {@link Double}, {@link Integer}, {@link Long} or
 *     {@link Boolean}, or null where there is none
 */
public record Table(List<String> columns, List<List<Object>> rows) {
    /** Checks that every row has a value for each column. */
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (List<Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(row.size() + " values under " + columns.size() + " columns");
            }
        }
    }

    /**
     * Concatenates tables with the same columns and adds a first column that tells them apart.
     *
     * @param name of that column
     * @param names its value for each table
     * @param tables at least one, as many as names
     */
    public static Table joined(String name, List<String> names, List<Table> tables) {
        return joined(List.of(name), names.stream().map(List::of).toList(), tables);
    }

    /** The same with several columns that tell the tables apart. */
    static Table joined(List<String> columns, List<List<String>> cells, List<Table> tables) {
        List<List<Object>> rows = new ArrayList<>();
        for (int k = 0; k < tables.size(); k++) {
            for (List<Object> row : tables.get(k).rows()) {
                rows.add(after(cells.get(k), row));
            }
        }
        return new Table(after(columns, tables.get(0).columns()), rows);
    }

    private static <T> List<T> after(List<? extends T> first, List<? extends T> others) {
        List<T> all = new ArrayList<>(first.size() + others.size());
        all.addAll(first);
        all.addAll(others);
        return all;
    }
}
