package lstm.csv;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The date column of a CSV.
 *
 * @param column empty if the rows are numbered
 * @param passedOver a column named like a date that holds plain numbers, if there is no date column
 */
record DateChoice(Optional<Integer> column, Optional<Integer> passedOver) {
    private static final Set<String> NAMES = Set.of("date", "time", "datetime", "timestamp", "month", "day", "ds");

    /**
     * Chooses the requested column, or else the first with a name such as date unless it holds plain numbers (months
     * from 1 to 12, seconds of a clock), or else the first whose values are all dates.
     */
    static DateChoice of(RequestedColumns asked, Header header, ColumnSample sample, List<DateFormat> forms) {
        if (asked.date().isPresent()) {
            return new DateChoice(asked.date(), Optional.empty());
        }
        IntPredicate free = column -> !asked.isValue(column);
        IntPredicate named = column -> isDateName(header.name(column));
        IntPredicate dates = column -> sample.isDates(column, forms);
        IntPredicate plain = column -> sample.bareNumbers(column) == 1 && !sample.hasDates(column, forms);
        Optional<Integer> column =
                first(header, free.and(named).and(plain.negate())).or(() -> first(header, free.and(dates)));
        return new DateChoice(column, column.isPresent() ? Optional.empty() : first(header, free.and(named)));
    }

    /** Whether this is a common name of a date column. */
    static boolean isDateName(String name) {
        return NAMES.contains(name.toLowerCase(Locale.ROOT));
    }

    private static Optional<Integer> first(Header header, IntPredicate suits) {
        return IntStream.range(0, header.size()).filter(suits).boxed().findFirst();
    }
}
