package lstm.series;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import lstm.file.UserException;
import org.junit.jupiter.api.Test;

class HostileCsvTest {
    private static final String[] PIECES = {
        "\"",
        "\"\"",
        ",",
        ";",
        "\t",
        "|",
        "\n",
        "\r",
        "\r\n",
        "\0",
        "\ufeff",
        "NaN",
        "1e400",
        "-",
        "sep=;\n",
        "sep=\"\n",
        "1/2/2020",
        "2020-02-30",
        "31.12.1999",
        "20200101",
        "1,234",
        "\"1,234\"",
        "close",
        "date",
        "0x1p3",
        " ",
        "\u2028",
        "#N/A",
        "9",
        "0"
    };

    private static final List<Missing> POLICIES = List.of(Missing.values());

    private static byte[] mutant(Random random) {
        StringBuilder text = new StringBuilder("date,close,open\n");
        for (int day = 1; day < 20; day++) {
            text.append(String.format(java.util.Locale.ROOT, "2020-01-%02d,%d,\"%d\"\n", day, day * 3, day));
        }
        for (int k = random.nextInt(3); k >= 0; k--) {
            int at = random.nextInt(4) == 0 ? 0 : random.nextInt(text.length());
            int end = Math.min(text.length(), at + random.nextInt(4));
            text.replace(at, end, PIECES[random.nextInt(PIECES.length)]);
        }
        byte[] bytes = text.toString().getBytes(UTF_8);
        if (random.nextInt(4) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    @Test
    void anyBytesGiveAFiniteSeriesOrOneLineThatNamesTheFile() {
        String given = System.getProperty("seed", "");
        long seed = given.isEmpty() ? new Random().nextLong() : Long.parseLong(given);
        System.out.println("HostileCsvTest seed " + seed);
        Random random = new Random(seed);
        int read = 0;
        int refused = 0;
        for (int k = 0; k < 20_000; k++) {
            Csv csv = new Csv(mutant(random));
            Missing policy = POLICIES.get(random.nextInt(POLICIES.size()));
            ReadOptions options = ReadOptions.DEFAULT.withMissing(policy);
            try {
                Series series = csv.read(random.nextBoolean() ? options.withFeatures(List.of("open")) : options);
                for (double[] column : series.values()) {
                    assertTrue(Arrays.stream(column).allMatch(Double::isFinite), "seed " + seed);
                }
                Calendar calendar = Calendar.infer(series);
                long last = series.stamps()[series.rows() - 1];
                assertTrue(calendar.next(last) > last, "seed " + seed);
                read++;
            } catch (UserException e) {
                assertEquals(1, e.getMessage().lines().count(), "seed " + seed);
                assertTrue(
                        e.getMessage().startsWith("prices.csv") || e.kind() == UserException.Kind.USAGE,
                        "seed " + seed);
                refused++;
            }
        }
        assertTrue(read > 200 && refused > 200, read + " read, " + refused + " refused");
    }
}
