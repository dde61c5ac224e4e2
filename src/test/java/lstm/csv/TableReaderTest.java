package lstm.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import lstm.error.LstmException;
import lstm.series.KeyFilter;
import lstm.series.Missing;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.series.SeriesKey;
import lstm.series.SeriesTable;
import lstm.series.StampColumn;
import org.junit.jupiter.api.Test;

class TableReaderTest {
    private static final ReadOptions BY_KEY = ReadOptions.DEFAULT.withKeys(List.of("key"));

    private static CsvSource source(String... lines) {
        byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        return new CsvSource("t.csv", () -> new ByteArrayInputStream(bytes));
    }

    private static SeriesTable read(ReadOptions options, String... lines) throws LstmException {
        return TableReader.read(List.of(source(lines)), options, KeyFilter.ALL);
    }

    private static double[] values(SeriesTable table, String... key) {
        return table.each().stream()
                .filter(one -> one.key().equals(new SeriesKey(List.of(key))))
                .findFirst()
                .orElseThrow()
                .series()
                .column(0);
    }

    @Test
    void aTableMayBeCompressedAndHaveAHundredThousandKeys() throws IOException, LstmException {
        int keys = 100_000;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer to = new OutputStreamWriter(new GZIPOutputStream(bytes), StandardCharsets.UTF_8)) {
            to.write("date,key,y\n");
            for (int day = 1; day <= 2; day++) {
                for (int k = 0; k < keys; k++) {
                    to.write("2024-01-0" + day + ",=née " + k + "," + (k + day) + "\n");
                }
            }
        }
        CsvSource source = new CsvSource("t.csv.gz", () -> new ByteArrayInputStream(bytes.toByteArray()));

        SeriesTable table = TableReader.read(List.of(source), BY_KEY, KeyFilter.ALL);

        assertEquals(keys, table.each().size());
        assertArrayEquals(new double[] {99_999 + 1, 99_999 + 2}, values(table, "=née 99999"));
    }

    @Test
    void rowsMayStandInAnyOrder() throws LstmException {
        SeriesTable table = read(
                BY_KEY,
                "date,key,y",
                "2024-01-03,b,3",
                "2024-01-01,b,1",
                "2024-01-01,a,10",
                "2024-01-02,b,2",
                "2024-01-02,a,20",
                "2024-01-03,a,30");

        assertArrayEquals(new double[] {10, 20, 30}, values(table, "a"));
        assertArrayEquals(new double[] {1, 2, 3}, values(table, "b"));
    }

    @Test
    void keysAreSortedAsPeopleDo() throws LstmException {
        SeriesTable table = read(
                BY_KEY,
                "date,key,y",
                "2024-01-01,10,1",
                "2024-01-01,b,1",
                "2024-01-01,9,1",
                "2024-01-01,007,1",
                "2024-01-01,7,1");

        assertEquals(
                List.of("007", "7", "9", "10", "b"),
                table.each().stream().map(one -> one.key().values().get(0)).toList());
    }

    @Test
    void anotherSeriesTellsTheDayFromTheMonth() throws LstmException {
        SeriesTable table = read(BY_KEY, "date,key,y", "01/02/2024,a,1", "02/02/2024,a,2", "13/02/2024,b,3");

        assertEquals("2024-02-01", table.series().get(0).stampText(0));
        LstmException unclear = assertThrows(
                LstmException.class,
                () -> read(BY_KEY, "date,key,y", "01/02/2024,a,1", "02/03/2024,a,2", "03/02/2024,b,3"));
        assertEquals(
                "date-format",
                unclear.remedy().settings().findFirst().orElseThrow().setting().name());
    }

    @Test
    void aLaterCellTellsTheDecimalSignOfAll() throws LstmException {
        SeriesTable table = read(
                BY_KEY.withDelimiter(';'), "date;key;y", "2024-01-01;a;1,234", "2024-01-02;a;2", "2024-01-01;b;0,5");

        assertArrayEquals(new double[] {1.234, 2}, values(table, "a"));
    }

    @Test
    void gapsAreFilledWithinASeriesOnly() throws LstmException {
        String[] lines = {
            "date,key,y",
            "2024-01-03,a,3",
            "2024-01-01,a,1",
            "2024-01-01,b,10",
            "2024-01-02,a,",
            "2024-01-02,b,20",
            "2024-01-03,b,",
            "2024-01-01,c,"
        };

        SeriesTable table = read(BY_KEY.withMissing(Missing.INTERPOLATE), lines);

        assertArrayEquals(new double[] {1, 2, 3}, values(table, "a"));
        assertArrayEquals(new double[] {10, 20}, values(table, "b"));
        assertEquals(List.of(new SeriesKey(List.of("c"))), table.missing());
        LstmException refusal = assertThrows(LstmException.class, () -> read(BY_KEY, lines));
        assertEquals(5, refusal.place().orElseThrow().line().orElseThrow());
    }

    @Test
    void rowsWithoutDatesAreNumberedWithinTheirSeries() throws LstmException {
        SeriesTable table = read(BY_KEY.withTarget("y"), "key,y", "a,1", "b,2", "a,3");

        assertEquals(StampColumn.of(1, 2), table.series().get(0).stamps());
        assertEquals(StampColumn.of(1), table.series().get(1).stamps());
    }

    /** Whatever the order, the last rows are those that reading all of them ends with, gaps filled alike. */
    @Test
    void theLastRowsAreTheSameAsOfAll() throws LstmException {
        long seed = Long.getLong("seed", 20261129);
        Random random = new Random(seed);
        for (int round = 0; round < 20; round++) {
            List<String> rows = new ArrayList<>();
            for (int k = 0; k < 400; k++) {
                String day = LocalDate.of(2020, 1, 1).plusDays(k).toString();
                rows.add(day + "," + (k % 3 == 0 ? "a" : "b") + "," + (random.nextInt(4) == 0 ? "" : k));
            }
            if (round % 3 == 1) {
                Collections.shuffle(rows, random);
            } else if (round % 3 == 2) {
                Collections.reverse(rows);
            }
            rows.add(0, "date,key,y");
            ReadOptions options = BY_KEY.withMissing(Missing.values()[1 + random.nextInt(4)]);
            String[] lines = rows.toArray(String[]::new);
            int wanted = 1 + random.nextInt(30);

            SeriesTable all = read(options, lines);
            SeriesTable last = TableReader.readLast(List.of(source(lines)), options, KeyFilter.ALL, wanted);

            for (int k = 0; k < 2; k++) {
                Series expected = all.series().get(k).tail(wanted);
                Series actual = last.series().get(k);
                String about = "seed " + seed + ", round " + round;
                assertEquals(expected.stamps(), actual.stamps(), about);
                assertArrayEquals(expected.column(0), actual.column(0), about);
                assertEquals(expected.masked(), actual.masked(), about);
            }
        }
    }
}
