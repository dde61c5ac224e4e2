package lstm.series;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.text.Suggestion;

/**
 * Takes some of the series of a table: those whose key has, for one of the alternatives, one of the wanted values in
 * each column that is named.
 *
 * @param alternatives by position of the key column: values such as {@code 7}, or ranges such as {@code 1..20}; none
 *     take all series
 */
public record KeyFilter(List<Map<Integer, List<String>>> alternatives) {
    /** Takes all series. */
    public static final KeyFilter ALL = new KeyFilter(List.of());

    private static final String RANGE = "..";

    /** Copies the list and the maps. */
    public KeyFilter {
        alternatives = alternatives.stream().map(Map::copyOf).toList();
    }

    /**
     * The filter of conditions such as {@code store=7,item=1..20}, of which any may hold.
     *
     * @param conditions each one or several that commas separate; of several on one column any may hold, and those on
     *     different columns all have to. A part without an equals sign belongs to the value before it
     * @param keys names of the key columns
     * @throws LstmException of kind {@code USAGE} if a condition has another form or names another column
     */
    public static KeyFilter of(List<String> conditions, List<String> keys) throws LstmException {
        List<Map<Integer, List<String>>> alternatives = new ArrayList<>();
        for (String condition : conditions) {
            Map<Integer, List<String>> wanted = new HashMap<>();
            for (String one : condition.split(",(?=[^,]*=)", -1)) {
                int end = one.indexOf('=');
                if (end < 1) {
                    throw LstmException.usage(Setting.ONLY.to(condition), " has no key column and value")
                            .remedy("write it like ", Setting.ONLY.to(keys.get(0) + "=VALUE"));
                }
                String name = one.substring(0, end).strip();
                if (!keys.contains(name)) {
                    throw unknown(condition, name, keys);
                }
                wanted.computeIfAbsent(keys.indexOf(name), none -> new ArrayList<>())
                        .add(one.substring(end + 1).strip());
            }
            alternatives.add(wanted);
        }
        return new KeyFilter(alternatives);
    }

    private static LstmException unknown(String condition, String name, List<String> keys) {
        String meant = Suggestion.to(name, keys)
                .map(near -> "did you mean " + LstmException.quote(near) + "? ")
                .orElse("");
        return LstmException.usage(Setting.ONLY.to(condition), ": ", LstmException.quote(name), " is not a key column")
                .remedy(meant, keys.size() == 1 ? "there is " : "there are ", String.join(", ", keys));
    }

    /** Whether a series is wanted. */
    public boolean takes(SeriesKey key) {
        return alternatives.isEmpty() || alternatives.stream().anyMatch(wanted -> takes(wanted, key));
    }

    private static boolean takes(Map<Integer, List<String>> wanted, SeriesKey key) {
        return wanted.entrySet().stream().allMatch(condition -> {
            String value = key.values().get(condition.getKey());
            return condition.getValue().stream().anyMatch(one -> one.equals(value) || isWithin(value, one));
        });
    }

    /**
     * Requires that each alternative takes a series, and that each of its values is that of one.
     *
     * @param keys of the series that were taken
     * @throws LstmException of kind {@code DATA} for the first that is of none
     */
    public void requireUsed(Collection<SeriesKey> keys, List<String> columns, String source) throws LstmException {
        for (Map<Integer, List<String>> wanted : alternatives) {
            List<SeriesKey> taken =
                    keys.stream().filter(key -> takes(wanted, key)).toList();
            if (taken.isEmpty()) {
                throw unused(text(wanted, columns), source);
            }
            for (int column = 0; column < columns.size(); column++) {
                Set<String> known = new HashSet<>();
                for (SeriesKey key : taken) {
                    known.add(key.values().get(column));
                }
                for (String one : wanted.getOrDefault(column, List.of())) {
                    if (!known.contains(one) && known.stream().noneMatch(value -> isWithin(value, one))) {
                        throw unused(columns.get(column) + "=" + one, source);
                    }
                }
            }
        }
    }

    private static LstmException unused(String condition, String source) {
        return LstmException.data("no series has ", Setting.ONLY.to(condition))
                .in(source)
                .remedy(
                        condition.contains(RANGE)
                                ? "check the range, which is of whole numbers, such as 1..20"
                                : "check the value, or leave it out");
    }

    private static String text(Map<Integer, List<String>> wanted, List<String> columns) {
        return wanted.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> entry.getValue().stream().map(value -> columns.get(entry.getKey()) + "=" + value))
                .collect(Collectors.joining(","));
    }

    private static boolean isWithin(String value, String range) {
        int dots = range.indexOf(RANGE);
        if (dots < 0 || !SeriesKey.isWhole(value)) {
            return false;
        }
        String low = range.substring(0, dots).strip();
        String high = range.substring(dots + RANGE.length()).strip();
        return SeriesKey.isWhole(low)
                && SeriesKey.isWhole(high)
                && Long.parseLong(low) <= Long.parseLong(value)
                && Long.parseLong(value) <= Long.parseLong(high);
    }
}
