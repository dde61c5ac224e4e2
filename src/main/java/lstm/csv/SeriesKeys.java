package lstm.csv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lstm.error.LstmException;
import lstm.error.Setting;

/**
 * Finds the columns that tell several series in one table apart: with them, no date repeats. Only the first rows and
 * those from the first repeated or misplaced date on are looked at, and not all of them.
 */
final class SeriesKeys {
    private static final int FIRST_ROWS = 100;
    private static final int MOST_ROWS = 10_000;
    private static final int MOST_CELLS = 200_000;

    /** Columns of which two together may be the key. */
    private static final int PAIRED = 12;

    private final Header header;
    private final DateColumns dates;
    private final char delimiter;
    private final int most;
    private final List<Row> rows = new ArrayList<>();
    private final List<Long> stamps = new ArrayList<>();

    SeriesKeys(Header header, DateColumns dates, char delimiter) {
        this.header = header;
        this.dates = dates;
        this.delimiter = delimiter;
        most = Math.max(FIRST_ROWS, Math.min(MOST_ROWS, MOST_CELLS / header.size()));
    }

    /** Looks at a row, if it is one of the first or the rows before were in no order. */
    void add(Row row, long stamp, boolean disordered) {
        if (rows.size() < FIRST_ROWS || disordered && rows.size() < most) {
            rows.add(row);
            stamps.add(stamp);
        }
    }

    /** The failure of a date that repeats, or the same with the columns that tell several series apart. */
    LstmException explain(LstmException repeated) {
        List<Integer> key = key();
        if (key.isEmpty()) {
            return repeated;
        }
        List<String> names = key.stream().map(header::name).toList();
        if (key.size() == 1 && DateNames.isPart(names.get(0))) {
            return repeated.remedy(
                    "take both columns as the date: ", Setting.DATE.to(dates.name(header) + "," + names.get(0)));
        }
        Map<Integer, String> first = new LinkedHashMap<>();
        key.forEach(column -> first.put(column + 1, rows.get(0).cell(column)));
        String told = (key.size() == 1 ? "column " : "columns ") + String.join(" and ", quoted(names))
                + (key.size() == 1 ? " tells" : " tell") + " several series apart: ";
        boolean works = first.values().stream().allMatch(AwkCommand::isPlain)
                && AwkCommand.splits(rows, delimiter, 0, key.get(key.size() - 1) + 1);
        String source = header.place().source();
        return repeated.remedy(
                told,
                "learn all with ",
                Setting.BY.to(String.join(",", names)),
                ", or ",
                works
                        ? "write each as a file, such as that of "
                                + String.join(" and ", quoted(List.copyOf(first.values())))
                                + ": "
                                + AwkCommand.rowsWith(
                                        source, delimiter, header.place().line().orElseThrow(), first)
                        : "write each as a file");
    }

    private static List<String> quoted(List<String> texts) {
        return texts.stream().map(LstmException::quote).toList();
    }

    /** The column, or the two, with the fewest different cells that tell all dates apart; none if there is none. */
    private List<Integer> key() {
        long[] times = stamps.stream().mapToLong(Long::longValue).toArray();
        Set<Long> distinct = new HashSet<>();
        for (long time : times) {
            distinct.add(time);
        }
        // A few repeats are more likely mistakes.
        if (times.length - distinct.size() < Math.max(1, times.length / 5)) {
            return List.of();
        }
        List<Integer> columns = IntStream.range(0, header.size())
                .filter(column -> !dates.holds(column) && !header.name(column).isEmpty() && !isFraction(column))
                .boxed()
                .toList();
        return best(columns.stream().map(List::of), times, distinct.size()).orElseGet(() -> {
            List<Integer> some = columns.stream().limit(PAIRED).toList();
            Stream<List<Integer>> pairs =
                    some.stream().flatMap(a -> some.stream().filter(b -> a < b).map(b -> List.of(a, b)));
            return best(pairs, times, distinct.size()).orElse(List.of());
        });
    }

    private boolean isFraction(int column) {
        return rows.stream()
                .limit(FIRST_ROWS)
                .map(row -> row.cell(column))
                .anyMatch(cell -> FieldKind.isNumber(cell) && (cell.indexOf('.') >= 0 || cell.indexOf(',') >= 0));
    }

    private Optional<List<Integer>> best(Stream<List<Integer>> keys, long[] times, int dates) {
        Map<List<Integer>, Integer> counts = new HashMap<>();
        keys.forEach(key -> count(key, times, dates).ifPresent(count -> counts.put(key, count)));
        return counts.entrySet().stream()
                .min(Comparator.comparing((Map.Entry<List<Integer>, Integer> entry) -> entry.getValue())
                        .thenComparing(entry -> entry.getKey().get(0)))
                .map(Map.Entry::getKey);
    }

    /** How many series a key tells apart, if it tells all dates apart and the series have several rows. */
    private Optional<Integer> count(List<Integer> key, long[] times, int dates) {
        Set<List<Object>> seen = new HashSet<>();
        Set<List<String>> series = new HashSet<>();
        for (int k = 0; k < times.length; k++) {
            Row row = rows.get(k);
            List<String> texts = key.stream().map(row::cell).toList();
            if (!seen.add(List.of(texts, times[k])) || texts.stream().anyMatch(String::isEmpty)) {
                return Optional.empty();
            }
            series.add(texts);
        }
        boolean several = series.size() > 1 && (dates == 1 || 2 * series.size() <= times.length);
        return several ? Optional.of(series.size()) : Optional.empty();
    }
}
