package lstm.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lstm.error.LstmException.Kind;
import lstm.series.ReadOptions;
import org.junit.jupiter.api.Test;

class CsvErrorsTest {
    @Test
    void aRaggedRowIsNamedWithItsLineAndCounts() {
        assertEquals(
                "prices.csv:3: 3 fields where the header has 2; add or remove a delimiter, or quote the field that"
                        + " holds one",
                Csv.of("date,y", "2020-01-01,1", "2020-01-02,2,3").fault());
        assertTrue(Csv.of("date,y", "2020-01-01").fault().startsWith("prices.csv:2: 1 field where the header has 2;"));
    }

    @Test
    void aQuotedLineEndAndBlankLinesShiftTheLineNumber() {
        assertTrue(Csv.of("y,note", "", "1,\"a", "b\"", "", "x,c")
                .fault()
                .startsWith("prices.csv:6: column \"y\": \"x\""));
    }

    @Test
    void anUnclosedQuoteIsNamedWithTheLineWhereItOpened() {
        assertTrue(Csv.of("date,y", "2020-01-01,1", "2020-01-02,\"2", "2020-01-03,3")
                .fault()
                .startsWith("prices.csv:3: a quote that opens here is not closed"));
        assertTrue(Csv.of("date,y", "2020-01-01,\"1", "2020-01-02,\"2\"", "2020-01-03,3")
                .fault()
                .startsWith("prices.csv:2: a quote that opens here is not closed"));
    }

    @Test
    void anUnclosedQuoteDoesNotSwallowMoreThanTheLimit() {
        CsvLimits limits = new CsvLimits(1000, 10, 100);
        String[] lines = new String[5000];
        java.util.Arrays.fill(lines, "1");
        lines[0] = "y";
        lines[2500] = "\"1";
        assertEquals(
                "prices.csv:2501: the record that starts here is longer than 1000 characters; close its quote or"
                        + " split it",
                Csv.of(lines).fault(ReadOptions.DEFAULT, limits, Kind.DATA));
    }

    @Test
    void recordsWithinTheLimitAreReadHoweverManyThereAre() throws Exception {
        String[] lines = new String[5000];
        java.util.Arrays.fill(lines, "123456789");
        lines[0] = "y";
        assertEquals(
                4999,
                Csv.of(lines)
                        .read(ReadOptions.DEFAULT, new CsvLimits(10, 10, 100))
                        .rows());
    }

    @Test
    void tooManyColumnsAreRefused() {
        assertEquals(
                "prices.csv:1: the header has 4 columns; leave columns out: at most 3 can be read",
                Csv.of("a,b,c,d", "1,2,3,4").fault(ReadOptions.DEFAULT, new CsvLimits(1000, 3, 100), Kind.DATA));
        assertTrue(Csv.of("a" + ",".repeat(20_000), "1").fault().contains("20001 columns"));
        assertTrue(
                Csv.of("a" + ",b".repeat(1_000_000), "1").fault().startsWith("prices.csv:1: the record that starts"));
    }

    @Test
    void twoColumnsOfOneNameAreNamedByPosition() {
        assertEquals(
                "prices.csv:1: columns 2 and 4 are both named \"a\"; choose one: target a#2 or target a#4",
                Csv.of("date,a,b,a", "1,2,3,4").fault(ReadOptions.DEFAULT.withTarget("a")));
    }

    @Test
    void anUnknownColumnBringsTheNearestName() {
        assertEquals(
                "prices.csv:1: no column \"Colse\"; did you mean \"Close\"? there are \"Date\", \"Open\", \"Close\"",
                Csv.of("Date,Open,Close", "2020-01-01,1,2").fault(ReadOptions.DEFAULT.withTarget("Colse")));
        assertEquals(
                "prices.csv:1: no column \"xyz\"; there are \"Date\", \"Close\"",
                Csv.of("Date,Close", "2020-01-01,1").fault(ReadOptions.DEFAULT.withFeatures(List.of("xyz"))));
    }

    @Test
    void aNameThatFitsTwoColumnsInCaseAloneIsRefused() {
        assertTrue(Csv.of("close,Close", "1,2")
                .fault(ReadOptions.DEFAULT.withTarget("CLOSE"))
                .startsWith("prices.csv:1: more than one column like \"CLOSE\""));
    }

    @Test
    void aColumnCannotHaveTwoParts() {
        Csv csv = Csv.of("date,y,z", "2020-01-01,1,2");
        ReadOptions options = ReadOptions.DEFAULT.withTarget("y");
        for (ReadOptions twice : List.of(
                options.withFeatures(List.of("y")),
                options.withFeatures(List.of("z", "Z")),
                ReadOptions.DEFAULT.withFeatures(List.of("y")),
                options.withDate("y"))) {
            assertTrue(csv.fault(twice, CsvLimits.DEFAULT, Kind.USAGE).contains(" is already "));
        }
    }

    @Test
    void nothingToReadIsSaid() {
        assertTrue(Csv.of("", "").fault().startsWith("prices.csv: is empty; "));
        assertTrue(new Csv(new byte[0]).fault().startsWith("prices.csv: is empty; "));
        assertTrue(Csv.of("date,y").fault().startsWith("prices.csv: has a header but no rows; "));
    }

    @Test
    void withoutAClearTargetTheColumnsOfNumbersAreListed() {
        assertEquals(
                "prices.csv:1: it is not clear which column to forecast; add target a or another of \"b\"",
                Csv.of("date,a,b,name", "2020-01-01,1,2,x").fault());
        assertTrue(Csv.of("date,name", "2020-01-01,x").fault().startsWith("prices.csv:1: has no column of numbers; "));
    }

    @Test
    void bytesThatAreNotTextAreNamedWithTheirLine() {
        assertEquals(
                "prices.csv:3: is not UTF-8 text; save the file as UTF-8",
                new Csv("y,n\n1,a\n2,\u00e4\n".getBytes(ISO_8859_1)).fault());
        assertTrue(new Csv("y\n1\n".getBytes(UTF_16)).fault().startsWith("prices.csv:1: is UTF-16 text"));
        assertTrue(Csv.of("y", "1", "2\0").fault().startsWith("prices.csv:3: holds a NUL byte"));
    }

    @Test
    void aBadByteFarBeyondTheFirstBlockIsStillNamedWithItsLine() {
        String text = "y\n" + "12345\n".repeat(20_000) + "\u00e4\n";
        assertTrue(new Csv(text.getBytes(ISO_8859_1)).fault().startsWith("prices.csv:20002: is not UTF-8"));
    }

    @Test
    void anImpossibleDelimiterIsAUsageError() {
        assertTrue(Csv.of("y", "1")
                .fault(ReadOptions.DEFAULT.withDelimiter('"'), CsvLimits.DEFAULT, Kind.USAGE)
                .startsWith("delimiter: "));
    }

    @Test
    void aSeparatorLineThatNamesNoSeparatorIsNoHeader() {
        assertTrue(Csv.of("sep=\"", "1,2").fault().startsWith("prices.csv:2: 2 fields where the header has 1"));
        assertTrue(Csv.of("sep=", "", "1,2").fault().startsWith("prices.csv:3: this line holds values"));
    }
}
