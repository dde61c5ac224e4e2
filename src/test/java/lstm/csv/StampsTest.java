package lstm.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import lstm.error.Place;
import lstm.error.Setting;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.series.SeriesNote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StampsTest {
    @ParameterizedTest
    @CsvSource({
        "2020-03-14, 2020-03-14",
        "2020/03/14, 2020-03-14",
        "20200314, 2020-03-14",
        "2020-03, 2020-03-01",
        "3/14/2020, 2020-03-14",
        "14/3/2020, 2020-03-14",
        "14.3.2020, 2020-03-14",
        "2020-03-14T09:30, 2020-03-14T09:30",
        "2020-03-14 09:30:15, 2020-03-14T09:30:15",
        "2020-03-14T09:30:00.000Z, 2020-03-14T09:30",
        "2020-03-14T09:30:00+05:45, 2020-03-14T09:30",
        "2020-03-14 00:00:00, 2020-03-14",
        "3/14/2020 9:30, 2020-03-14T09:30",
        "14.03.2020 23:59:59, 2020-03-14T23:59:59",
        "1749-01-01, 1749-01-01"
    })
    void aDateIsReadAsWritten(String text, String iso) throws Exception {
        assertEquals(iso, Csv.of("date,y", text + ",1").read().stampText(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-02-30",
                "2021-02-29",
                "2020-13-01",
                "31.4.2020",
                "13/13/2020",
                "20200230",
                "2020-01-01T24:01",
                "2020-01-01T12:00+18:01",
                "2020-01-01T12:00-19",
                "2020-01-01T10:60",
                "2020-01-01T",
                "2020-01-01x",
                "yesterday",
                "3/14/20",
                "0000-01-01",
                "2020-01-01 10"
            })
    void nothingElseIsADate(String text) {
        for (String first : List.of("2020-01-01", "20200101", "1.1.2020", "1/31/2020")) {
            String fault = Csv.of("date,y", first + ",1", text + ",2").fault();
            assertTrue(fault.startsWith("prices.csv:3: column \"date\": \"" + text + "\" is not a date"), fault);
        }
    }

    @Test
    void aBadDateInTheFirstRowIsNamedToo() {
        LstmException failure = Csv.of("date,y", "yesterday,1").failure();
        assertEquals(Optional.of(Place.of("prices.csv").line(2).column("date")), failure.place());
        assertEquals(
                List.of(Setting.DATE.to(""), Setting.DATE_FORMAT.to(""), Setting.DATE.to("none")),
                failure.remedy().settings().toList());
    }

    @Test
    void oneDayOverTwelveDecidesForTheWholeColumn() throws Exception {
        Series monthFirst =
                Csv.of("date,y", "1/2/2020,1", "1/3/2020,2", "1/13/2020,3").read();
        assertEquals("2020-01-02", monthFirst.stampText(0));
        Series dayFirst =
                Csv.of("date,y", "1/2/2020,1", "2/2/2020,2", "13/2/2020,3").read();
        assertEquals("2020-02-01", dayFirst.stampText(0));
    }

    @Test
    void ifNothingDecidesTheOptionIsNamed() throws Exception {
        Csv csv = Csv.of("date,y", "1/2/2020,1", "1/3/2020,2");
        LstmException failure = csv.failure();
        assertEquals(Optional.of(Place.of("prices.csv").column("date")), failure.place());
        assertEquals(
                List.of(Setting.DATE_FORMAT.to("M/d/yyyy"), Setting.DATE_FORMAT.to("d/M/yyyy")),
                failure.remedy().settings().toList());
        assertEquals(
                "2020-03-01",
                csv.read(ReadOptions.DEFAULT.withDateFormat("d/M/yyyy")).stampText(1));
    }

    @Test
    void aDateThatIsTheSameEitherWayNeedsNoOption() throws Exception {
        assertEquals(
                "2020-02-02",
                Csv.of("date,y", "1/1/2020,1", "2/2/2020,2").read().stampText(1));
    }

    @Test
    void aDateThatContradictsThoseAboveIsNamed() {
        assertEquals(
                "prices.csv:4: column \"date\": \"13/1/2020\" is not a date; write it like the dates above: M/d/yyyy,"
                        + " or delete line 4",
                Csv.of("date,y", "1/2/2020,1", "1/13/2020,2", "13/1/2020,3").fault());
    }

    @ParameterizedTest
    @CsvSource({
        "dd-MMM-yyyy, 14-Mar-2020, 2020-03-14",
        "d MMMM uuuu, 14 march 2020, 2020-03-14",
        "M/d/yy h:mm a, 3/14/20 4:05 PM, 2020-03-14T16:05",
        "yyyyMMddHHmm, 202003141605, 2020-03-14T16:05",
        "MM.yyyy, 03.2020, 2020-03-01",
        "yyyy, 2020, 2020-01-01",
        "yyyy-DDD, 2020-074, 2020-03-14",
        "YYYY-'W'ww-e, 2020-W11-7, 2020-03-15",
        "YYYY-'W'ww, 2021-W01, 2021-01-04",
        "yyyy-'Q'q, 2020-Q3, 2020-07-01",
        "d MMM yyyy, 1 janv. 2020, 2020-01-01",
        "d. MMMM yyyy, 2. März 2021, 2021-03-02",
        "dd.MM.yyyy HH:mm, 31.12.2020 24:00, 2021-01-01",
        "dd/MM/yyyy, 01/02/2020 10:00:00, 2020-02-01T10:00",
        "MMM-yy, Jan-49, 1949-01-01",
        "d/M/yyyy, 1/2/2020 10:30, 2020-02-01T10:30",
        "epoch-seconds, 1592046000, 2020-06-13T11:00",
        "epoch-seconds, -86400, 1969-12-31",
        "epoch-millis, 1698364800000, 2023-10-27",
        "epoch-micros, 1698364800000000, 2023-10-27",
        "epoch-nanos, 1698364800000000000, 2023-10-27",
        "excel, 45000, 2023-03-15",
        "excel, 45000.5, 2023-03-15T12:00",
        "quarter, 2017Q04, 2017-10-01",
        "short-quarter, 1Q20, 2020-01-01",
        "half-year, 2020-S2, 2020-07-01",
        "month, 2020M07, 2020-07-01",
        "week, 2020-W53, 2020-12-28"
    })
    void aPatternIsObeyed(String pattern, String text, String iso) throws Exception {
        assertEquals(
                iso,
                Csv.of("date,y", text + ",1")
                        .read(ReadOptions.DEFAULT.withDateFormat(pattern))
                        .stampText(0));
    }

    @Test
    void aPatternIsReadStrictly() {
        assertTrue(Csv.of("date,y", "30.02.2020,1")
                .fault(ReadOptions.DEFAULT.withDateFormat("dd.MM.yyyy"))
                .startsWith("prices.csv:2: column \"date\": \"30.02.2020\" is not a date"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bogus", "HH:mm", "yyyy-MM-dd'", "{", ""})
    void aPatternThatNamesNoDayIsAUsageError(String pattern) {
        assertTrue(Csv.of("date,y", "2020-01-01,1")
                .fault(ReadOptions.DEFAULT.withDateFormat(pattern), CsvLimits.DEFAULT, Kind.USAGE)
                .startsWith("date-format: \"" + pattern + "\" "));
    }

    @Test
    void aPatternDeepEnoughToExhaustTheStackIsAUsageError() {
        ReadOptions deep = ReadOptions.DEFAULT.withDateFormat("[".repeat(100_000));
        assertTrue(Csv.of("date,y", "2020-01-01,1")
                .fault(deep, CsvLimits.DEFAULT, Kind.USAGE)
                .contains("100 characters"));
    }

    @Test
    void aYearBeyondFourDigitsIsNoDate() {
        ReadOptions years = ReadOptions.DEFAULT.withDateFormat("y-M-d");
        assertTrue(Csv.of("date,y", "2000000-01-01,1").fault(years).contains("is not a date"));
    }

    @Test
    void aPatternThatNoColumnFollowsIsAnError() {
        assertTrue(Csv.of("a,y", "x,1")
                .fault(ReadOptions.DEFAULT.withDateFormat("d.M.yyyy"))
                .startsWith("prices.csv:1: no column holds dates like \"d.M.yyyy\""));
    }

    @Test
    void fractionsOfASecondAreCutWithANote() throws Exception {
        Series series = Csv.of("date,y", "2020-01-01T00:00:01.250,1").read();
        assertEquals("2020-01-01T00:00:01", series.stampText(0));
        assertEquals(List.of(new SeriesNote.FractionsCut()), series.notes());
    }

    @Test
    void newestFirstIsPutInOrderWithANote() throws Exception {
        Series series =
                Csv.of("date,y", "2020-01-03,3", "2020-01-02,2", "2020-01-01,1").read();
        assertEquals("2020-01-01", series.stampText(0));
        assertEquals(3, series.column(0)[2]);
        assertEquals(List.of(new SeriesNote.Reversed()), series.notes());
    }

    @Test
    void theFirstRowOutOfOrderIsNamed() {
        assertEquals(
                "prices.csv:4: date 2020-01-01 is out of order after 2020-01-03; sort the rows by date",
                Csv.of("date,y", "2020-01-02,1", "2020-01-03,2", "2020-01-01,3", "2020-01-04,4", "2020-01-05,4")
                        .fault());
    }

    @Test
    void aNewestFirstFileNamesTheRowThatRises() {
        assertTrue(Csv.of("date,y", "2020-01-05,1", "2020-01-04,2", "2020-01-06,3", "2020-01-03,4")
                .fault()
                .startsWith("prices.csv:4: date 2020-01-06 is out of order after 2020-01-04"));
    }

    @Test
    void aRepeatedDateIsNamedWithBothLines() {
        assertEquals(
                "prices.csv:4: date 2020-01-02T10:00 is already on line 3; delete line 4 or line 3,"
                        + " whichever is wrong",
                Csv.of("date,y", "2020-01-01 10:00,1", "2020-01-02 10:00,2", "2020-01-02 10:00,3")
                        .fault());
    }
}
