package lstm.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.series.DecimalSign;
import lstm.series.Missing;
import lstm.series.NumberFacts.ColumnDress;
import lstm.series.NumberStyle;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.series.SeriesNote;
import lstm.series.ThousandsSign;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How one column is written, and what is read. */
class NumberStylesTest {
    private static final String TAB = "\t";

    /** Cells of a column y, between tabs. */
    private static Csv column(String cells) {
        String[] lines = ("y " + cells).split(" +");
        return Csv.of(Arrays.stream(lines)
                .map(cell -> cell.replace('~', ' ') + TAB + "x")
                .toArray(String[]::new));
    }

    /** A tilde is a space in a cell. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "48.00- 79.00|-48 79",
                "(48.00) 79.00|-48 79",
                "($48.00) $79.00|-48 79",
                "-$48.00 $79.00|-48 79",
                "$-48.00 $79.00|-48 79",
                "\u221248.00 79.00|-48 79",
                "\u201348.00 79.00|-48 79",
                "+48.00 -79.00|48 -79",
                "$1,234.50 $99|1234.5 99",
                "\u20ac1.234,50 \u20ac99|1234.5 99",
                "1.234,50~\u20ac 99~\u20ac|1234.5 99",
                "CHF~1'234.50 CHF~99.00|1234.5 99",
                "1'234.50~CHF 99.00~CHF|1234.5 99",
                "1\u2019234.50 99.00|1234.5 99",
                "R$~1.234,50 R$~99,00|1234.5 99",
                "1~234,50~z\u0142 99,00~z\u0142|1234.5 99",
                "1\u00a0234,50~kr 99,00~kr|1234.5 99",
                "1\u202f234,5 99,0|1234.5 99",
                "1\u2009234.5 99.0|1234.5 99",
                "1_234.5 99.0|1234.5 99",
                "US$1,000 US$2,000.5|1000 2000.5",
                "4.5% -0.25%|4.5 -0.25",
                "4,5~% -0,25~%|4.5 -0.25",
                "%4,5 %0,25|4.5 0.25",
                "12.5~\u00b0C -3~\u00b0C|12.5 -3",
                "12.5\u00b0C 3\u00b0C|12.5 3",
                "12,5~kWh 1.003,25~kWh|12.5 1003.25",
                "3.5~m3/s 12~m3/s|3.5 12",
                "3.5~\u00b5g/m\u00b3 12~\u00b5g/m\u00b3|3.5 12",
                "273.15~K 280~K|273.15 280",
                "1.2M 950K 12|1200000 950000 12",
                "57.79M 1.5B|57790000 1500000000",
                "57,79M 1,5B|57790000 1500000000",
                "$1.2m $3.4bn|1200000 3400000000",
                "1,2~Mio.~\u20ac 3,4~Mrd.~\u20ac|1200000 3400000000",
                "-1.2M (3.5M)|-1200000 -3500000",
                "<1 5 >2420|1 5 2420",
                "<0.5 \u22643 >=7|0.5 3 7",
                "12,34,567 1,234 99|1234567 1234 99",
                "1,23,45,678.5 99|12345678.5 99",
                "1.234.567 987|1234567 987",
                "1,234,567 987|1234567 987",
                "0,123 1,012|0.123 1.012",
                "0.123 1.012|0.123 1.012",
                "1234.567 1.012|1234.567 1.012",
                "1.012 1.5|1.012 1.5",
                "1.012 1,5|1012 1.5",
                "1,012 1.5|1012 1.5",
                "1.234E+05 2.5|123400 2.5",
                "1,234E+05 2,5|123400 2.5",
                "980.125 1'005|980.125 1005",
                "980.125 1'005.250|980.125 1005.25",
                "1~234 987,5|1234 987.5"
            })
    void aColumnIsReadAsItIsWritten(String cells, String values) throws Exception {
        double[] expected = Arrays.stream(values.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertArrayEquals(expected, column(cells).read().column(0));
    }

    /** The last cell is the one that does not fit. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.5 1,5",
                "1,5 1.5",
                "1'234.5 1,234.5",
                "1~234,5 1.234,5",
                "12.5~\u00b0C 54.5~\u00b0F",
                "4.5% 0.045",
                "0.045 4.5%",
                "500~m 1.2~km",
                "$5 \u20ac5",
                "12 1/2",
                "12 12:30",
                "12 12-15",
                "12 1O",
                "12 1.2.3",
                "12 1,23,4",
                "5.5 48.-",
                "12 --5",
                "12 ((5))",
                "12 5~5",
                "12 1'23",
                "12 5~5~%",
                "12 $5$",
                "12 1.5p",
                "1.5M 2.5~m",
                "12 <<5",
                "12 \u0663",
                "12 2020-01-01"
            })
    void aCellInAnotherDressIsNamed(String cells) {
        String last = cells.substring(cells.lastIndexOf(' ') + 1);
        LstmException fault = assertFault(column(cells), ReadOptions.DEFAULT.withTarget("y"));
        assertTrue(
                fault.problem().toString().contains(LstmException.quote(last.replace('~', ' ')))
                        || last.equals("\u0663"),
                fault.getMessage());
        assertEquals(3, fault.place().orElseThrow().line().orElseThrow());
        if (!last.equals("\u0663")) {
            assertTrue(fault.remedy().settings().noneMatch(s -> s.setting().equals(Setting.MISSING)), "digits");
            assertFault(column(cells), ReadOptions.DEFAULT.withTarget("y").withMissing(Missing.DROP));
        }
    }

    private static LstmException assertFault(Csv csv, ReadOptions options) {
        return org.junit.jupiter.api.Assertions.assertThrows(LstmException.class, () -> csv.read(options));
    }

    @ParameterizedTest
    @CsvSource({
        // delimiter, date, cells: where nothing but the look decides
        "';', 31.12.2020, 952 1.079, 952 1079",
        "';', 31.12.2020, 13.143 15.796, 13143 15796",
        "';', 2020-12-31, 952 1.079, 952 1079",
        "';', 31/12/2020, 952 1.079, 952 1079",
        "',', 31.12.2020, 952 1.079, 952 1079",
        "';', 31.12.2020, '3,211 3,288', 3.211 3.288",
        "',', 31.12.2020, '3,211 3,288', 3.211 3.288",
        "',', 12/31/2020, '3,211 3,288', 3211 3288",
        "',', 2020-12-31, '952 1,079', 952 1079",
        "',', 2020-12-31, 13.143 15.796, 13.143 15.796",
        "',', 12/31/2020, 13.143 15.796, 13.143 15.796",
        "';', 2020-12-31, 1234 15.796, 1234 15.796"
    })
    void theLookOfTheFileDecidesBetweenTwoReadings(String delimiter, String date, String cells, String values)
            throws Exception {
        double[] expected = Arrays.stream(values.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertArrayEquals(expected, dated(delimiter, date, cells).read().column(0));
    }

    @ParameterizedTest
    @CsvSource({
        "';', 2020-12-31, 13.143 15.796",
        "';', 31/12/2020, 4.330 234.103",
        "',', 31.12.2020, 13.143 15.796",
        "',', 2020-12-31, 952 1.079",
        "',', 2020-12-31, '3,211 3,288'",
        "';', 2020-12-31, '3,211 3,288'",
        "';', 31.12.2020, 1234 15.796"
    })
    void whatLeavesTwoReadingsIsAQuestionThatAnOptionAnswers(String delimiter, String date, String cells)
            throws Exception {
        Csv csv = dated(delimiter, date, cells);
        LstmException question = csv.failure();
        assertEquals(
                List.of(Setting.DECIMAL.to("point"), Setting.DECIMAL.to("comma")),
                question.remedy().settings().toList());
        String last = cells.split(" ")[1];
        for (DecimalSign sign : DecimalSign.values()) {
            Series series = csv.read(ReadOptions.DEFAULT.withNumbers(NumberStyle.UNKNOWN.withDecimal(sign)));
            boolean fraction = last.indexOf(sign.character()) >= 0;
            String plain = fraction ? last.replace(',', '.') : last.replaceAll("[.,]", "");
            assertEquals(Double.parseDouble(plain), series.column(0)[1]);
            assertTrue(series.reading().numbers().firm(), "the answer is kept");
        }
    }

    private static Csv dated(String delimiter, String date, String cells) {
        String[] each = cells.split(" ");
        String earlier = date.replace("31", "30");
        return Csv.of(
                "date" + delimiter + "y",
                earlier + delimiter + quoted(delimiter, each[0]),
                date + delimiter + quoted(delimiter, each[1]));
    }

    private static String quoted(String delimiter, String cell) {
        return cell.contains(delimiter) ? "\"" + cell + "\"" : cell;
    }

    @Test
    void anotherColumnProvesTheDecimalSign() throws Exception {
        Csv csv = Csv.of("date,y,z", "2020-01-01,\"3,211\",\"0,5\"", "2020-01-02,\"3,288\",\"1,5\"");
        assertArrayEquals(
                new double[] {3.211, 3.288},
                csv.read(ReadOptions.DEFAULT.withTarget("y")).column(0));
    }

    @Test
    void aLateProofChangesAllEarlierValues() throws Exception {
        String[] lines = new String[5002];
        Arrays.fill(lines, "1.012\tx");
        lines[0] = "y\tn";
        lines[5001] = "1,5\tx";
        double[] expected = DoubleStream.concat(
                        DoubleStream.generate(() -> 1012).limit(5000), DoubleStream.of(1.5))
                .toArray();
        assertArrayEquals(expected, Csv.of(lines).read().column(0));
    }

    @Test
    void thousandsDecideWhereTheyAreGiven() throws Exception {
        Csv csv = column("1.012 2.345");
        NumberStyle grouped = NumberStyle.UNKNOWN.withThousands(ThousandsSign.POINT);
        assertArrayEquals(
                new double[] {1012, 2345},
                csv.read(ReadOptions.DEFAULT.withNumbers(grouped)).column(0));
        NumberStyle none = NumberStyle.UNKNOWN.withThousands(ThousandsSign.NONE);
        assertArrayEquals(
                new double[] {1.012, 2.345},
                csv.read(ReadOptions.DEFAULT.withNumbers(none)).column(0));
        NumberStyle both = grouped.withDecimal(DecimalSign.COMMA);
        assertArrayEquals(
                new double[] {1012, 2345},
                csv.read(ReadOptions.DEFAULT.withNumbers(both)).column(0));
        LstmException one = assertFault(
                csv,
                ReadOptions.DEFAULT.withNumbers(
                        NumberStyle.UNKNOWN.withDecimal(DecimalSign.POINT).withThousands(ThousandsSign.POINT)));
        assertEquals(LstmException.Kind.USAGE, one.kind());
    }

    @Test
    void plainNumbersAreNeitherToldNorRemembered() throws Exception {
        for (Csv csv : List.of(column("1 2"), column("1.5 2.25"), column("-1e3 +.5"))) {
            Series series = csv.read();
            assertEquals(List.of(), series.notes());
            assertEquals(NumberStyle.PLAIN, series.reading().numbers().remembered());
        }
    }

    @Test
    void whatStandsBesideTheNumbersIsTold() throws Exception {
        assertEquals(
                new ColumnDress("y", "", 0, 0, 2, "<1"), dress(column("<1 5 <1").read()));
        assertEquals(
                new ColumnDress("y", "%", 0, 1, 0, ""), dress(column("4.5% 1%-").read()));
        assertEquals(
                new ColumnDress("y", "$", 1, 0, 0, ""), dress(column("$1.2M 5").read()));
    }

    private static ColumnDress dress(Series series) {
        return ((SeriesNote.NumbersRead) series.notes().get(0))
                .facts()
                .columns()
                .get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5.821,39 5.400,00 | 5.400 | 5400",
                "5821,39 5400,5 | 5,400 | 5.4",
                "5821.39 5400.5 | 5.400 | 5.4",
                "4.5% 3% | 7% | 7",
                "4.5% 3% | 0 | 0",
                "12~\u00b0C 3.5~\u00b0C | 7~\u00b0C | 7",
                "$1,200 $2.5 | 7 | 7",
                "1~234,5 987 | 5.5 |",
                "5.821,39 5.400,00 | 5.4 |",
                "4.5% 3% | 0.07 |",
                "4.5 3 | 7% |",
                "12~\u00b0C 3.5~\u00b0C | 7~\u00b0F |",
                "$1,200 $2.5 | \u20ac7 |"
            })
    void anotherFileIsReadLikeTheFirstOrIsRefused(String first, String cell, Double value) throws Exception {
        NumberStyle style = column(first).read().reading().numbers().like("first.csv");
        ReadOptions options = ReadOptions.DEFAULT.withTarget("y").withNumbers(style);
        if (value == null) {
            String message = column(cell).fault(options);
            assertTrue(message.startsWith("prices.csv:2: column \"y\": ") && message.contains("first.csv"), message);
        } else {
            assertEquals(value, column(cell).read(options).column(0)[0]);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-999 1 2 3", "1 2 -9999 3", "10 11 12 9999", "-99 -99 5 300", "-999.9 0 5", "1.5 2.5 -99.99"})
    void aNumberOfNinesThatStandsOutIsAQuestion(String cells) throws Exception {
        LstmException question = column(cells).failure();
        assertEquals(
                Optional.of(Setting.MISSING_MARK),
                question.remedy().settings().map(s -> s.setting()).findFirst());
        String mark = question.remedy().settings().findFirst().orElseThrow().value();
        Series left = column(cells)
                .read(ReadOptions.DEFAULT
                        .withMissingMarks(List.of(Double.parseDouble(mark)))
                        .withMissing(Missing.DROP));
        assertTrue(Arrays.stream(left.column(0)).noneMatch(value -> value == Double.parseDouble(mark)));
        assertEquals(
                cells.split(" ").length,
                column(cells)
                        .read(ReadOptions.DEFAULT.withMissingMarks(List.of()))
                        .rows());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "999 1000 1001",
                "900 999 950",
                "-999 -5000 4000",
                "99 1 2",
                "-99 0 5000",
                "998 1 2",
                "99999 987654 1234567"
            })
    void aNumberOfNinesAmongOthersIsANumber(String cells) throws Exception {
        assertEquals(3, column(cells).read().rows());
    }
}
