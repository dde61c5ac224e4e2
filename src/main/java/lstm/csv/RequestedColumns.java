package lstm.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.series.ReadOptions;
import lstm.series.StaticColumn;

/**
 * The columns requested by the user, located in the header.
 *
 * @param dates the columns of the date; empty if they are to be found
 * @param keys the columns that tell several series apart; empty if there is one series
 * @param weight the column that says what each series counts
 * @param statics the columns with one value per series
 * @param numbered whether the rows are to be numbered, whatever dates there are
 */
record RequestedColumns(
        Optional<Integer> target,
        List<Integer> features,
        List<Integer> dates,
        List<Integer> keys,
        Optional<Integer> weight,
        List<Integer> statics,
        boolean numbered) {
    /** The word for no column of dates. */
    static final String NO_DATES = "none";

    /**
     * Finds the columns.
     *
     * @throws LstmException if one is not there, or would have two roles
     */
    static RequestedColumns of(ReadOptions options, Header header) throws LstmException {
        String date = options.date().orElse(null);
        boolean numbered = NO_DATES.equals(date) && header.indexOf(NO_DATES) < 0;
        List<Integer> dates = date == null || numbered ? List.of() : dates(date, header);
        Optional<Integer> target = options.target().isPresent()
                ? Optional.of(header.find(options.target().get(), Setting.TARGET))
                : Optional.empty();
        if (target.isPresent() && dates.contains(target.get())) {
            throw twice(Setting.TARGET, header, target.get(), "the date column");
        }
        List<Integer> features = new ArrayList<>();
        for (String name : options.features()) {
            Integer feature = header.find(name, Setting.FEATURES);
            if (dates.contains(feature)) {
                throw twice(Setting.FEATURES, header, feature, "the date column");
            } else if (target.isPresent() && target.get().equals(feature)) {
                throw twice(Setting.FEATURES, header, feature, "the target");
            } else if (features.contains(feature)) {
                throw twice(Setting.FEATURES, header, feature, "a feature");
            }
            features.add(feature);
        }
        List<Integer> keys = keys(options, header, target, features, dates);
        Optional<Integer> weight = weight(options, header, dates, keys);
        RequestedColumns others = new RequestedColumns(target, features, dates, keys, weight, List.of(), numbered);
        return new RequestedColumns(target, features, dates, keys, weight, others.statics(options, header), numbered);
    }

    /** The target and the features may weigh too. */
    private static Optional<Integer> weight(ReadOptions options, Header header, List<Integer> dates, List<Integer> keys)
            throws LstmException {
        if (options.weight().isEmpty()) {
            return Optional.empty();
        }
        Integer weight = header.find(options.weight().get(), Setting.WEIGHT);
        if (dates.contains(weight)) {
            throw twice(Setting.WEIGHT, header, weight, "the date column");
        } else if (keys.contains(weight)) {
            throw twice(Setting.WEIGHT, header, weight, "a key column");
        }
        return Optional.of(weight);
    }

    private static List<Integer> keys(
            ReadOptions options, Header header, Optional<Integer> target, List<Integer> features, List<Integer> dates)
            throws LstmException {
        List<Integer> keys = new ArrayList<>();
        for (String name : options.keys()) {
            Integer key = header.find(name, Setting.BY);
            if (target.isPresent() && target.get().equals(key)) {
                throw twice(Setting.BY, header, key, "the target");
            } else if (features.contains(key)) {
                throw twice(Setting.BY, header, key, "a feature");
            } else if (dates.contains(key)) {
                throw twice(Setting.BY, header, key, "the date column");
            } else if (keys.contains(key)) {
                throw twice(Setting.BY, header, key, "a key column");
            }
            keys.add(key);
        }
        return keys;
    }

    private List<Integer> statics(ReadOptions options, Header header) throws LstmException {
        List<Integer> found = new ArrayList<>();
        for (StaticColumn column : options.statics()) {
            if (column.kind().isPresent() && header.indexOf(column.name()) < 0) {
                throw LstmException.data("no column ", LstmException.quote(column.name()), ", a fact about each series")
                        .at(header.place())
                        .remedy("add it, or name a table of such facts with ", Setting.STATIC_FILE);
            }
            Integer fact = header.find(column.name(), Setting.STATIC);
            Optional<String> role = found.contains(fact) ? Optional.of("a static column") : role(fact);
            if (role.isPresent()) {
                throw twice(Setting.STATIC, header, fact, role.get());
            }
            found.add(fact);
        }
        return found;
    }

    /** What a column is that cannot be a fact. A key can: then series that share a part of it share a vector. */
    private Optional<String> role(Integer column) {
        if (target.equals(Optional.of(column))) {
            return Optional.of("the target");
        } else if (features.contains(column)) {
            return Optional.of("a feature");
        } else if (dates.contains(column)) {
            return Optional.of("the date column");
        }
        return Optional.empty();
    }

    /** One column of this name, or several whose names commas separate; a name may itself hold a comma. */
    private static List<Integer> dates(String names, Header header) throws LstmException {
        if (names.isEmpty() || names.indexOf(',') < 0 || header.indexOf(names) >= 0) {
            return List.of(header.findDate(names));
        }
        List<Integer> columns = new ArrayList<>();
        String rest = names;
        boolean more = true;
        while (more) {
            int end = rest.length();
            while (header.indexOf(rest.substring(0, end).strip()) < 0 && rest.lastIndexOf(',', end - 1) > 0) {
                end = rest.lastIndexOf(',', end - 1);
            }
            Integer column = header.find(rest.substring(0, end), Setting.DATE);
            if (columns.contains(column)) {
                throw twice(Setting.DATE, header, column, "a date column");
            }
            columns.add(column);
            more = end < rest.length();
            rest = more ? rest.substring(end + 1) : "";
        }
        return columns;
    }

    /** The failure if a setting names a column that already has another role. */
    static LstmException twice(Setting setting, Header header, int column, String role) {
        return LstmException.usage(setting, ": column ", LstmException.quote(header.name(column)), " is already ", role)
                .remedy("name another column or leave it out");
    }

    /** The columns that the user requested as numbers. */
    List<Integer> values() {
        List<Integer> values = new ArrayList<>(features);
        target.ifPresent(values::add);
        return values;
    }

    /** Whether the user requested this column as a key, a weight or a fact, so that it cannot be the target. */
    boolean isFixed(int column) {
        return keys.contains(column) || statics.contains(column) || weight.equals(Optional.of(column));
    }

    /** Whether the user requested this column as a key, a fact or as numbers, so that it cannot be the date column. */
    boolean isTaken(int column) {
        return (target.isPresent() && target.get() == column) || features.contains(column) || isFixed(column);
    }
}
