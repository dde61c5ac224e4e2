package lstm.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.error.Place;
import lstm.series.Missing;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.series.SeriesNote;
import lstm.series.StampColumn;
import lstm.series.StampKind;
import lstm.series.TargetReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {
    @Test
    void theTargetComesFirstAndTheFeaturesInTheOrderAskedFor() throws Exception {
        Series series = Csv.of("date,a,b,c,name", "2020-01-01,1,2,3,x", "2020-01-02,4,5,6,y")
                .read(ReadOptions.DEFAULT.withTarget("b").withFeatures(List.of("c", "a")));
        assertEquals(List.of("b", "c", "a"), series.columns());
        assertArrayEquals(new double[] {2, 5}, series.column(0));
        assertArrayEquals(new double[] {3, 6}, series.column(1));
        assertArrayEquals(new double[] {1, 4}, series.column(2));
        assertEquals(Optional.of("date"), series.dateColumn());
        assertEquals(List.of(), series.notes());
    }

    @Test
    void pricesWithMonthFirstAndQuotedThousandsReadAsTheyAre() throws Exception {
        Series series = Csv.of(
                        "Date,Open,High,Low,Close,Volume",
                        "1/3/2012,325.25,332.83,324.97,663.59,\"7,380,500\"",
                        "1/13/2012,331.27,333.87,329.08,666.45,\"5,749,400\"")
                .read(ReadOptions.DEFAULT.withTarget("Open").withFeatures(List.of("volume")));
        assertArrayEquals(new double[] {325.25, 331.27}, series.column(0));
        assertArrayEquals(new double[] {7380500, 5749400}, series.column(1));
        assertEquals("2012-01-03", series.stampText(0));
        assertEquals(TargetReason.ASKED_FOR, series.targetReason());
    }

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t', '|'})
    void theDelimiterIsFound(char delimiter) throws Exception {
        String text = "date,value,note\n2020-01-01,1.5,\"a,b;c|d\te\"\n2020-01-02,2.5,\n";
        Csv csv = new Csv(text.replace("a,b", "a_b").replace(',', delimiter).getBytes(UTF_8));
        assertArrayEquals(new double[] {1.5, 2.5}, csv.read().column(0));
    }

    @Test
    void semicolonsBesideDecimalCommasAreTheDelimiter() throws Exception {
        Series series =
                Csv.of("Datum;Wert", "1.2.2020;3,14", "13.2.2020;-1.234,5").read();
        assertArrayEquals(new double[] {3.14, -1234.5}, series.column(0));
        assertEquals("2020-02-13", series.stampText(1));
    }

    @Test
    void aGivenDelimiterIsTakenAsItIs() throws Exception {
        Series series = Csv.of("a;b,c", "1;2,3")
                .read(ReadOptions.DEFAULT.withDelimiter(',').withTarget("c"));
        assertArrayEquals(new double[] {3}, series.column(0));
    }

    @Test
    void theSeparatorLineOfSpreadsheetsIsObeyedAndCounted() throws Exception {
        assertArrayEquals(
                new double[] {1.5}, Csv.of("sep=;", "y;b,c", "1.5;x").read().column(0));
        assertTrue(Csv.of("sep=;", "y;z", "1.5;x", "1.5").fault().startsWith("prices.csv:4: 1 field where"));
    }

    @Test
    void aByteOrderMarkCarriageReturnsAndBlankLinesDoNotMatter() throws Exception {
        Csv csv = new Csv("\ufeffdate,close\r\n\r\n2020-01-01, 1 \r\n\r\n2020-01-02,2".getBytes(UTF_8));
        assertArrayEquals(new double[] {1, 2}, csv.read().column(0));
    }

    @Test
    void withoutDatesTheRowsAreNumbered() throws Exception {
        Series series = Csv.of("y", "5", "6", "7").read();
        assertEquals(StampKind.NONE, series.kind());
        assertEquals(StampColumn.of(1, 2, 3), series.stamps());
        assertEquals(Optional.empty(), series.dateColumn());
    }

    @Test
    void theOnlyNumericColumnIsTheTarget() throws Exception {
        Series series = Csv.of(",date,price,name", "0,2020-01-01,5,a", "1,2020-01-02,6,b")
                .read();
        assertEquals("price", series.target());
        assertEquals(TargetReason.ONLY_NUMERIC, series.targetReason());
    }

    @Test
    void amongSeveralTheCommonNamesAreTriedInTheirOrder() throws Exception {
        assertEquals("Close", Csv.of("value,close,Close", "1,2,3").read().target());
        assertEquals("close", Csv.of("value,close,CLOSE", "1,2,3").read().target());
        assertEquals("value", Csv.of("y,value", "1,2").read().target());
        assertEquals(TargetReason.COMMON_NAME, Csv.of("y,z", "1,2").read().targetReason());
    }

    @Test
    void aBadCellDoesNotHideTheCloseFromTheChoice() {
        LstmException failure = Csv.of(
                        "Date,Close,Volume", "2020-01-01,1,2", "2020-01-02,\"12,4x\",3", "2020-01-03,3,4")
                .failure();
        assertEquals(Optional.of(Place.of("prices.csv").line(3).column("Close")), failure.place());
        assertEquals(Optional.empty(), failure.remedy().settings().findFirst(), "a cell with digits is not missing");
    }

    @Test
    void aColumnThatReadsAsDatesIsTheDateWhateverItsName() throws Exception {
        Series series = Csv.of("price,am", "1,01.02.2020", "2,02.02.2020").read();
        assertEquals(Optional.of("am"), series.dateColumn());
        assertEquals("2020-02-01", series.stampText(0));
    }

    @Test
    void aMonthNumberIsNoDate() throws Exception {
        Series series = Csv.of("month,price", "1,10", "2,20").read();
        assertEquals("price", series.target());
        assertEquals(StampKind.NONE, series.kind());
        assertEquals(List.of(new SeriesNote.RowsNumbered("month")), series.notes());
    }

    @Test
    void anAskedForDateColumnWinsOverANamedOne() throws Exception {
        Series series =
                Csv.of("date,settled,y", "2020-01-01,2021-01-01,1").read(ReadOptions.DEFAULT.withDate("settled"));
        assertEquals("2021-01-01", series.stampText(0));
    }

    @Test
    void rowsBeyondTheSampleAreReadLikeThoseInIt() throws Exception {
        StringBuilder text = new StringBuilder("y\n");
        for (int k = 0; k < 1000; k++) {
            text.append(k).append('\n');
        }
        Series series = new Csv(text.toString().getBytes(UTF_8)).read();
        assertEquals(1000, series.rows());
        assertEquals(999, series.column(0)[999]);
        assertEquals("991", series.tail(10).stampText(0));
    }

    @Test
    void emptyFieldsBetweenTabsKeepTheirPlace() throws Exception {
        Series series = Csv.of("date\ta\tb\ty", "2020-01-01\t\t\t1", "2020-01-02\t \t\t2")
                .read();
        assertArrayEquals(new double[] {1, 2}, series.column(0));
    }

    @Test
    void aQuotedEmptyFieldIsARowAndABlankLineIsNone() throws Exception {
        Series series = Csv.of("y", "1", "", "\"\"", "3").read(ReadOptions.DEFAULT.withMissing(Missing.INTERPOLATE));
        assertArrayEquals(new double[] {1, 2, 3}, series.column(0));
    }
}
