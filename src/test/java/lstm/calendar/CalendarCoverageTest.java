package lstm.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lstm.calendar.CalendarCoverage.Gap;
import lstm.csv.Csv;
import lstm.series.Series;
import org.junit.jupiter.api.Test;

class CalendarCoverageTest {
    private static CalendarCoverage of(String... stamps) throws Exception {
        Series series = Csv.of(
                        Stream.concat(Stream.of("date,y"), Arrays.stream(stamps).map(stamp -> stamp + ",1"))
                                .toArray(String[]::new))
                .read();
        return CalendarCoverage.of(series, Calendar.infer(series));
    }

    @Test
    void absentDaysAreGaps() throws Exception {
        CalendarCoverage coverage =
                of("2020-01-04", "2020-01-05", "2020-01-06", "2020-01-10", "2020-01-11", "2020-01-12");
        assertEquals(List.of(new Gap(2, 3)), coverage.gaps());
        assertEquals(3, CalendarCoverage.steps(coverage.gaps()));
    }

    @Test
    void oneOrTwoAbsentWeekdaysAreClosuresThreeAreAGap() throws Exception {
        String[] days = {
            "2020-01-02", "2020-01-03", "2020-01-06", "2020-01-07", "2020-01-10", "2020-01-13", "2020-01-17",
            "2020-01-20", "2020-01-21", "2020-01-22", "2020-01-23", "2020-01-24", "2020-01-27", "2020-01-28"
        };
        CalendarCoverage coverage = of(days);
        assertEquals(List.of(new Gap(3, 2)), coverage.closures());
        assertEquals(List.of(new Gap(5, 3)), coverage.gaps());
    }

    @Test
    void absentMonthsAreGapsWhateverTheirDay() throws Exception {
        assertEquals(
                List.of(new Gap(2, 2)),
                of("2020-01-31", "2020-02-28", "2020-03-31", "2020-06-30", "2020-07-31", "2020-08-31", "2020-09-30")
                        .gaps());
    }

    @Test
    void aRowBetweenTheStepsIsOdd() throws Exception {
        CalendarCoverage coverage = of(
                "2020-01-04T10:00",
                "2020-01-04T11:00",
                "2020-01-04T12:00",
                "2020-01-04T12:20",
                "2020-01-04T13:20",
                "2020-01-04T14:20");
        assertEquals(List.of(3), coverage.offStep());
        assertEquals(List.of(), coverage.gaps());
    }

    @Test
    void nothingIsCountedInAnIrregularCalendar() throws Exception {
        assertEquals(
                List.of(),
                of("2020-01-01", "2020-01-02", "2020-01-05", "2020-01-12", "2020-01-26")
                        .gaps());
    }

    @Test
    void aGapOfCenturiesOfSecondsIsNotWalked() throws Exception {
        CalendarCoverage coverage = assertTimeout(
                Duration.ofSeconds(10),
                () -> of(
                        "1700-01-01 00:00:01",
                        "1700-01-01 00:00:02",
                        "1700-01-01 00:00:03",
                        "2020-01-04 00:00:01",
                        "2020-01-04 00:00:02",
                        "2020-01-04 00:00:03"));
        assertEquals(320 * 365.25 * 86_400, CalendarCoverage.steps(coverage.gaps()), 1e9 * 0.02);
    }
}
