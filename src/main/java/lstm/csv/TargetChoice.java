package lstm.csv;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.series.TargetReason;

/**
 * The target column.
 *
 * @param reason why it was chosen
 */
record TargetChoice(int column, TargetReason reason) {
    /** What to do if it is not clear which column is the target. */
    enum WhenUnclear {
        /** Fail and list the columns. */
        REFUSE,
        /** Take the first numeric column. */
        TAKE_FIRST
    }

    private static final List<String> COMMON_NAMES = List.of("Close", "close", "Adj Close", "value", "y");

    /**
     * A column with at least this share of numbers is numeric: a bad cell in it is an error, not a reason to skip it.
     */
    static final double SHARE_OF_NUMBERS = 0.5;

    /**
     * Chooses the requested column, or else the only numeric one, or else one with a common name.
     *
     * @param unclear what to do if several columns are left
     * @throws LstmException if there is none, with the columns to choose from
     */
    static TargetChoice of(
            RequestedColumns asked, Header header, ColumnSample sample, Predicate<Integer> isDate, WhenUnclear unclear)
            throws LstmException {
        if (asked.target().isPresent()) {
            return new TargetChoice(asked.target().get(), TargetReason.ASKED_FOR);
        }
        List<Integer> numeric = numeric(header, sample, isDate);
        if (numeric.size() == 1) {
            return checked(asked, header, new TargetChoice(numeric.get(0), TargetReason.ONLY_NUMERIC));
        }
        for (String name : COMMON_NAMES) {
            int column = header.indexOf(name);
            if (numeric.contains(column)) {
                return checked(asked, header, new TargetChoice(column, TargetReason.COMMON_NAME));
            }
        }
        if (numeric.isEmpty()) {
            throw LstmException.data("has no column of numbers")
                    .remedy("name the column to forecast with ", Setting.TARGET)
                    .at(header.place());
        }
        Optional<Integer> free = numeric.stream()
                .filter(column -> !asked.features().contains(column))
                .findFirst();
        if (unclear == WhenUnclear.TAKE_FIRST && free.isPresent()) {
            return new TargetChoice(free.get(), TargetReason.FIRST_NUMERIC);
        }
        List<String> names = numeric.stream().map(header::name).toList();
        throw LstmException.data("it is not clear which column to forecast")
                .remedy("add ", Setting.TARGET, " with one of ", Header.list(names))
                .at(header.place());
    }

    /** The possible targets: numeric columns that are not named like a date. */
    static List<Integer> numeric(Header header, ColumnSample sample, Predicate<Integer> isDate) {
        return sample.numeric(SHARE_OF_NUMBERS).stream()
                .filter(column -> !isDate.test(column) && !DateNames.isCommon(header.name(column)))
                .toList();
    }

    private static TargetChoice checked(RequestedColumns asked, Header header, TargetChoice choice)
            throws LstmException {
        if (asked.features().contains(choice.column)) {
            throw RequestedColumns.twice(Setting.FEATURES, header, choice.column, "the target");
        }
        return choice;
    }
}
