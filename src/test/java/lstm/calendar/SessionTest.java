package lstm.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import lstm.report.CalendarText;
import lstm.series.StampColumn;
import lstm.series.StampKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a calendar learns of the hours that a series has rows in. */
class SessionTest {
    private static Calendar learned(int days, int minutes, Predicate<LocalDateTime> open) {
        LocalDateTime start = LocalDate.of(2024, 1, 8).atStartOfDay();
        long[] stamps = LongStream.range(0, days * 1440L / minutes)
                .mapToObj(step -> start.plusMinutes(step * minutes))
                .filter(open)
                .mapToLong(time -> time.toEpochSecond(ZoneOffset.UTC))
                .toArray();
        return StepFinder.find(StampColumn.of(stamps));
    }

    private static Predicate<LocalDateTime> weekdays(String from, String to) {
        return time -> time.getDayOfWeek().getValue() < 6 && between(time, from, to);
    }

    private static boolean between(LocalDateTime time, String from, String to) {
        LocalTime clock = time.toLocalTime();
        return !clock.isBefore(LocalTime.parse(from)) && !clock.isAfter(LocalTime.parse(to));
    }

    private static List<String> after(Calendar calendar, String stamp, int steps) {
        long from = LocalDateTime.parse(stamp).toEpochSecond(ZoneOffset.UTC);
        return Arrays.stream(calendar.after(from, steps))
                .mapToObj(StampKind.DATE_TIME::text)
                .toList();
    }

    @Test
    void aTradingDayEndsAndGoesOnTheNext() {
        Calendar calendar = learned(14, 30, weekdays("09:30", "16:00"));
        assertEquals("every 30 minutes in 09:30-16:00 on weekdays", CalendarText.of(calendar));
        assertEquals(
                List.of("2024-01-19T16:00", "2024-01-22T09:30", "2024-01-22T10:00"),
                after(calendar, "2024-01-19T15:30", 3));
        assertEquals(14, calendar.stepsOfDay());
        assertEquals(5, calendar.daysOfWeek());
    }

    @Test
    void aBreakAtNoonPartsTheDayInTwo() {
        Calendar calendar = learned(14, 30, weekdays("09:00", "11:30").or(weekdays("12:30", "15:00")));
        assertEquals("every 30 minutes in 09:00-11:30 and 12:30-15:00 on weekdays", CalendarText.of(calendar));
        assertEquals(List.of("2024-01-19T12:30"), after(calendar, "2024-01-19T11:30", 1));
        assertEquals(List.of("2024-01-22T09:00"), after(calendar, "2024-01-19T15:00", 1));
    }

    @Test
    void aSessionMayPassMidnight() {
        Calendar calendar = learned(14, 60, time -> !between(time, "17:00", "19:00"));
        assertEquals("every hour in 20:00-16:00", CalendarText.of(calendar));
        assertEquals(
                List.of("2024-01-19T16:00", "2024-01-19T20:00", "2024-01-19T21:00"),
                after(calendar, "2024-01-19T15:00", 3));
        assertEquals(List.of("2024-01-20T00:00"), after(calendar, "2024-01-19T23:00", 1));
    }

    @Test
    void earlyClosesAndAStrayRowChangeNothing() {
        Predicate<LocalDateTime> early =
                weekdays("09:30", "16:00").and(time -> time.getDayOfMonth() != 12 || between(time, "00:00", "13:00"));
        Predicate<LocalDateTime> stray = time -> time.toString().equals("2024-01-16T20:00");
        assertEquals("every 30 minutes in 09:30-16:00 on weekdays", CalendarText.of(learned(14, 30, early.or(stray))));
    }

    @Test
    void roundTheClockThereIsNoSession() {
        assertEquals("every hour", CalendarText.of(learned(10, 60, time -> true)));
        assertEquals(
                "every hour",
                CalendarText.of(
                        learned(10, 60, time -> time.getDayOfMonth() != 10 || between(time, "00:00", "05:00"))));
    }

    @Test
    void twoDaysShowNoSession() {
        assertEquals("every 30 minutes", CalendarText.of(learned(2, 30, weekdays("09:30", "16:00"))));
    }

    @Test
    void textComesBack() {
        for (Session session : List.of(new Session(34_200, 57_600), new Session(0, 86_399), new Session(72_000, 5))) {
            assertEquals(session, Session.parse(session.text()));
        }
        assertEquals("09:30-16:00", new Session(34_200, 57_600).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "09:30", "9:30-16:00", "09:30-16:00-", "09:30-24:00", "09:30:00-16:00", "x-y"})
    void anyOtherTextIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Session.parse(text));
    }

    @Test
    void overlappingSessionsAreRefused() {
        Session morning = new Session(0, 100);
        for (Session other : List.of(morning, new Session(100, 200), new Session(80_000, 0), new Session(50, 60))) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new Calendar(Step.SECONDS, 10, 0, true, List.of(morning, other), List.of()));
        }
        assertThrows(
                IllegalArgumentException.class, () -> new Calendar(Step.DAYS, 1, 0, true, List.of(morning), List.of()));
    }
}
