package lstm.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds retail months. */
final class RetailFinder {
    /** Two quarters and the beginning of a third show the pattern. */
    private static final int FEWEST = 8;

    /**
     * Ends of business years, the commonest first: what their last day is nearest to, or three days before it if the
     * year ends on the last weekday of the month.
     */
    private static final List<MonthDay> ENDS = Stream.of(
                    MonthDay.of(1, 31),
                    MonthDay.of(12, 31),
                    MonthDay.of(9, 30),
                    MonthDay.of(6, 30),
                    MonthDay.of(3, 31),
                    MonthDay.of(10, 31),
                    MonthDay.of(8, 31),
                    MonthDay.of(5, 31),
                    MonthDay.of(7, 31),
                    MonthDay.of(11, 30),
                    MonthDay.of(4, 30),
                    MonthDay.of(2, 28))
            .flatMap(end -> Stream.of(end, MonthDay.of(end.getMonth(), end.getDayOfMonth() - 3)))
            .toList();

    private RetailFinder() {}

    /** The calendar of the months, if all stamps keep it. */
    static Optional<Calendar> find(LocalDate[] days) {
        DayOfWeek weekday = days[0].getDayOfWeek();
        long weeks = days.length < FEWEST ? 0 : days[1].toEpochDay() - days[0].toEpochDay();
        if (weeks < 28 || weeks > 42 || Arrays.stream(days).anyMatch(day -> day.getDayOfWeek() != weekday)) {
            return Optional.empty();
        }
        // What begins with a Sunday or Monday is dated with the day after an end.
        int after = weekday == DayOfWeek.SUNDAY || weekday == DayOfWeek.MONDAY ? 1 : 0;
        return ENDS.stream()
                .map(end -> MonthDay.from(end.atYear(2001).plusDays(after)))
                .flatMap(start -> IntStream.of(3, 2, 1).mapToObj(month -> new RetailMonths(month, weekday, start)))
                .filter(rule -> keeps(days, rule))
                .findFirst()
                .map(rule -> new Calendar(Step.MONTHS, 1, rule, true));
    }

    private static boolean keeps(LocalDate[] days, RetailMonths rule) {
        return IntStream.range(1, days.length)
                        .allMatch(k -> rule.after(days[k - 1]).equals(days[k]))
                && rule.after(days[0].minusDays(1)).equals(days[0]);
    }
}
