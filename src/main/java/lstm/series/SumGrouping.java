package lstm.series;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.text.Suggestion;

/**
 * A way to add up the series of a table: those that agree in some of the key columns are the parts of one sum. The key
 * of a sum is empty where it was added over, as no key of a series is.
 *
 * @param kept for each key column, whether the parts agree in it
 */
public record SumGrouping(List<Boolean> kept) {
    /** Copies the list. */
    public SumGrouping {
        kept = List.copyOf(kept);
    }

    /**
     * The groupings that are asked for.
     *
     * @param by names of key columns, separated by commas, for each grouping
     * @param all whether all series shall be added up too, as the last grouping
     * @param keys names of the key columns
     * @throws LstmException of kind {@code USAGE} if a name is that of another column, or each sum would be a series
     */
    public static List<SumGrouping> of(List<String> by, boolean all, List<String> keys) throws LstmException {
        List<SumGrouping> groupings = new ArrayList<>();
        for (String one : by) {
            List<String> names = List.of(one.split("\\s*,\\s*", -1));
            for (String name : names) {
                if (!keys.contains(name.strip())) {
                    throw unknown(one, name.strip(), keys);
                }
            }
            groupings.add(new SumGrouping(keys.stream()
                    .map(key -> names.stream().anyMatch(name -> name.strip().equals(key)))
                    .toList()));
            if (!groupings.get(groupings.size() - 1).kept.contains(false)) {
                throw LstmException.usage(Setting.SUM_BY.to(one), " names all key columns, so each series is a sum")
                        .remedy("name fewer of them");
            }
        }
        if (all) {
            groupings.add(new SumGrouping(keys.stream().map(key -> false).toList()));
        }
        return groupings.stream().distinct().toList();
    }

    private static LstmException unknown(String asked, String name, List<String> keys) {
        String meant = Suggestion.to(name, keys)
                .map(near -> "did you mean " + LstmException.quote(near) + "? ")
                .orElse("");
        return LstmException.usage(Setting.SUM_BY.to(asked), ": ", LstmException.quote(name), " is not a key column")
                .remedy(meant, keys.size() == 1 ? "there is " : "there are ", String.join(", ", keys));
    }

    /** The key of the sum that a series is a part of. */
    public SeriesKey of(SeriesKey part) {
        return new SeriesKey(IntStream.range(0, kept.size())
                .mapToObj(k -> kept.get(k) ? part.values().get(k) : "")
                .toList());
    }

    /** The parts of each sum, in the order of its key. */
    public <T> SortedMap<SeriesKey, List<T>> groups(Collection<T> parts, Function<T, SeriesKey> key) {
        Map<SeriesKey, List<T>> groups = parts.stream().collect(Collectors.groupingBy(part -> of(key.apply(part))));
        return new TreeMap<>(groups);
    }
}
