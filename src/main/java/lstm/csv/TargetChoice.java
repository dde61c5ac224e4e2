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
     * Chooses the requested column, or else one with a common name, or else the only likely one.
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
        for (String name : COMMON_NAMES) {
            int column = header.indexOf(name);
            if (numeric.contains(column)) {
                TargetReason reason = numeric.size() == 1 ? TargetReason.ONLY_NUMERIC : TargetReason.COMMON_NAME;
                return checked(asked, header, new TargetChoice(column, reason));
            }
        }
        if (numeric.isEmpty()) {
            throw LstmException.data("has no column of numbers")
                    .remedy("name the column to forecast with ", Setting.TARGET)
                    .at(header.place());
        }
        List<Integer> likely = numeric.stream()
                .filter(column -> doubt(header, sample, column).isEmpty())
                .toList();
        if (likely.size() == 1 && numeric.size() == 1) {
            return checked(asked, header, new TargetChoice(likely.get(0), TargetReason.ONLY_NUMERIC));
        }
        List<Integer> free = numeric.stream()
                .filter(column -> !asked.features().contains(column))
                .toList();
        List<Integer> possible = likely.stream().filter(free::contains).toList();
        if (likely.size() == 1 && possible.size() == 1) {
            return new TargetChoice(possible.get(0), TargetReason.ONLY_LIKELY);
        } else if (possible.isEmpty() && !free.isEmpty()) {
            throw unlikely(header, sample, free);
        } else if (unclear == WhenUnclear.TAKE_FIRST && !possible.isEmpty()) {
            return new TargetChoice(possible.get(0), TargetReason.FIRST_NUMERIC);
        }
        throw unclear(header, possible.isEmpty() ? numeric : possible);
    }

    private static LstmException unclear(Header header, List<Integer> columns) {
        List<String> names = columns.stream().map(header::name).toList();
        return LstmException.data("it is not clear which column to forecast")
                .remedy(
                        "add ",
                        Setting.TARGET.to(names.get(0)),
                        " or another of ",
                        Header.list(names.subList(1, names.size())))
                .at(header.place());
    }

    private static Optional<String> doubt(Header header, ColumnSample sample, int column) {
        List<String> cells = sample.rows().stream().map(row -> row.cell(column)).toList();
        return UnlikelyTarget.reason(header.name(column), cells);
    }

    private static LstmException unlikely(Header header, ColumnSample sample, List<Integer> numeric) {
        int first = numeric.get(0);
        List<String> others = numeric.stream().skip(1).map(header::name).toList();
        return LstmException.data(
                        "it is not clear which column to forecast: ",
                        LstmException.quote(header.name(first)),
                        " ",
                        doubt(header, sample, first).orElseThrow(),
                        others.isEmpty() ? "" : ", and the others are as unlikely")
                .remedy(
                        "if it is the one, add ",
                        Setting.TARGET.to(header.name(first)),
                        others.isEmpty() ? "" : "; there are also " + Header.list(others))
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
