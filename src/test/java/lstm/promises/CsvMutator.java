package lstm.promises;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/** Makes CSVs with columns date, close and open that are wrong in one to three places, or in their bytes. */
final class CsvMutator {
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

    private final Random random;
    private final String whole;

    CsvMutator(Random random, int days) {
        this.random = random;
        StringBuilder text = new StringBuilder("date,close,open\n");
        for (int day = 1; day <= days; day++) {
            text.append(
                    String.format(Locale.ROOT, "2020-%02d-%02d,%d,\"%d\"\n", 1 + day / 28, 1 + day % 28, day * 3, day));
        }
        whole = text.toString();
    }

    byte[] next() {
        StringBuilder text = new StringBuilder(whole);
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
}
