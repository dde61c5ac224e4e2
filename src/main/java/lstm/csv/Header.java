package lstm.csv;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lstm.error.LstmException;
import lstm.error.Place;
import lstm.text.Suggestion;

/** The names of a CSV's columns. Columns without a name cannot be requested. */
final class Header {
    private static final int LISTED = 12;

    private final Place place;
    private final List<String> names;

    /**
     * The header of a CSV.
     *
     * @throws LstmException if two columns have the same name
     */
    Header(Row row) throws LstmException {
        place = row.place();
        names = row.cells();
        Map<String, Integer> seen = new HashMap<>();
        for (int k = 0; k < names.size(); k++) {
            Integer earlier = names.get(k).isEmpty() ? null : seen.put(names.get(k), k);
            if (earlier != null) {
                throw LstmException.data(
                                "columns ",
                                earlier + 1,
                                " and ",
                                k + 1,
                                " are both named ",
                                LstmException.quote(names.get(k)))
                        .remedy("rename one")
                        .at(place);
            }
        }
    }

    int size() {
        return names.size();
    }

    String name(int column) {
        return names.get(column);
    }

    Place place() {
        return place;
    }

    /** The column of exactly this name, or -1. */
    int indexOf(String name) {
        return name.isEmpty() ? -1 : names.indexOf(name);
    }

    /**
     * The requested column: the one with exactly this name, or else the only one that differs only in case.
     *
     * @throws LstmException if there is none, with the nearest name
     */
    int find(String asked) throws LstmException {
        String name = asked.strip();
        int exact = indexOf(name);
        if (exact >= 0) {
            return exact;
        }
        List<Integer> alike = IntStream.range(0, names.size())
                .filter(k -> !name.isEmpty() && names.get(k).equalsIgnoreCase(name))
                .boxed()
                .toList();
        if (alike.size() == 1) {
            return alike.get(0);
        }
        String what = alike.isEmpty() ? "no column " : "more than one column like ";
        String meant = Suggestion.to(name, named())
                .map(near -> "did you mean " + LstmException.quote(near) + "? ")
                .orElse("");
        throw LstmException.data(what, LstmException.quote(asked))
                .remedy(meant, "there are ", list(named()))
                .at(place);
    }

    /** As {@link #find}; "" is the first column without a name, where the index of a data frame stands. */
    int findDate(String asked) throws LstmException {
        return asked.isEmpty() && names.contains("") ? names.indexOf("") : find(asked);
    }

    private List<String> named() {
        return names.stream().filter(name -> !name.isEmpty()).toList();
    }

    /** Names for a message: quoted, at most a dozen. */
    static String list(List<String> names) {
        if (names.isEmpty()) {
            return "no named columns";
        }
        String listed = names.stream().limit(LISTED).map(LstmException::quote).collect(Collectors.joining(", "));
        return names.size() > LISTED ? listed + " and " + (names.size() - LISTED) + " more" : listed;
    }
}
