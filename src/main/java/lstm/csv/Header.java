package lstm.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lstm.error.LstmException;
import lstm.error.Place;
import lstm.error.Setting;
import lstm.text.Suggestion;

/** The names of a CSV's columns. Columns without a name cannot be requested. */
final class Header {
    private static final int LISTED = 12;

    private final Place place;
    private final List<String> given;
    private final List<String> names;

    /** The names of a record; one that several columns have is followed by the number of the column: {@code a#2}. */
    Header(Row row) {
        place = row.place();
        given = row.cells();
        names = new ArrayList<>(given);
        Map<String, Integer> counts = new HashMap<>();
        given.forEach(name -> counts.merge(name, 1, Integer::sum));
        for (int k = 0; k < given.size(); k++) {
            String name = given.get(k);
            if (!name.isEmpty() && counts.get(name) > 1) {
                names.set(k, name + "#" + (k + 1));
            }
        }
    }

    List<String> names() {
        return Collections.unmodifiableList(names);
    }

    /**
     * Requires that no other column with the name of a date column holds other dates.
     *
     * @param dates found without having been named
     */
    void requireClear(DateColumns dates, List<Row> rows) throws LstmException {
        for (DateColumns.Part part : dates.parts()) {
            List<Integer> same = named(given.get(part.column()));
            boolean differ = rows.stream()
                    .anyMatch(row -> same.stream().map(row::cell).distinct().count() > 1);
            if (same.size() > 1 && differ) {
                throw several(given.get(part.column()), same, Setting.DATE);
            }
        }
    }

    /** The columns of exactly this name in the file. */
    private List<Integer> named(String name) {
        return IntStream.range(0, given.size())
                .filter(k -> !name.isEmpty() && given.get(k).equals(name))
                .boxed()
                .toList();
    }

    private LstmException several(String name, List<Integer> columns, Setting setting) {
        Integer first = columns.get(0);
        Integer second = columns.get(1);
        return LstmException.data(
                        "columns ", first + 1, " and ", second + 1, " are both named ", LstmException.quote(name))
                .remedy("choose one: ", setting.to(names.get(first)), " or ", setting.to(names.get(second)))
                .at(place);
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
     * @param setting that asks for it
     * @throws LstmException if there is none, with the nearest name, or several
     */
    int find(String asked, Setting setting) throws LstmException {
        String name = asked.strip();
        int exact = indexOf(name);
        if (exact >= 0) {
            return exact;
        }
        List<Integer> same = named(name);
        if (same.size() > 1) {
            throw several(name, same, setting);
        }
        List<Integer> alike = IntStream.range(0, names.size())
                .filter(k -> !name.isEmpty() && names.get(k).equalsIgnoreCase(name))
                .boxed()
                .toList();
        if (alike.size() == 1) {
            return alike.get(0);
        }
        List<String> parts = Arrays.stream(name.split(",")).map(String::strip).toList();
        if (setting.equals(Setting.TARGET) && parts.size() > 1 && names.containsAll(parts)) {
            List<Object> each = new ArrayList<>(List.of("to forecast several columns, use"));
            parts.forEach(part -> each.addAll(List.of(" ", setting.to(part))));
            throw LstmException.data("no column ", LstmException.quote(asked))
                    .remedy(each.toArray())
                    .at(place);
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
        return asked.isEmpty() && names.contains("") ? names.indexOf("") : find(asked, Setting.DATE);
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
