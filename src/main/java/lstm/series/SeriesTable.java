package lstm.series;

import java.util.List;
import java.util.regex.Pattern;
import lstm.error.LstmException;

/**
 * Several series that were read from one table.
 *
 * @param source the name of the table, for messages
 * @param keys names of the columns that tell the series apart
 * @param each the series in the order of their keys, at least one
 * @param missing keys of the series that have no row with a value in every column
 * @param notes what was done to the table while it was read
 */
public record SeriesTable(
        String source, List<String> keys, List<KeyedSeries> each, List<SeriesKey> missing, List<SeriesNote> notes) {
    /** Copies the lists. */
    public SeriesTable {
        keys = List.copyOf(keys);
        each = List.copyOf(each);
        missing = List.copyOf(missing);
        notes = List.copyOf(notes);
        if (each.isEmpty()) {
            throw new IllegalArgumentException("no series");
        }
    }

    /** The series without their keys. */
    public List<Series> series() {
        return each.stream().map(KeyedSeries::series).toList();
    }

    /** The stamp of the last row of all. */
    public long latest() {
        return each.stream()
                .mapToLong(one -> one.series().stamps().last())
                .max()
                .orElseThrow();
    }

    /** Why there is nothing of a series that has no row with a value in every column. */
    public static LstmException noRows(String name) {
        return LstmException.data("no row has a value in every column").in(name);
    }

    /** The name of a series in messages: {@code sales.csv: store=7,item=3}. */
    public String name(SeriesKey key) {
        return name(source, keys, key);
    }

    /** The file that a series is from, the first if the table is of several; of a series that is a file its name. */
    public static String source(Series series) {
        List<String> keys = series.reading().keys();
        return keys.isEmpty()
                ? series.source()
                : series.source().replaceFirst("( and \\d+ more)?: " + Pattern.quote(keys.get(0)) + "=(?s).*", "");
    }

    /** What tells a series from the others of its table, {@code store=7,item=3}; of one that is a file its name. */
    public static String name(Series series) {
        List<String> keys = series.reading().keys();
        int at = keys.isEmpty() ? -1 : series.source().indexOf(": " + keys.get(0) + "=");
        return at < 0 ? series.source() : series.source().substring(at + 2);
    }

    /** The same for a table that is still being read. */
    public static String name(String source, List<String> keys, SeriesKey key) {
        return source + ": " + key.text(keys);
    }
}
