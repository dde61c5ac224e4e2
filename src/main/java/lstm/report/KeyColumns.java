package lstm.report;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lstm.series.SeriesKey;

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
