package lstm.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import lstm.error.LstmException;
import lstm.series.Missing;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.tensor.Seed;
import org.junit.jupiter.api.Test;

class LastRowsTest {
    private static Series last(Csv csv, ReadOptions options, int rows) throws LstmException {
        return CsvReader.read(
                new CsvSource("prices.csv", () -> new ByteArrayInputStream(csv.bytes())),
                options,
                CsvLimits.DEFAULT,
                rows);
    }

    private static Csv csv(Random random, boolean dated, boolean newestFirst) {
        int rows = 3 + random.nextInt(6000);
        double share = random.nextInt(3) == 0 ? 0 : Math.pow(10, -3 * random.nextDouble());
        int[] gapEnds = {0, 0};
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            StringBuilder line = new StringBuilder(
                    dated ? LocalDate.ofEpochDay(10_000 + row) + (row % 9 == 0 ? "T00:00:01" : "") : "x");
            for (int column = 0; column < 2; column++) {
                if (random.nextInt(3000) == 0) {
                    gapEnds[column] = row + random.nextInt(3000);
                }
                boolean gap = row < gapEnds[column] || random.nextDouble() < share;
                line.append(gap ? "," : "," + random.nextInt(1000) / 8.0);
            }
            lines.add(line.toString());
        }
        if (newestFirst) {
            Collections.reverse(lines);
        }
        return new Csv(("date,a,b\n" + String.join("\n", lines)).getBytes(UTF_8));
    }

    @Test
    void theyAreTheLastOfTheWholeSeries() {
        Random random = Seed.random();
        int read = 0;
        for (int k = 0; k < 100; k++) {
            boolean dated = random.nextInt(4) > 0;
            Csv csv = csv(random, dated, dated && random.nextBoolean());
            Missing policy = Missing.values()[1 + random.nextInt(4)];
            ReadOptions options = ReadOptions.DEFAULT
                    .withTarget("a")
                    .withFeatures(List.of("b"))
                    .withMissing(policy);
            int rows = 1 + random.nextInt(random.nextBoolean() ? 10 : 3000);
            read += same(csv, options, rows, "seed " + Seed.VALUE + ", case " + k + ", " + policy) ? 1 : 0;
        }
        assertTrue(read > 0);
    }

    private static boolean same(Csv csv, ReadOptions options, int rows, String where) {
        Series whole;
        try {
            whole = csv.read(options);
        } catch (LstmException e) {
            assertEquals(e.getMessage(), refusal(csv, options, rows), where);
            return false;
        }
        try {
            Series expected = whole.tail(rows);
            Series actual = last(csv, options, rows);
            assertEquals(expected.stamps(), actual.stamps(), where);
            for (int column = 0; column < 2; column++) {
                assertArrayEquals(expected.column(column), actual.column(column), where);
            }
            assertEquals(expected.masked(), actual.masked(), where);
            assertEquals(expected.notes(), actual.notes(), where);
            assertEquals(expected.kind(), actual.kind(), where);
            return true;
        } catch (LstmException e) {
            throw new AssertionError(where, e);
        }
    }

    private static String refusal(Csv csv, ReadOptions options, int rows) {
        try {
            last(csv, options, rows);
        } catch (LstmException e) {
            return e.getMessage();
        }
        return "nothing";
    }

    @Test
    void aFaultFarFromTheEndIsNamedAllTheSame() {
        StringBuilder text = new StringBuilder("y\n");
        for (int k = 0; k < 20_000; k++) {
            text.append(k == 15_000 ? "x" : k).append('\n');
        }
        Csv csv = new Csv(text.toString().getBytes(UTF_8));
        String message = refusal(csv, ReadOptions.DEFAULT, 5);
        assertTrue(message.startsWith("prices.csv:15002: column \"y\": \"x\" is not a number"), message);
    }
}
