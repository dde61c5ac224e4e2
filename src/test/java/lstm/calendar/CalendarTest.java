package lstm.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lstm.csv.Csv;
import lstm.report.CalendarText;
import lstm.series.Series;
import lstm.series.StampColumn;
import lstm.series.StampKind;
import lstm.series.TargetReason;
import org.junit.jupiter.api.Test;

class CalendarTest {
    private static long seconds(String iso) {
        return (iso.contains("T")
                        ? LocalDateTime.parse(iso)
                        : LocalDate.parse(iso).atStartOfDay())
                .toEpochSecond(ZoneOffset.UTC);
    }

    private static Calendar of(String... stamps) {
        return Calendar.infer(
                series(Arrays.stream(stamps).mapToLong(CalendarTest::seconds).toArray()));
    }

    private static Series series(long[] stamps) {
        boolean days = Arrays.stream(stamps).allMatch(stamp -> stamp % 86_400 == 0);
        return new Series(
                "x.csv",
                List.of("y"),
                new double[][] {new double[stamps.length]},
                StampColumn.of(stamps),
                days ? StampKind.DATE : StampKind.DATE_TIME,
                Optional.of("date"),
                TargetReason.ONLY_NUMERIC,
                List.of());
    }

    private static List<String> after(Calendar calendar, String stamp, int steps) {
        StampKind kind = stamp.contains("T") ? StampKind.DATE_TIME : StampKind.DATE;
        return Arrays.stream(calendar.after(seconds(stamp), steps))
                .mapToObj(kind::text)
                .toList();
    }

    private static String[] days(String from, int count, java.util.function.Predicate<LocalDate> kept) {
        return Stream.iterate(LocalDate.parse(from), day -> day.plusDays(1))
                .filter(kept)
                .limit(count)
                .map(LocalDate::toString)
                .toArray(String[]::new);
    }

    @Test
    void daysWithoutWeekendsAreWeekdaysAndHolidaysAreGaps() {
        Calendar calendar = of(days(
                "2020-01-01",
                100,
                day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 && day.getDayOfMonth() != 20));
        assertEquals("weekdays", CalendarText.of(calendar));
        assertEquals(List.of("2020-05-22", "2020-05-25", "2020-05-26"), after(calendar, "2020-05-21", 3));
    }

    @Test
    void daysWithWeekendsAreEveryDay() {
        Calendar calendar = of(days("2020-02-20", 20, day -> true));
        assertEquals("every day", CalendarText.of(calendar));
        assertEquals(List.of("2020-02-29", "2020-03-01"), after(calendar, "2020-02-28", 2));
    }

    @Test
    void fiveDaysOfOneWeekDoNotShowThatWeekendsAreMissing() {
        assertEquals("every day", CalendarText.of(of(days("2020-01-06", 5, day -> true))));
        assertEquals("weekdays", CalendarText.of(of("2020-01-09", "2020-01-10", "2020-01-13", "2020-01-14")));
    }

    @Test
    void sevenDaysAreAWeek() {
        Calendar calendar = of("2020-01-04", "2020-01-11", "2020-01-18", "2020-02-01");
        assertEquals("weekly", CalendarText.of(calendar));
        assertEquals(List.of("2020-02-08"), after(calendar, "2020-02-01", 1));
        assertEquals("every 10 days", CalendarText.of(of("2020-01-04", "2020-01-14", "2020-01-24")));
    }

    @Test
    void monthEndsStayMonthEnds() {
        Calendar calendar = of("2020-10-31", "2020-11-30", "2020-12-31");
        assertEquals("monthly", CalendarText.of(calendar));
        assertEquals(List.of("2021-01-31", "2021-02-28", "2021-03-31", "2021-04-30"), after(calendar, "2020-12-31", 4));
    }

    @Test
    void aDayOfTheMonthDoesNotDriftThroughFebruary() {
        Calendar calendar = of("2020-11-30", "2020-12-30", "2021-01-30");
        assertEquals(List.of("2021-02-28", "2021-03-30", "2021-04-30"), after(calendar, "2021-01-30", 3));
        assertEquals(List.of("2021-03-15"), after(of("2020-12-15", "2021-01-15"), "2021-02-15", 1));
    }

    @Test
    void stepsOfMillenniaAreIrregularOnesOfAThousandYears() {
        long far = StampKind.DAY * 2_556_712;
        assertEquals(new Calendar(Step.DAYS, 366_000, 0, false), StepFinder.find(StampColumn.of(0, far)));
        assertEquals(
                new Calendar(Step.WEEKDAY_SECONDS, Calendar.MOST, 0, false),
                StepFinder.find(StampColumn.of(0, far + 60, 2 * far + 180)));
    }

    @Test
    void quartersAndYearsAreMonths() {
        Calendar quarters = of("2020-03-31", "2020-06-30", "2020-09-30");
        assertEquals("quarterly", CalendarText.of(quarters));
        assertEquals(List.of("2020-12-31", "2021-03-31"), after(quarters, "2020-09-30", 2));
        Calendar years = of("2016-02-29", "2017-02-28", "2018-02-28");
        assertEquals("yearly", CalendarText.of(years));
        assertEquals(List.of("2019-02-28", "2020-02-29"), after(years, "2018-02-28", 2));
        assertEquals("every 2 months", CalendarText.of(of("2020-01-01", "2020-03-01", "2020-05-01")));
    }

    @Test
    void aMissingMonthIsAGap() {
        assertEquals("monthly", CalendarText.of(of("2020-01-01", "2020-02-01", "2020-04-01", "2020-05-01")));
    }

    @Test
    void lastTradingDaysOfMonthsAreLastBusinessDays() {
        Calendar calendar = of("2020-01-31", "2020-02-28", "2020-03-31", "2020-04-30", "2020-05-29", "2020-06-30");
        assertEquals("monthly on the last business day", CalendarText.of(calendar));
        assertEquals(List.of("2020-07-31", "2020-08-31"), after(calendar, "2020-06-30", 2));
    }

    @Test
    void minutesAndHoursAreCountedInTheirUnit() {
        Calendar half = of("2020-01-04T00:00", "2020-01-04T00:30", "2020-01-04T01:00");
        assertEquals("every 30 minutes", CalendarText.of(half));
        assertEquals(List.of("2020-01-05T00:00"), after(half, "2020-01-04T23:30", 1));
        assertEquals("every hour", CalendarText.of(of("2020-01-04T00:15", "2020-01-04T01:15", "2020-01-04T02:15")));
        assertEquals("every 10 seconds", CalendarText.of(of("2020-01-04T00:00:00", "2020-01-04T00:00:10")));
    }

    @Test
    void aWeekOfHoursWithoutTheWeekendSkipsWeekends() {
        String[] stamps = Arrays.stream(
                        days("2020-01-02", 6, day -> day.getDayOfWeek().getValue() < 6))
                .flatMap(day -> Stream.of(day + "T10:00", day + "T11:00", day + "T12:00"))
                .toArray(String[]::new);
        Calendar calendar = of(stamps);
        assertEquals("every hour in 10:00-12:00 on weekdays", CalendarText.of(calendar));
        assertEquals(List.of("2020-01-10T12:00", "2020-01-13T10:00"), after(calendar, "2020-01-10T11:00", 2));
    }

    @Test
    void daysAtAnHourKeepTheHour() {
        Calendar calendar = of("2020-01-09T16:00", "2020-01-10T16:00", "2020-01-13T16:00", "2020-01-14T16:00");
        assertEquals("weekdays", CalendarText.of(calendar));
        assertEquals(List.of("2020-01-20T16:00"), after(calendar, "2020-01-17T16:00", 1));
    }

    @Test
    void irregularStampsSaySoAndTakeTheMedian() {
        Calendar calendar = of("2020-01-01", "2020-01-02", "2020-01-05", "2020-01-12", "2020-01-16", "2020-01-26");
        assertFalse(calendar.regular());
        assertEquals("irregular, taken as every 4 days", CalendarText.of(calendar));
        assertEquals("irregular, taken as every day", CalendarText.of(of("2020-01-01")));
    }

    @Test
    void rowNumbersGoOnCounting() throws Exception {
        Calendar calendar = Calendar.infer(Csv.of("y", "1", "2").read());
        assertEquals(Calendar.ROWS, calendar);
        assertEquals(3, calendar.next(2));
        assertEquals("row numbers", CalendarText.of(calendar));
    }

    @Test
    void aCalendarIsWholeInItsFourValues() {
        Calendar calendar = of("2020-10-31", "2020-11-30", "2020-12-31");
        assertEquals(calendar, new Calendar(Step.valueOf("MONTHS"), 1, 31, true));
    }

    @Test
    void impossibleCalendarsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Calendar(Step.DAYS, 0, 0, true));
        assertThrows(IllegalArgumentException.class, () -> new Calendar(Step.DAYS, Long.MAX_VALUE, 0, true));
        assertThrows(IllegalArgumentException.class, () -> new Calendar(Step.MONTHS, 1, 0, true));
        assertThrows(IllegalArgumentException.class, () -> new Calendar(Step.MONTHS, 1, 32, true));
        assertThrows(IllegalArgumentException.class, () -> new Calendar(Step.WEEKDAYS, 2, 0, true));
    }
}
