package lstm.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lstm.csv.Csv;
import lstm.report.CalendarText;
import lstm.series.StampColumn;
import lstm.series.StampKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a calendar learns of the days that a series skips. */
class ClosureTest {
    /** The holidays of the New York stock exchange from 1998 on. */
    private static final List<Closure.Holiday> EXCHANGE = List.of(
            new Closure.Date(1, 1, Closure.Observance.SUNDAY_ON_MONDAY),
            new Closure.Weekday(1, DayOfWeek.MONDAY, 3),
            new Closure.Weekday(2, DayOfWeek.MONDAY, 3),
            new Closure.Easter(-2),
            new Closure.Weekday(5, DayOfWeek.MONDAY, 5),
            new Closure.Date(7, 4, Closure.Observance.NEAREST_WEEKDAY),
            new Closure.Weekday(9, DayOfWeek.MONDAY, 1),
            new Closure.Weekday(11, DayOfWeek.THURSDAY, 4),
            new Closure.Date(12, 25, Closure.Observance.NEAREST_WEEKDAY));

    private static boolean weekday(LocalDate day) {
        return day.getDayOfWeek().getValue() < 6;
    }

    private static long seconds(LocalDate day) {
        return day.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    }

    private static Calendar learned(String from, String to, Predicate<LocalDate> open) {
        long[] stamps = LocalDate.parse(from)
                .datesUntil(LocalDate.parse(to))
                .filter(open)
                .mapToLong(ClosureTest::seconds)
                .toArray();
        return StepFinder.find(StampColumn.of(stamps));
    }

    private static Calendar exchange(String from, String to) {
        return learned(from, to, day -> weekday(day) && EXCHANGE.stream().noneMatch(closed -> closed.closes(day)));
    }

    private static List<String> after(Calendar calendar, String day, int steps) {
        return Arrays.stream(calendar.after(seconds(LocalDate.parse(day)), steps))
                .mapToObj(StampKind.DATE::text)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "1981, 1981-04-19", "1954, 1954-04-18", "2000, 2000-04-23", "2008, 2008-03-23", "2011, 2011-04-24",
        "2019, 2019-04-21", "2024, 2024-03-31", "2025, 2025-04-20", "2026, 2026-04-05", "2038, 2038-04-25",
        "1818, 1818-03-22", "2049, 2049-04-18", "2076, 2076-04-19", "2285, 2285-03-22"
    })
    void easterIsWhereTheTablesHaveIt(int year, String day) {
        assertEquals(LocalDate.parse(day), new Closure.Easter(0).in(year));
    }

    @Test
    void holidaysThatFallOnWeekendsMoveAsTheyAreSaidTo() {
        Closure.Date moved = new Closure.Date(7, 4, Closure.Observance.NEAREST_WEEKDAY);
        assertEquals(LocalDate.of(2020, 7, 3), moved.in(2020));
        assertEquals(LocalDate.of(2021, 7, 5), moved.in(2021));
        assertEquals(LocalDate.of(2022, 7, 4), moved.in(2022));
        Closure.Date newYear = new Closure.Date(1, 1, Closure.Observance.NEAREST_WEEKDAY);
        assertTrue(newYear.closes(LocalDate.of(2021, 12, 31)), "the Friday before New Year of 2022");
        assertFalse(newYear.closes(LocalDate.of(2020, 12, 31)));
    }

    @Test
    void fiveYearsShowTheHolidaysButNotAllOfTheirWeekends() {
        List<String> names = EXCHANGE.stream().map(CalendarText::of).toList();
        assertEquals(
                names,
                exchange("2015-01-02", "2020-06-01").holidays().stream()
                        .map(CalendarText::of)
                        .toList());
    }

    @Test
    void theHolidaysOfAnExchangeAreLearnedFromElevenYears() {
        Calendar calendar = exchange("2009-01-02", "2020-06-01");
        assertEquals(EXCHANGE, calendar.holidays());
        assertEquals("weekdays", CalendarText.of(calendar));
        assertEquals(List.of("2020-07-02", "2020-07-06"), after(calendar, "2020-07-01", 2));
        assertEquals(List.of("2021-12-23", "2021-12-27"), after(calendar, "2021-12-22", 2));
        assertEquals(List.of("2022-01-03"), after(calendar, "2021-12-31", 1));
        assertEquals(List.of("2021-04-05"), after(calendar, "2021-04-01", 1));
    }

    @Test
    void forecastsOfTenYearsKeepToTheHolidaysThatWereLearned() {
        Calendar calendar = exchange("2004-01-02", "2015-01-01");
        long[] truth = LocalDate.of(2015, 1, 1)
                .datesUntil(LocalDate.of(2025, 1, 1))
                .filter(day -> weekday(day) && EXCHANGE.stream().noneMatch(closed -> closed.closes(day)))
                .mapToLong(ClosureTest::seconds)
                .toArray();
        assertEquals(
                Arrays.stream(truth).boxed().toList(),
                Arrays.stream(calendar.after(seconds(LocalDate.of(2014, 12, 31)), truth.length))
                        .boxed()
                        .toList());
    }

    @Test
    void twoYearsShowNoRule() {
        assertEquals(List.of(), exchange("2018-01-02", "2020-01-01").holidays());
    }

    @Test
    void aHolidayThatIsGivenUpIsForgotten() {
        Predicate<LocalDate> open = day -> weekday(day)
                && !(day.getMonthValue() == 6 && day.getDayOfMonth() == 17 && day.getYear() < 2010)
                && !(day.getMonthValue() == 12 && day.getDayOfMonth() == 25);
        assertEquals(
                List.of("Dec 25"),
                learned("2000-01-03", "2016-01-01", open).holidays().stream()
                        .map(CalendarText::of)
                        .toList());
    }

    @Test
    void aDayOffOnceIsNoHoliday() {
        Set<LocalDate> once = Set.of(LocalDate.of(2012, 10, 29), LocalDate.of(2012, 10, 30), LocalDate.of(2014, 3, 3));
        assertEquals(
                List.of(),
                learned("2008-01-01", "2016-01-01", day -> weekday(day) && !once.contains(day))
                        .closures());
    }

    @Test
    void daysThatAreAbsentByChanceAreNoHolidays() {
        String given = System.getProperty("seed", "");
        long seed = given.isEmpty() ? new Random().nextLong() : Long.parseLong(given);
        System.out.println("ClosureTest seed " + seed);
        Random random = new Random(seed);
        int learned = 0;
        for (int k = 0; k < 20; k++) {
            double share = random.nextDouble() / 4;
            learned += learned("2005-01-01", "2015-01-01", day -> weekday(day) && random.nextDouble() > share)
                    .closures()
                    .size();
        }
        assertTrue(learned <= 5, learned + " in 20 series, seed " + seed);
    }

    @Test
    void aShopThatIsShutOnSundaysAndAtChristmasIsForecastSo() {
        Calendar calendar = learned(
                "2014-01-02",
                "2018-12-20",
                day -> day.getDayOfWeek() != DayOfWeek.SUNDAY
                        && !(day.getMonthValue() == 12 && day.getDayOfMonth() == 25)
                        && day.getDayOfYear() != 1);
        assertEquals("every day but Sundays", CalendarText.of(calendar));
        assertEquals(List.of("2018-12-24", "2018-12-26"), after(calendar, "2018-12-22", 2));
        assertEquals(6, calendar.daysOfWeek());
    }

    @Test
    void aWeekendOfFridayAndSaturdayIsLearned() {
        Calendar calendar = learned("2020-01-01", "2020-06-01", day -> !Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY)
                .contains(day.getDayOfWeek()));
        assertEquals("every day but Fridays and Saturdays", CalendarText.of(calendar));
        assertEquals(List.of("2020-06-07"), after(calendar, "2020-06-04", 1));
    }

    @Test
    void aSeriesThatIsTooShortGoesOnInTheCalendarOfTheModel() throws Exception {
        Calendar known = exchange("2015-01-02", "2020-06-01");
        Csv recent = Csv.of(Stream.concat(
                        Stream.of("date,y"),
                        Stream.of("2020-06-29", "2020-06-30", "2020-07-01", "2020-07-02")
                                .map(day -> day + ",1"))
                .toArray(String[]::new));
        assertEquals(known, Calendar.infer(recent.read(), known));
        Csv onTheFourth = Csv.of("date,y", "2022-07-01,1", "2022-07-04,1", "2022-07-05,2");
        assertEquals(Calendar.infer(onTheFourth.read()), Calendar.infer(onTheFourth.read(), known));
        Csv monthly = Csv.of("date,y", "2020-06-01,1", "2020-07-01,1", "2020-08-01,2");
        assertEquals("monthly", CalendarText.of(Calendar.infer(monthly.read(), known)));
    }

    @Test
    void aCalendarThatIsNeverOpenIsRefused() {
        List<Closure> allDays = Arrays.stream(DayOfWeek.values())
                .map(day -> (Closure) new Closure.Weekly(day))
                .toList();
        assertThrows(IllegalArgumentException.class, () -> new Calendar(Step.DAYS, 1, 0, true, List.of(), allDays));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Calendar(Step.WEEKDAYS, 1, 0, true, List.of(), allDays.subList(0, 5)));
        List<Closure> many = IntStream.rangeClosed(1, 12)
                .boxed()
                .flatMap(month -> IntStream.rangeClosed(1, 5)
                        .mapToObj(week -> (Closure) new Closure.Weekday(month, DayOfWeek.MONDAY, week)))
                .toList();
        assertThrows(IllegalArgumentException.class, () -> new Calendar(Step.DAYS, 1, 0, true, List.of(), many));
        Calendar most = new Calendar(
                Step.DAYS,
                1,
                0,
                true,
                List.of(),
                Stream.concat(allDays.subList(1, 7).stream(), many.subList(0, 40).stream())
                        .toList());
        assertEquals(
                DayOfWeek.MONDAY,
                StampKind.time(most.next(seconds(LocalDate.of(2020, 1, 1)))).getDayOfWeek());
        assertThrows(
                IllegalArgumentException.class,
                () -> new Calendar(Step.MONTHS, 1, 1, true, List.of(), allDays.subList(0, 1)));
    }

    @Test
    void aDateThatSomeYearsLackIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Closure.Date(2, 29, Closure.Observance.SAME_DAY));
        assertThrows(IllegalArgumentException.class, () -> new Closure.Date(13, 1, Closure.Observance.SAME_DAY));
        assertThrows(IllegalArgumentException.class, () -> new Closure.Weekday(1, DayOfWeek.MONDAY, 6));
        assertThrows(IllegalArgumentException.class, () -> new Closure.Easter(61));
    }
}
