package lstm.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.series.KeyFilter;
import lstm.series.Missing;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.series.SeriesTable;
import lstm.series.StampKind;
import lstm.series.TableLayout;
import org.junit.jupiter.api.Test;

/** Tables in which each column, or each row, is a series. */
class TableLayoutTest {
    private static final ReadOptions WIDE = ReadOptions.DEFAULT.withLayout(TableLayout.WIDE);
    private static final ReadOptions ROWS =
            ReadOptions.DEFAULT.withKeys(List.of("name")).withLayout(TableLayout.ROWS);

    private static SeriesTable read(ReadOptions options, String... lines) throws LstmException {
        byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        CsvSource source = new CsvSource("t.csv", () -> new ByteArrayInputStream(bytes));
        return TableReader.read(List.of(source), options, KeyFilter.ALL);
    }

    private static LstmException refusal(ReadOptions options, String... lines) {
        return assertThrows(LstmException.class, () -> read(options, lines));
    }

    private static Series series(SeriesTable table, String key) {
        return table.each().stream()
                .filter(one -> one.key().values().equals(List.of(key)))
                .findFirst()
                .orElseThrow()
                .series();
    }

    @Test
    void eachColumnOfAWideTableIsASeries() throws LstmException {
        SeriesTable table = read(WIDE, "day,tea,café", "2024-01-02,2,20", "2024-01-01,1,10", "2024-01-03,3,30");

        assertEquals(List.of("name"), table.keys());
        assertArrayEquals(new double[] {1, 2, 3}, series(table, "tea").column(0));
        assertArrayEquals(new double[] {10, 20, 30}, series(table, "café").column(0));
        assertEquals("2024-01-01", series(table, "tea").stampText(0));
        assertEquals(Optional.of("day"), series(table, "tea").dateColumn());
    }

    @Test
    void aSeriesOfAWideTableMayStartLateOrEndEarly() throws LstmException {
        SeriesTable table = read(WIDE, "day,a,b", "2024-01-01,,1", "2024-01-02,2,2", "2024-01-03,3,", "2024-01-04,4,");

        assertEquals("2024-01-02", series(table, "a").stampText(0));
        assertEquals(3, series(table, "a").rows());
        assertEquals("2024-01-02", series(table, "b").stampText(1));
        assertEquals(2, series(table, "b").rows());
    }

    @Test
    void anEmptyCellBetweenTwoValuesIsMissing() throws LstmException {
        String[] lines = {"day,a,b", "2024-01-01,1,1", "2024-01-02,,2", "2024-01-03,3,3"};

        LstmException refused = refusal(WIDE, lines);
        SeriesTable filled = read(WIDE.withMissing(Missing.INTERPOLATE), lines);

        assertEquals("t.csv:3: column \"a\"", refused.place().orElseThrow().toString());
        assertArrayEquals(new double[] {1, 2, 3}, series(filled, "a").column(0));
    }

    @Test
    void aWideTableNeedsDates() {
        LstmException refused = refusal(WIDE, "a,b,c", "1,2,3", "2,3,4");

        assertEquals("t.csv:2: column \"a\"", refused.place().orElseThrow().toString());
        assertTrue(refused.remedy().toString().contains("date"), refused.getMessage());
    }

    @Test
    void twoLinesOfAWideTableCannotHaveOneDate() {
        LstmException refused = refusal(WIDE, "day,a,b", "2024-01-01,1,1", "2024-01-02,2,2", "2024-01-01,3,3");

        assertEquals(4, refused.place().orElseThrow().line().orElseThrow());
        assertTrue(refused.getMessage().contains("line 2"), refused.getMessage());
    }

    @Test
    void eachRowIsASeriesWhoseValuesAreNumbered() throws LstmException {
        SeriesTable table = read(ROWS, "name,V1,V2,V3", "\"H1\",1,2,3", "H2,10,20,,,");

        assertArrayEquals(new double[] {1, 2, 3}, series(table, "H1").column(0));
        assertArrayEquals(new double[] {10, 20}, series(table, "H2").column(0));
        assertEquals(StampKind.NONE, series(table, "H1").kind());
    }

    @Test
    void rowsMayBeLongerThanTheHeaderOrHaveNone() throws LstmException {
        ReadOptions unnamed = ReadOptions.DEFAULT
                .withKeys(List.of("c1", "c2"))
                .withHeaderLine(ReadOptions.NO_HEADER)
                .withLayout(TableLayout.ROWS);
        SeriesTable table = read(unnamed, "M1,train,1,2", "M1,test,3,4,5,6", "M2,train,7");

        assertEquals(3, table.each().size());
        assertArrayEquals(
                new double[] {3, 4, 5, 6}, table.each().get(0).series().column(0));
    }

    @Test
    void aStartAndAStepDateTheValues() throws LstmException {
        TableLayout monthly = TableLayout.of(TableLayout.Form.ROWS, Optional.of("2023-11-30"), Optional.of("month"));
        SeriesTable table = read(ROWS.withLayout(monthly), "name,a,b,c,d", "x,1,2,3,4", "y,,5,6,");

        Series x = series(table, "x");
        assertEquals(
                List.of("2023-11-30", "2023-12-30", "2024-01-30", "2024-02-29"),
                List.of(x.stampText(0), x.stampText(1), x.stampText(2), x.stampText(3)));
        assertEquals("2023-12-30", series(table, "y").stampText(0));
    }

    @Test
    void aHeaderOfYearsDatesTheValues() throws LstmException {
        SeriesTable table =
                read(ROWS, "name,code,1960 [YR1960],1961 [YR1961],1962 [YR1962]", "x,ABC,..,2,3", "y,DEF,1,2,3");

        assertEquals("1961-01-01", series(table, "x").stampText(0));
        assertEquals(3, series(table, "y").rows());
    }

    @Test
    void aValueThatIsNoNumberIsNamedByItsColumn() {
        assertEquals(
                "t.csv:3: column \"V2\"",
                refusal(ROWS, "name,V1,V2", "a,1,2", "b,3,x")
                        .place()
                        .orElseThrow()
                        .toString());
        assertEquals(
                "t.csv:3: column \"b\"",
                refusal(WIDE, "day,a,b", "2024-01-01,1,2", "2024-01-02,3,x")
                        .place()
                        .orElseThrow()
                        .toString());
    }

    @Test
    void aStepIsAUnitOfTime() {
        assertTrue(SeriesDates.areDates("2024-01-01", "15 minutes"));
        assertTrue(SeriesDates.areDates("2024-01-01T06:00", "quarter"));
        assertThrows(LstmException.class, () -> SeriesDates.of("2024-01-01", "fortnight"));
        assertThrows(LstmException.class, () -> SeriesDates.of("1.1.2024", "day"));
        assertThrows(LstmException.class, () -> SeriesDates.of("2024-01-01", "0 days"));
    }
}
