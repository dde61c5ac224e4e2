package lstm.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.series.ReadOptions;

/** The columns requested by the user, located in the header. */
record RequestedColumns(Optional<Integer> target, List<Integer> features, Optional<Integer> date) {
    /**
     * Finds the columns.
     *
     * @throws LstmException if one is not there, or would have two roles
     */
    static RequestedColumns of(ReadOptions options, Header header) throws LstmException {
        Optional<Integer> date = find(options.date(), header);
        Optional<Integer> target = find(options.target(), header);
        if (target.isPresent() && target.equals(date)) {
            throw twice(Setting.TARGET, header, target.get(), "the date column");
        }
        List<Integer> features = new ArrayList<>();
        for (String name : options.features()) {
            Integer feature = header.find(name);
            if (date.isPresent() && date.get().equals(feature)) {
                throw twice(Setting.FEATURES, header, feature, "the date column");
            } else if (target.isPresent() && target.get().equals(feature)) {
                throw twice(Setting.FEATURES, header, feature, "the target");
            } else if (features.contains(feature)) {
                throw twice(Setting.FEATURES, header, feature, "a feature");
            }
            features.add(feature);
        }
        return new RequestedColumns(target, features, date);
    }

    private static Optional<Integer> find(Optional<String> name, Header header) throws LstmException {
        return name.isPresent() ? Optional.of(header.find(name.get())) : Optional.empty();
    }

    /** The failure if a setting names a column that already has another role. */
    static LstmException twice(Setting setting, Header header, int column, String role) {
        return LstmException.usage(setting, ": column ", LstmException.quote(header.name(column)), " is already ", role)
                .remedy("name another column or leave it out");
    }

    /** Whether the user requested this column as numbers, so that it cannot be the date column. */
    boolean isValue(int column) {
        return (target.isPresent() && target.get() == column) || features.contains(column);
    }
}
