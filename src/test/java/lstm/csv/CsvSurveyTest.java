package lstm.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import lstm.error.LstmException;
import lstm.series.Missing;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.series.SeriesNote;
import lstm.series.TargetReason;
import org.junit.jupiter.api.Test;

class CsvSurveyTest {
    private static CsvSurvey of(ReadOptions options, String... lines) throws LstmException {
        byte[] bytes = (String.join("\n", lines) + "\n").getBytes(UTF_8);
        return CsvSurvey.read(new CsvSource("prices.csv", () -> new ByteArrayInputStream(bytes)), options);
    }

    private static CsvSurvey of(String... lines) throws LstmException {
        return of(ReadOptions.DEFAULT, lines);
    }

    @Test
    void everyNumericColumnIsCounted() throws Exception {
        CsvSurvey survey = of("date,a,close,name", "2020-01-01,1,NA,x", "2020-01-02,,5,y", "2020-01-03,2,6,z");
        assertEquals(
                List.of(new ColumnFacts("a", 2, 1, 0, 1, 2), new ColumnFacts("close", 2, 1, 0, 5, 6)),
                survey.columns());
        assertEquals(List.of("name"), survey.others());
        assertEquals("close", survey.rows().series().target());
    }

    @Test
    void cellsWithoutANumberAreNamedWithTheirLines() throws Exception {
        CsvSurvey survey = of("y", "1", "n/a", "closed", "", "2");
        assertEquals(List.of(new CsvSurvey.Hole(3, "y", "n/a"), new CsvSurvey.Hole(4, "y", "closed")), survey.holes());
        assertEquals(2, survey.holeCount());
        assertEquals(2, survey.holeRows());
        assertEquals(1, survey.columns().get(0).unreadable());
        assertTrue(Double.isNaN(survey.rows().series().column(0)[1]));
    }

    private static long[] lines(CsvSurvey.Rows rows) {
        return IntStream.range(0, rows.lines().size())
                .mapToLong(rows.lines()::of)
                .toArray();
    }

    @Test
    void linesStayWithTheirRows() throws Exception {
        CsvSurvey survey = of("date,y", "2020-01-04,4", "2020-01-03,", "2020-01-02,2", "2020-01-01,1");
        assertArrayEquals(new long[] {5, 4, 3, 2}, lines(survey.rows()));
        assertArrayEquals(new long[] {5, 4, 2}, lines(survey.rows(Missing.DROP)));
        assertEquals(List.of(new SeriesNote.Reversed()), survey.rows().series().notes());
    }

    @Test
    void anUnclearTargetIsTheFirstThatIsNoFeature() throws Exception {
        Series first = of("a,b", "1,2").rows().series();
        assertEquals("a", first.target());
        assertEquals(TargetReason.FIRST_NUMERIC, first.targetReason());
        CsvSurvey other = of(ReadOptions.DEFAULT.withFeatures(List.of("a")), "a,b,c", "1,2,3");
        assertEquals(List.of("b", "a"), other.rows().series().columns());
    }

    @Test
    void disorderIsAFaultAsInReading() {
        LstmException fault =
                assertThrows(LstmException.class, () -> of("date,y", "2020-01-02,1", "2020-01-02,2", "2020-01-03,2"));
        assertTrue(fault.getMessage().startsWith("prices.csv:3: date 2020-01-02 is already on line 2"));
    }

    @Test
    void whereNoRowIsLeftItSaysSo() throws Exception {
        CsvSurvey survey = of(ReadOptions.DEFAULT.withFeatures(List.of("a")), "a,y", "1,", ",2");
        LstmException fault = assertThrows(LstmException.class, () -> survey.rows(Missing.DROP));
        assertTrue(fault.getMessage().startsWith("prices.csv: no row has a value in every column"));
    }

    @Test
    void underAPolicyItIsWhatReadingGives() throws Exception {
        String given = System.getProperty("seed", "");
        long seed = given.isEmpty() ? new Random().nextLong() : Long.parseLong(given);
        System.out.println("SurveyTest seed " + seed);
        Random random = new Random(seed);
        for (int k = 0; k < 300; k++) {
            boolean dated = random.nextBoolean();
            int rows = 2 + random.nextInt(20);
            boolean reversed = random.nextBoolean();
            List<String> lines = new ArrayList<>(List.of("date,y,x"));
            for (int row = 0; row < rows; row++) {
                int day = reversed ? rows - row : row + 1;
                lines.add((dated ? String.format(java.util.Locale.ROOT, "2020-01-%02d", day) : "a" + row) + ","
                        + (row > 0 && random.nextInt(4) == 0 ? "" : random.nextInt(9)) + ","
                        + (row > 0 && random.nextInt(6) == 0 ? "NA" : random.nextInt(9)));
            }
            if (!dated) {
                lines.replaceAll(line -> line.replaceFirst("^[^,]*,", ""));
            }
            Missing policy =
                    List.of(Missing.DROP, Missing.FORWARD, Missing.INTERPOLATE).get(random.nextInt(3));
            ReadOptions options = ReadOptions.DEFAULT
                    .withTarget("y")
                    .withFeatures(List.of("x"))
                    .withMissing(policy);
            String[] text = lines.toArray(String[]::new);
            Series read = Csv.of(text).read(options);
            Series surveyed = of(options, text).rows(policy).series();
            String where = "seed " + seed + ": " + policy + " " + lines;
            assertEquals(read.stamps(), surveyed.stamps(), where);
            assertArrayEquals(read.values(), surveyed.values(), where);
            assertEquals(read.kind(), surveyed.kind(), where);
        }
    }
}
