package lstm.promises;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Makes CSVs with columns date, close and open that are wrong in one place or more, or in their bytes. */
final class CsvMutator extends TextMutator {
    static final String[] PIECES = {
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
        "Q1 2000",
        "2019-W53-7",
        "Jan-49",
        "1 janv. 2020",
        "31.12.2020 24:00 - 01:00",
        "1592046000.5",
        "45000,5",
        "Total",
        "1,234",
        "\"1,234\"",
        "1.012",
        "\"1.234,5\"",
        "5\u202f821.39",
        "1'005.80",
        "48.00-",
        "(48)",
        "\u2212",
        "$",
        "\u20ac",
        "%",
        "K",
        "M",
        "<1",
        " \u00b0C",
        "\"12,34,567\"",
        "-999",
        "close",
        "date",
        "0x1p3",
        " ",
        "\u2028",
        "#N/A",
        "9",
        "0"
    };

    CsvMutator(Random random, int days) {
        super(random, List.of(PIECES), List.of(prices(days)));
    }

    private static String prices(int days) {
        StringBuilder text = new StringBuilder("date,close,open\n");
        for (int day = 1; day <= days; day++) {
            text.append(
                    String.format(Locale.ROOT, "2020-%02d-%02d,%d,\"%d\"\n", 1 + day / 28, 1 + day % 28, day * 3, day));
        }
        return text.toString();
    }
}
