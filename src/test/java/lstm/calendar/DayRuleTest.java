package lstm.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lstm.report.CalendarText;
import lstm.series.StampColumn;
import lstm.series.StampKind;
import lstm.tensor.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Series of one row a month, half month or week. */
class DayRuleTest {
    private static Calendar find(Stream<LocalDate> days) {
        return StepFinder.find(StampColumn.of(
                days.mapToLong(day -> day.toEpochDay() * StampKind.DAY).toArray()));
    }

    private static Stream<LocalDate> months(
            String first, int count, UnaryOperator<YearMonth> step, DayRule.Monthly rule) {
        return Stream.iterate(YearMonth.parse(first), step).limit(count).map(rule::day);
    }

    private static List<String> after(Calendar calendar, String day, int steps) {
        long stamp = LocalDate.parse(day).toEpochDay() * StampKind.DAY;
        return Arrays.stream(calendar.after(stamp, steps))
                .mapToObj(StampKind.DATE::text)
                .toList();
    }

    /** Every rule is found from any of its series and continues it over leap years and ends of years. */
    @Test
    void eachRuleContinuesItsSeries() {
        Random random = Seed.random();
        for (int run = 0; run < 300; run++) {
            int step = random.nextBoolean() ? 1 : 3;
            DayRule.Monthly rule =
                    switch (random.nextInt(3)) {
                        case 0 -> new DayRule.Weekday(DayOfWeek.of(1 + random.nextInt(7)), 1 + random.nextInt(5));
                        case 1 -> new DayRule.BusinessDay(random.nextBoolean());
                        default -> new DayRule.OfMonth(1 + random.nextInt(31));
                    };
            String first = YearMonth.of(1990 + random.nextInt(30), 1 + random.nextInt(12))
                    .toString();
            int known = 30 + random.nextInt(30);
            List<LocalDate> days = months(first, known + 30, month -> month.plusMonths(step), rule)
                    .toList();
            Calendar calendar = find(days.stream().limit(known));
            String where = "seed " + Seed.VALUE + ", run " + run + ": " + rule;
            assertEquals(new Calendar(Step.MONTHS, step, rule, true), calendar, where);
            assertEquals(
                    days.stream().skip(known).map(LocalDate::toString).toList(),
                    after(calendar, days.get(known - 1).toString(), 30),
                    where);
        }
    }

    @Test
    void theThirdWednesdayIsMonthlyEvenIfMostGapsAreFourWeeks() {
        Calendar calendar =
                find(months("2019-09", 8, month -> month.plusMonths(1), new DayRule.Weekday(DayOfWeek.WEDNESDAY, 3)));
        assertEquals("monthly on the 3rd Wednesday", CalendarText.of(calendar));
        assertEquals(List.of("2020-05-20", "2020-06-17"), after(calendar, "2020-04-15", 2));
    }

    @Test
    void aMissingMonthKeepsTheRule() {
        Calendar calendar =
                find(months("2019-01", 24, month -> month.plusMonths(1), new DayRule.Weekday(DayOfWeek.FRIDAY, 5))
                        .filter(day -> day.getMonthValue() != 8));
        assertEquals("monthly on the last Friday", CalendarText.of(calendar));
    }

    @Test
    void fourWeeksAreNotAMonth() {
        Calendar calendar = find(Stream.iterate(LocalDate.parse("2020-01-01"), day -> day.plusWeeks(4))
                .limit(6));
        assertEquals("every 4 weeks", CalendarText.of(calendar));
    }

    @Test
    void aHolidayMovesABusinessDayNow() {
        // Good Friday 2024 is March 29; December 31 may be closed.
        Calendar calendar = find(months("2023-01", 24, month -> month.plusMonths(1), new DayRule.BusinessDay(true))
                .map(day -> day.equals(LocalDate.parse("2024-03-29")) ? day.minusDays(1) : day));
        assertEquals("monthly on the last business day", CalendarText.of(calendar));
        assertEquals(List.of("2025-01-31", "2025-02-28", "2025-03-31"), after(calendar, "2024-12-31", 3));
    }

    @Test
    void oneRowInEachMonthOnAnyDayIsMonthly() {
        int[] days = {3, 17, 9, 25, 12, 1, 20, 14, 8, 28, 11, 16, 5, 22};
        Calendar calendar = find(IntStream.range(0, days.length)
                .mapToObj(k -> YearMonth.of(2020, 1).plusMonths(k).atDay(days[k])));
        assertEquals(Step.MONTHS, calendar.step());
        assertEquals(1, calendar.count());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 15, 2019-12-15, 2020-01-01, 2020-01-15",
        "15, 31, 2020-01-31, 2020-02-15, 2020-02-29",
        "15, 30, 2019-12-30, 2020-01-15, 2020-01-30",
        "10, 25, 2019-12-25, 2020-01-10, 2020-01-25"
    })
    void twiceAMonthIsNotEveryFifteenDays(int first, int second, String last, String next, String later) {
        DayRule.Twice rule = new DayRule.Twice(first, second);
        LocalDate start = rule.after(LocalDate.parse("2018-01-01").minusDays(1));
        Calendar calendar = find(Stream.iterate(start, rule::after).limit(30));
        assertEquals(new Calendar(Step.SEMI_MONTHS, 1, rule, true), calendar);
        assertEquals(List.of(next, later), after(calendar, last, 2));
    }

    @Test
    void fifteenDaysAreNotHalfAMonth() {
        Calendar calendar = find(Stream.iterate(LocalDate.parse("2020-01-01"), day -> day.plusDays(15))
                .limit(30));
        assertEquals("every 15 days", CalendarText.of(calendar));
    }

    @Test
    void aWeekThatEndsBeforeAHolidayGoesOnWithItsWeekday() {
        List<LocalDate> fridays = new ArrayList<>(Stream.iterate(LocalDate.parse("2019-11-01"), day -> day.plusWeeks(1))
                .limit(24)
                .toList());
        int holiday = fridays.indexOf(LocalDate.parse("2020-04-10"));
        fridays.set(holiday, LocalDate.parse("2020-04-09"));
        Calendar calendar = find(fridays.stream());
        assertEquals("weekly on Fridays", CalendarText.of(calendar));
        assertEquals(List.of("2020-04-17", "2020-04-24"), after(calendar, "2020-04-09", 2));
    }

    @Test
    void weeksOnOneWeekdayNeedNoRule() {
        Calendar calendar = find(Stream.iterate(LocalDate.parse("2019-12-02"), day -> day.plusWeeks(1))
                .limit(60));
        assertEquals(new Calendar(Step.DAYS, 7, 0, true), calendar);
    }

    @Test
    void retailMonthsGoOnAndTakeTheirFiftyThirdWeek() {
        // The National Retail Federation's calendar: the year 2023 had 53 weeks and ended on February 3, 2024.
        RetailMonths rule = new RetailMonths(2, DayOfWeek.SATURDAY, MonthDay.of(1, 31));
        assertEquals(LocalDate.parse("2024-02-03"), rule.yearStart(2024));
        assertEquals(LocalDate.parse("2023-01-28"), rule.yearStart(2023));
        List<LocalDate> ends = Stream.iterate(LocalDate.parse("2021-02-27"), rule::after)
                .limit(60)
                .toList();
        assertEquals(LocalDate.parse("2024-02-03"), ends.get(35));
        assertEquals(5 * 7, ends.get(35).toEpochDay() - ends.get(34).toEpochDay());
        Calendar calendar = find(ends.stream().limit(30));
        assertEquals(new Calendar(Step.MONTHS, 1, rule, true), calendar);
        assertEquals("monthly in 4-5-4 weeks", CalendarText.of(calendar));
        assertEquals(
                ends.stream().skip(30).map(LocalDate::toString).toList(),
                after(calendar, ends.get(29).toString(), 30));
    }

    @ParameterizedTest
    @CsvSource({"3, SATURDAY, 1, 31", "1, SUNDAY, 2, 1", "3, SATURDAY, 9, 27", "2, MONDAY, 1, 1", "3, FRIDAY, 12, 31"})
    void retailMonthsAreFound(int longMonth, DayOfWeek weekday, int month, int day) {
        RetailMonths rule = new RetailMonths(longMonth, weekday, MonthDay.of(month, day));
        List<LocalDate> days =
                Stream.iterate(rule.yearStart(2010), rule::after).limit(150).toList();
        Calendar calendar = find(days.stream().limit(90));
        assertEquals(
                days.stream().skip(90).map(LocalDate::toString).toList(),
                after(calendar, days.get(89).toString(), 60));
    }

    @Test
    void aRuleThatDoesNotSuitItsStepIsRefused() {
        DayRule weekday = new DayRule.Weekday(DayOfWeek.FRIDAY, 2);
        assertThrows(IllegalArgumentException.class, () -> new Calendar(Step.DAYS, 1, weekday, true));
        assertThrows(IllegalArgumentException.class, () -> new Calendar(Step.SEMI_MONTHS, 1, weekday, true));
        assertThrows(IllegalArgumentException.class, () -> new DayRule.Weekday(DayOfWeek.FRIDAY, 6));
        assertThrows(IllegalArgumentException.class, () -> new DayRule.Twice(15, 15));
        assertThrows(IllegalArgumentException.class, () -> new RetailMonths(4, DayOfWeek.FRIDAY, MonthDay.of(1, 1)));
        DayRule week = new DayRule.OfWeek(DayOfWeek.FRIDAY);
        assertThrows(IllegalArgumentException.class, () -> new Calendar(Step.DAYS, 8, week, true));
        assertNotEquals(DayRule.NONE, week);
    }
}
