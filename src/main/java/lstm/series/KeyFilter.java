package lstm.series;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.text.Suggestion;

/**
 * Takes some of the series of a table: those whose key has one of the wanted values in each column that is named.
 *
 * @param wanted by position of the key column: values such as {@code 7}, or ranges such as {@code 1..20}
 */
public record KeyFilter(Map<Integer, List<String>> wanted) {
    /** Takes all series. */
    public static final KeyFilter ALL = new KeyFilter(Map.of());

    private static final String RANGE = "..";

    /** Copies the map. */
    public KeyFilter {
        wanted = Map.copyOf(wanted);
    }

    /**
     * The filter of conditions such as {@code store=7,item=1..20}. Of several conditions on one column, any may hold.
     *
     * @param conditions each one or several that commas separate; a part without an equals sign belongs to the value
     *     before it
     * @param keys names of the key columns
     * @throws LstmException of kind {@code USAGE} if a condition has another form or names another column
     */
    public static KeyFilter of(List<String> conditions, List<String> keys) throws LstmException {
        Map<Integer, List<String>> wanted = new HashMap<>();
        for (String condition : conditions) {
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
        }
        return new KeyFilter(wanted);
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
        return wanted.entrySet().stream().allMatch(condition -> {
            String value = key.values().get(condition.getKey());
            return condition.getValue().stream().anyMatch(one -> one.equals(value) || isWithin(value, one));
        });
    }

    /**
     * Requires that each wanted value is that of a series.
     *
     * @param keys of the series that were taken
     * @throws LstmException of kind {@code DATA} for the first that is of none
     */
    public void requireUsed(Collection<SeriesKey> keys, List<String> columns, String source) throws LstmException {
        for (int column = 0; column < columns.size(); column++) {
            for (String one : wanted.getOrDefault(column, List.of())) {
                int at = column;
                List<String> known = keys.stream()
                        .map(key -> key.values().get(at))
                        .distinct()
                        .toList();
                if (known.stream().noneMatch(value -> one.equals(value) || isWithin(value, one))) {
                    throw LstmException.data("no series has ", Setting.ONLY.to(columns.get(column) + "=" + one))
                            .in(source)
                            .remedy(
                                    one.contains(RANGE)
                                            ? "check the range, which is of whole numbers, such as 1..20"
                                            : "check the value, or leave it out");
                }
            }
        }
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
