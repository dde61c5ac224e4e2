package lstm.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lstm.series.SeriesKey;
import lstm.series.TableLayout;

/** The key columns in what is written about the series of a table. */
public final class KeyColumns {
    private KeyColumns() {}

    /** Their names; one that another column has is followed by {@code _key}. */
    public static List<String> names(List<String> keys, Collection<String> others) {
        return keys.stream()
                .map(key -> others.contains(key) ? key + "_key" : key)
                .toList();
    }

    /** The cells of a key; one that is empty, as in the key of a sum, is null. */
    static List<String> cells(SeriesKey key) {
        return key.values().stream()
                .map(value -> value.isEmpty() ? null : value)
                .toList();
    }

    /**
     * A table of series that are targets of one file, as if they were targets of one series: the key column stands in
     * the place of the column {@code series}, and the rows in the order of the targets.
     *
     * @param table with the key column first
     */
    static Table asTargets(Table table, TableLayout layout) {
        List<String> columns = table.columns().subList(1, table.columns().size());
        int series = columns.indexOf(TableLayout.SERIES);
        List<List<Object>> rows = table.rows().stream()
                .sorted(Comparator.comparingInt(row -> place(row.get(0), layout)))
                .map(row -> {
                    List<Object> cells = new ArrayList<>(row.subList(1, row.size()));
                    cells.set(series, row.get(0) == null ? "all" : row.get(0));
                    return cells;
                })
                .toList();
        return new Table(columns, rows);
    }

    /** Sums, which are of no target, come last. */
    private static int place(Object name, TableLayout layout) {
        for (int k = 0; k < layout.targets().size(); k++) {
            if (layout.targets().get(k).strip().equalsIgnoreCase(String.valueOf(name))) {
                return k;
            }
        }
        return layout.targets().size();
    }

    /** A key as values for {@link Json}. */
    static Map<String, Object> values(List<String> columns, SeriesKey key) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<String> cells = cells(key);
        for (int k = 0; k < columns.size(); k++) {
            values.put(columns.get(k), cells.get(k));
        }
        return values;
    }
}
