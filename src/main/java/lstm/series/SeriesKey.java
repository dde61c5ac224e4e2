package lstm.series;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What tells one series of a table from the others: its cells in the key columns. Keys are text, so that {@code 007} is
 * not {@code 7}; they are sorted as people do, with numbers by their value and before words.
 *
 * @param values a cell of each key column, in the order of the columns
 */
public record SeriesKey(List<String> values) implements Comparable<SeriesKey> {
    /** Copies the list. */
    public SeriesKey {
        values = List.copyOf(values);
    }

    /**
     * For example {@code store=7,item=3}, as a filter of series takes it. Of a sum over series, which is empty where it
     * was added over, only what its parts agree in; {@code all} if that is nothing.
     */
    public String text(List<String> columns) {
        String text = IntStream.range(0, values.size())
                .filter(k -> !values.get(k).isEmpty())
                .mapToObj(k -> columns.get(k) + "=" + values.get(k))
                .collect(Collectors.joining(","));
        return text.isEmpty() ? "all" : text;
    }

    @Override
    public int compareTo(SeriesKey other) {
        for (int k = 0; k < Math.min(values.size(), other.values.size()); k++) {
            int order = compare(values.get(k), other.values.get(k));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(values.size(), other.values.size());
    }

    private static int compare(String a, String b) {
        boolean number = isWhole(a);
        if (number != isWhole(b)) {
            return number ? -1 : 1;
        }
        int order = number ? Long.compare(Long.parseLong(a), Long.parseLong(b)) : 0;
        return order == 0 ? a.compareTo(b) : order;
    }

    /** Whether a text has nothing but a few ASCII digits. */
    static boolean isWhole(String text) {
        return !text.isEmpty() && text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
