package lstm.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lstm.calendar.Calendar;
import lstm.error.LstmException;
import lstm.error.Place;
import lstm.report.CalendarText;
import lstm.series.Missing;
import lstm.series.OddLine;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.series.SeriesNote;
import lstm.series.StampEvidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which columns and lines are taken for dates. */
class DateColumnsTest {
    private static final ReadOptions Y = ReadOptions.DEFAULT.withTarget("y");

    private static Csv rows(String header, int count, IntFunction<String> row) {
        return rows(header, count, row, "");
    }

    private static Csv rows(String header, int count, IntFunction<String> row, String end) {
        return Csv.of(IntStream.range(0, count).mapToObj(row).collect(Collectors.joining("\n", header + "\n", end)));
    }

    private static String day(int k) {
        return LocalDate.of(2020, 1, 1).plusDays(k).toString();
    }

    @ParameterizedTest
    @CsvSource({
        "yfinance-multi, Close, Price, 2022-01-03, 2022-12-30, weekdays, 260",
        "binance-ms, close, open_time, 2023-10-27T00:00, 2023-11-08T11:00, every hour, 300",
        "ecb-2000-Q1, OBS_VALUE, TIME_PERIOD, 2000-01-01, 2019-10-01, quarterly, 80",
        "bls-2000Q01, value, Date, 2000-01-01, 2019-10-01, quarterly, 80",
        "iso-week, visits, Week, 2019-01-07, 2022-06-13, weekly, 180",
        "iso-week-2021, v, Week, 2021-01-04, 2023-04-17, weekly, 120",
        "Jan-49, Passengers, Month, 1949-01-01, 1960-12-01, monthly, 144",
        "year-value, Population, Year, 1960-01-01, 2020-01-01, yearly, 61",
        "lastupdate-iso, OBS_VALUE, TIME_PERIOD, 2005-01-01, 2019-12-01, monthly, 180",
        "household-power, Voltage, 'Date,Time', 2006-12-16T17:24, 2006-12-17T03:23, every minute, 595",
        "total-OrderDate, Sales, Order Date, 2021-01-01, 2021-03-21, every day, 80",
        "excel-blank-rows, v, date, 2021-01-01, 2021-10-27, every day, 300",
        "thirdwed, v, date, 2010-01-20, 2019-12-18, monthly on the 3rd Wednesday, 120"
    })
    void filesOfManyProgramsAreRead(
            String file, String target, String date, String first, String last, String steps, int rows)
            throws Exception {
        Series series = CsvReader.read(
                Path.of("src/test/resources/dates", file + ".csv"),
                ReadOptions.DEFAULT.withTarget(target).withMissing(Missing.DROP));
        assertEquals(Optional.of(date), series.dateColumn());
        assertEquals(first, series.stampText(0));
        assertEquals(last, series.stampText(series.rows() - 1));
        assertEquals(steps, CalendarText.of(Calendar.infer(series)));
        assertEquals(rows, series.rows());
    }

    @Test
    void aBadDateAmongGoodOnesIsNamedUnderAnyHeader() {
        Path file = Path.of("src/test/resources/dates/bad-date-other-name.csv");
        LstmException failure = assertThrows(LstmException.class, () -> CsvReader.read(file, ReadOptions.DEFAULT));
        assertEquals(Optional.of(Place.of(file.toString()).line(42).column("Period")), failure.place());
        assertTrue(failure.getMessage().endsWith("write it like the dates above: yyyy-MM-dd, or delete line 42"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Total,99",
                "TOTAL,99",
                "Grand Total,99",
                "Total 2020,99",
                "Summe,99",
                "Gesamtsumme,99",
                "Totals: 5 rows,99",
                "Average,4.5",
                "Source: the office,",
                "\"Source: the office, 2020\",",
                "\"* revised 3 May 2020\",",
                "date,y",
                ",",
                "End of file,"
            })
    void aFooterIsPassedOverWithItsLine(String footer) throws Exception {
        Series series = rows("when,y", 5, k -> day(k) + "," + k, "\n" + footer).read();
        assertEquals(5, series.rows());
        SeriesNote.LinesPassedOver note =
                (SeriesNote.LinesPassedOver) series.notes().get(0);
        assertEquals(1, note.count());
        assertEquals(7, note.first().get(0).line());
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday,9", "2020-01-32,9", ",9", "n/a,9", "unknown 2020,9"})
    void aLastLineThatMayBeARowIsAnError(String last) {
        String fault = rows("when,y", 5, k -> day(k) + "," + k, "\n" + last).fault();
        assertTrue(fault.startsWith("prices.csv:7: column \"when\": "), fault);
        assertTrue(fault.endsWith("or delete line 7"), fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Total,99", "date,y", ",", "page break,", "# a remark,"})
    void whatIsNoRowIsPassedOverAnywhere(String line) throws Exception {
        Series series =
                rows("when,y", 10, k -> k == 4 ? line : day(k) + "," + k).read();
        assertEquals(9, series.rows());
    }

    @Test
    void aNoteWithANumberBetweenRowsIsAnError() {
        assertTrue(rows("when,y", 10, k -> k == 4 ? "page 2," : day(k) + "," + k)
                .fault()
                .startsWith("prices.csv:6: column \"when\": \"page 2\" is not a date"));
    }

    @Test
    void unitsAndOtherLinesAboveTheFirstDateArePassedOver() throws Exception {
        Series series = Csv.of("when,flow", "UTC,m3/s", "datetime,", "2020-01-01,1", "2020-01-02,2", "2020-01-03,3")
                .read();
        assertEquals(3, series.rows());
        assertEquals(
                List.of(new SeriesNote.LinesPassedOver(2, List.of(new OddLine(2, "UTC"), new OddLine(3, "datetime")))),
                series.notes());
    }

    @Test
    void oddLinesFarBelowTheSampleAreHandledTheSameWay() throws Exception {
        assertEquals(
                400,
                rows("when,y", 400, k -> day(k) + "," + k, "\nTotal,9").read().rows());
        assertTrue(rows("when,y", 400, k -> k == 300 ? "n/a,1" : day(k) + "," + k)
                .fault()
                .startsWith("prices.csv:302: column \"when\": \"n/a\" is not a date"));
    }

    @Test
    void theSurveyTellsHowDatesAreWritten() throws Exception {
        Csv csv = rows("Order Date,y", 20, k -> (k + 1) + ".1.2020," + k, "\nTotal,9");
        CsvSurvey survey = CsvSurvey.read(
                new lstm.csv.CsvSource("prices.csv", () -> new ByteArrayInputStream(csv.bytes())), ReadOptions.DEFAULT);
        assertEquals(
                Optional.of(
                        new StampEvidence(List.of("Order Date"), "d.M.yyyy", 20, 1, List.of(new OddLine(22, "Total")))),
                survey.dates());
    }

    @Test
    void ofSeveralDateColumnsTheOneThatMovesIsTaken() throws Exception {
        Csv update = rows("date,period,y", 30, k -> "2023-12-05," + day(k) + "," + k);
        assertEquals(Optional.of("period"), update.read(Y).dateColumn());
        Csv blocks = rows("date,period,y", 30, k -> day(k / 10) + "," + day(k) + "," + k);
        assertEquals(Optional.of("period"), blocks.read(Y).dateColumn());
        Csv written = rows("updated_at,period,y", 30, k -> "2023-12-05 10:" + (10 + k) + "," + day(k) + "," + k);
        assertEquals(Optional.of("period"), written.read(Y).dateColumn());
        Csv shops = rows("date,updated,y", 30, k -> day(k / 3) + "," + day(k) + "," + k);
        assertTrue(shops.fault(Y).contains("already on line 2"), "several rows a day are not dated by their update");
    }

    @Test
    void anOnlyDateColumnThatStandsStillIsAnError() {
        assertTrue(rows("date,shop,y", 300, k -> day(k / 200) + "," + k + "," + k)
                .fault(Y)
                .startsWith("prices.csv:3: date 2020-01-01 is already on line 2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Date,Time,y | 16/12/2006,17:24:00,1 | 16/12/2006,17:25:00,2 | 2006-12-16T17:25",
                "Time,Date,y | 17:24,16.12.2006,1 | 17:25,16.12.2006,2 | 2006-12-16T17:25",
                "Datum,Uhrzeit,y | 2.2.2006,23:30,1 | 2.2.2006,24:00,2 | 2006-02-03T00:00",
                "day,slot,y | 2020-01-01,00:00 - 01:00,1 | 2020-01-01,01:00 - 02:00,2 | 2020-01-01T01:00",
                "day,slot,y | 2020-01-01,00:00-01:00,1 | 2020-01-01,01:00-02:00,2 | 2020-01-01T01:00",
                "date,time,y | 1/31/2020,12:00 AM,1 | 1/31/2020,1:00 PM,2 | 2020-01-31T13:00",
                "DATE,HOUR,y | 20200102,0,1 | 20200102,1,2 | 2020-01-02T01:00",
                "dteday,hr,y | 2011-01-01,0,1 | 2011-01-01,1,2 | 2011-01-01T01:00",
                "date,hhmm,y | 2011-01-01,0000,1 | 2011-01-01,0030,2 | 2011-01-01T00:30",
                "<DATE>,<TIME>,y | 20200102,100000,1 | 20200102,100500,2 | 2020-01-02T10:05",
                "Date (UTC),Hour (UTC),y | 2020-01-02,10,1 | 2020-01-02,11,2 | 2020-01-02T11:00",
                "date,hour,minute,y | 2011-01-01,0,0,1 | 2011-01-01,0,5,2 | 2011-01-01T00:05",
                "year,month,y | 2020,12,1 | 2021,1,2 | 2021-01-01",
                "Month,Year,y | Dec,2020,1 | Jan,2021,2 | 2021-01-01",
                "Jahr,Monat,y | 2020,Dezember,1 | 2021,Januar,2 | 2021-01-01",
                "year,month,day,y | 2020,12,31,1 | 2021,1,1,2 | 2021-01-01",
                "DY,MO,YEAR,y | 31,12,2020,1 | 1,1,2021,2 | 2021-01-01",
                "YEAR,MO,DY,HR,y | 2020,12,31,23,1 | 2021,1,1,0,2 | 2021-01-01T00:00",
                "No,year,month,day,hour,y | 1,2010,1,1,0,1 | 2,2010,1,1,1,2 | 2010-01-01T01:00",
                "year,quarter,y | 2020,4,1 | 2021,1,2 | 2021-01-01",
                "year,qtr,y | 2020,Q4,1 | 2021,Q1,2 | 2021-01-01",
                "year,period,y | 2020,M12,1 | 2021,M01,2 | 2021-01-01",
                "year,week,y | 2020,53,1 | 2021,1,2 | 2021-01-04",
                "YEAR,DOY,y | 2020,366,1 | 2021,1,2 | 2021-01-01",
                "year,month,y | 2020.0,12.0,1 | 2021.0,1.0,2 | 2021-01-01"
            })
    void partsOfADateArePutTogether(String header, String first, String second, String iso) throws Exception {
        Csv csv = Csv.of(header, first, second);
        Series series = csv.read(Y);
        assertEquals(iso, series.stampText(1));
        Series again = csv.read(series.reading());
        assertEquals(iso, again.stampText(1), "the names that were found name the columns");
        assertTrue(series.dateColumn().orElseThrow().contains(","), "" + series.dateColumn());
    }

    @Test
    void columnsThatAreNamedArePutTogetherByTheirCells() throws Exception {
        Csv unnamed = rows("a,b,c,y", 400, k -> {
            LocalDate day = LocalDate.of(2020, 1, 1).plusDays(k);
            return day.getDayOfMonth() + "," + day.getYear() + ","
                    + day.getMonth().name() + "," + k;
        });
        assertEquals("2020-01-02", unnamed.read(Y.withDate("b,c,a")).stampText(1));
        Csv clock = rows("a,b,y", 20, k -> "05/02/2020,10:" + (10 + k) + "," + k);
        assertEquals(
                "2020-02-05T10:11",
                clock.read(Y.withDate("a,b").withDateFormat("d/M/yyyy")).stampText(1));
        assertEquals(
                "2020-02-05T10:11",
                clock.read(Y.withDate("a,b").withDateFormat("dd/MM/yyyy HH:mm")).stampText(1));
        assertEquals(
                "2020-02-05T10:11",
                clock.read(Y.withDate("a,b").withDateFormat("dd/MM/yyyy")).stampText(1));
        Csv quarters = rows("a,b,y", 20, k -> (2000 + k / 4) + "," + (1 + k % 4) + "," + k);
        assertTrue(quarters.fault(Y.withDate("a,b"))
                .startsWith("prices.csv:1: column \"b\": its name and cells do not tell which part of the date"));
    }

    @Test
    void aNameMayHoldAComma() throws Exception {
        Csv csv = Csv.of("\"day, local\",time,y", "2020-01-01,10:00,1", "2020-01-01,11:00,2");
        Series series = csv.read(Y);
        assertEquals(Optional.of("day, local,time"), series.dateColumn());
        assertEquals("2020-01-01T11:00", csv.read(series.reading()).stampText(1));
    }

    @Test
    void aDateBesideItsPartsIsEnough() throws Exception {
        Series series = rows("date,year,month,day,y", 40, k -> day(k) + ",2020,1,1," + k)
                .read(Y);
        assertEquals(Optional.of("date"), series.dateColumn());
    }

    @Test
    void anIndexWithoutANameIsReadAgain() throws Exception {
        Csv csv = rows(",y", 10, k -> day(k) + "," + k);
        Series series = csv.read();
        assertEquals("2020-01-02", csv.read(series.reading()).stampText(1));
    }

    @Test
    void plainNumbersInAColumnWithAnotherNameAreNumbers() throws Exception {
        for (String name : List.of("id", "visits", "y2")) {
            Series series = rows(name + ",y", 30, k -> (1950 + k) + "," + k).read(Y);
            assertEquals(Optional.empty(), series.dateColumn());
            assertEquals(List.of(new SeriesNote.RowsNumbered(name)), series.notes());
        }
        assertEquals(
                List.of(),
                rows("id,y", 30, k -> (7 * k % 30) + 45000 + "," + k).read(Y).notes());
    }

    @Test
    void aColumnThatIsHalfDatesIsNoted() throws Exception {
        Series series = rows("shipped,y", 20, k -> (k % 3 == 0 ? "lost 1" : day(k)) + "," + k)
                .read(Y);
        assertEquals(List.of(new SeriesNote.DatesUnread("shipped", 2, "lost 1")), series.notes());
    }

    @ParameterizedTest
    @CsvSource({
        "week, 2019-02, 2019-03, 2019-01-14",
        "KW, 201902, 201903, 2019-01-14",
        "week, 2019-01-07, 2019-01-14, 2019-01-14",
        "quarter, 2019-1, 2019-2, 2019-04-01",
        "Quartal, 2019/1, 2019/2, 2019-04-01",
        "a, 201911, 201912, 2019-12-01"
    })
    void theNameTellsWhatABareNumberCounts(String name, String first, String second, String iso) throws Exception {
        String third = name.equals("a") ? "\n202001,3\n202002,4" : "";
        Csv csv = Csv.of(name + ",y", first + ",1", second + ",2" + third);
        Series series = csv.read(Y);
        assertEquals(iso, series.stampText(1));
        assertEquals(iso, csv.read(series.reading()).stampText(1));
    }

    @Test
    void rowsAreNumberedWhenAskedFor() throws Exception {
        Series series = rows("date,y", 5, k -> day(k) + "," + k).read(Y.withDate("none"));
        assertEquals("1", series.stampText(0));
        assertEquals(Optional.of("none"), series.reading().date());
        assertEquals(
                "2020-01-01",
                rows("none,y", 5, k -> day(k) + "," + k)
                        .read(Y.withDate("none"))
                        .stampText(0));
    }

    @Test
    void aFileOfOneRowAndAPipeOfManyAreReadAlike() throws Exception {
        assertEquals(
                "2006-12-16T17:24",
                Csv.of("Date;Time;y", "16/12/2006;17:24:00;1")
                        .read(Y.withDate("Date,Time"))
                        .stampText(0));
        List<String> lines = new ArrayList<>(List.of("Date;Time;y"));
        for (int k = 0; k < 3_000; k++) {
            lines.add((16 + k / 1440) + "/12/2006;" + (k / 60 % 24) + ":" + k / 10 % 6 + k % 10 + ":00;" + k);
        }
        Series last = CsvReader.read(
                new lstm.csv.CsvSource(
                        "stdin",
                        () -> new ByteArrayInputStream(
                                Csv.of(lines.toArray(String[]::new)).bytes())),
                Y,
                CsvLimits.DEFAULT,
                10);
        assertEquals("2006-12-18T01:59", last.stampText(9));
    }
}
