package lstm.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lstm.calendar.Calendar;
import lstm.calendar.CalendarCoverage;
import lstm.report.CalendarText;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.series.SeriesNote;
import lstm.series.StampKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stamps with offsets, and clocks that are put forward and back. */
class ClockChangeTest {
    private static final String AUTUMN = "2024-10-25T22:00:00Z";
    private static final String SPRING = "2024-03-29T23:00:00Z";

    /** Three days around a change of the clock in Berlin, a row every given number of minutes. */
    private static List<String> rows(String from, int minutes, String pattern) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, java.util.Locale.ROOT);
        ZonedDateTime start = Instant.parse(from).atZone(ZoneId.of("Europe/Berlin"));
        List<String> rows = new ArrayList<>();
        for (int k = 0; k < 3 * 1440 / minutes; k++) {
            rows.add(start.plusMinutes((long) k * minutes).format(format) + "," + k);
        }
        return rows;
    }

    private static Csv csv(List<String> rows) {
        List<String> lines = new ArrayList<>(List.of("time,y"));
        lines.addAll(rows);
        return Csv.of(lines.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({"60, 29", "30, 56"})
    void anHourThatIsToldTwiceWithoutOffsetsIsRefusedWithTheRemedy(int minutes, int line) {
        String fault = csv(rows(AUTUMN, minutes, "yyyy-MM-dd HH:mm")).fault();
        assertTrue(fault.startsWith("prices.csv:" + line + ": date 2024-10-27T02:00 is "), fault);
        assertTrue(
                fault.contains("; if the clock was put back there, write times in UTC or each with its offset (+02:00);"
                        + " if not, "),
                fault);
    }

    @ParameterizedTest
    @CsvSource({"60", "30", "15"})
    void withOffsetsTheHoursAreMovedToStandardTime(int minutes) throws Exception {
        List<String> rows = rows(AUTUMN, minutes, "yyyy-MM-dd'T'HH:mm:ssxxx");
        Series series = csv(rows).read();
        assertEquals("2024-10-25T23:00", series.stampText(0));
        assertEquals(3 * 1440 / minutes, series.rows());
        Calendar calendar = Calendar.infer(series);
        assertEquals(List.of(), CalendarCoverage.of(series, calendar).gaps());
        assertEquals(60L * minutes, calendar.count());
        int line = 2 + 27 * 60 / minutes;
        assertEquals(
                List.of(new SeriesNote.ClocksMoved(List.of(ZoneOffset.ofHours(1), ZoneOffset.ofHours(2)), line)),
                series.notes());
        Collections.reverse(rows);
        assertEquals(series.stamps(), csv(rows).read().stamps());
    }

    @Test
    void inSpringTheClockCountsAndItsMissingHourIsAGap() throws Exception {
        for (String pattern : List.of("yyyy-MM-dd'T'HH:mmxxx", "yyyy-MM-dd HH:mm")) {
            Series series = csv(rows(SPRING, 30, pattern)).read();
            Calendar calendar = Calendar.infer(series);
            List<CalendarCoverage.Gap> gaps =
                    CalendarCoverage.of(series, calendar).gaps();
            assertEquals(1, gaps.size());
            assertEquals(2, gaps.get(0).steps());
            assertEquals("2024-03-31T01:30", series.stampText(gaps.get(0).row()));
            assertEquals("2024-03-31T03:00", series.stampText(gaps.get(0).row() + 1));
        }
    }

    @Test
    void daysAtMidnightStayAtMidnightAllTheYear() throws Exception {
        Series series = csv(List.of(
                        "2024-10-26T00:00:00+02:00,1", "2024-10-27T00:00:00+02:00,2", "2024-10-28T00:00:00+01:00,3"))
                .read();
        assertEquals(StampKind.DATE, series.kind());
        assertEquals("every day", CalendarText.of(Calendar.infer(series)));
        assertEquals(
                List.of(new SeriesNote.OffsetsIgnored(List.of(ZoneOffset.ofHours(1), ZoneOffset.ofHours(2)))),
                series.notes());
    }

    @ParameterizedTest
    @CsvSource({
        "2024-05-01T12:00Z, Z",
        "2024-05-01 12:00:00+01:00, +01:00",
        "2024-05-01T12:00-0530, -05:30",
        "2024-05-01T12:00:00.5+14, +14:00"
    })
    void anOffsetIsLeftOutWithANote(String text, String offset) throws Exception {
        Series series = csv(List.of(text + ",1")).read();
        assertTrue(series.stampText(0).startsWith("2024-05-01T12:00"), series.stampText(0));
        assertEquals(
                new SeriesNote.OffsetsIgnored(List.of(ZoneOffset.of(offset))),
                series.notes().get(0));
    }

    @Test
    void withoutOffsetsNothingIsSaidOfThem() throws Exception {
        assertEquals(
                List.of(),
                csv(List.of("2024-05-01T12:00,1", "2024-05-01T13:00,2")).read().notes());
        assertEquals(
                List.of(),
                csv(List.of("2024-05-01T12:00Z,1", "2024-05-01T13:00,2")).read().notes());
    }

    @Test
    void aPatternWithAnOffsetIsUnderstoodToo() throws Exception {
        List<String> rows = rows(AUTUMN, 60, "dd.MM.yyyy HH:mm xxx");
        Series series = csv(rows).read(ReadOptions.DEFAULT.withDateFormat("dd.MM.yyyy HH:mm xxx"));
        assertEquals("every hour", CalendarText.of(Calendar.infer(series)));
        assertEquals(72, series.rows());
    }

    @Test
    void disorderThatOffsetsDoNotExplainIsStillNamed() {
        String fault = csv(List.of(
                        "2024-10-27T01:00+02:00,1",
                        "2024-10-27T02:00+02:00,2",
                        "2024-10-27T02:00+02:00,3",
                        "2024-10-27T02:00+01:00,4"))
                .fault();
        assertTrue(fault.startsWith("prices.csv:4: date "), fault);
    }

    @Test
    void aRepeatAtNoonIsNoMatterOfTheClock() {
        String fault = csv(List.of("2024-10-27T12:00,1", "2024-10-27T13:00,2", "2024-10-27T13:00,3"))
                .fault();
        assertEquals(
                "prices.csv:4: date 2024-10-27T13:00 is already on line 3; delete line 4 or line 3, whichever is wrong",
                fault);
    }
}
