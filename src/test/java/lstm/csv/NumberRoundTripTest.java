package lstm.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.promises.Tier;
import lstm.series.DecimalSign;
import lstm.series.NumberStyle;
import lstm.series.ReadOptions;
import lstm.series.Series;
import org.junit.jupiter.api.Test;

/** Numbers in a random dress are read back exactly, or the two readings are shown; never is another number read. */
class NumberRoundTripTest {
    private static final String[] GROUPS = {"", ".", ",", " ", "\u00a0", "\u202f", "'", "\u2019", "_"};
    private static final String[] DATES = {"2020-01-%02d", "%02d.01.2020", "01/%02d/2020", "%02d/01/2020"};
    private static final String[] BEFORE = {"", "", "", "$", "\u20ac ", "CHF ", "R$"};
    private static final String[] BEHIND = {"", "", "", "%", " %", " \u00b0C", " kWh", " \u20ac", " kr"};

    @Test
    void everyNumberIsReadAsWrittenOrAskedAbout() throws Exception {
        String given = System.getProperty("seed", "");
        long seed = given.isEmpty() ? new Random().nextLong() : Long.parseLong(given);
        System.out.println("NumberRoundTripTest seed " + seed);
        Random random = new Random(seed);
        int read = 0;
        int asked = 0;
        for (int k = 0; k < Tier.count(250, 100_000); k++) {
            RandomFile file = new RandomFile(random);
            boolean answered = file.check("seed " + seed + " file " + k + ": ");
            read += answered ? 1 : 0;
            asked += answered ? 0 : 1;
        }
        assertTrue(read > 20 * asked, read + " read, " + asked + " asked about");
    }

    /** A file of one column whose style is drawn. */
    private static final class RandomFile {
        private final Random random;
        private final DecimalSign decimal;
        private final String group;
        private final char delimiter;
        private final String date;
        private final String before;
        private final String behind;
        private final int digits;
        private final boolean trimmed;
        private final int minus;
        private final double size;

        RandomFile(Random random) {
            this.random = random;
            decimal = random.nextBoolean() ? DecimalSign.POINT : DecimalSign.COMMA;
            String any = GROUPS[random.nextInt(GROUPS.length)];
            group = any.equals(String.valueOf(decimal.character())) ? "" : any;
            delimiter = ";,\t|".charAt(random.nextInt(4));
            date = DATES[random.nextInt(DATES.length)];
            before = BEFORE[random.nextInt(BEFORE.length)];
            behind = before.isEmpty() ? BEHIND[random.nextInt(BEHIND.length)] : "";
            digits = random.nextInt(5);
            trimmed = random.nextBoolean();
            minus = random.nextInt(6);
            size = Math.pow(10, random.nextInt(7));
        }

        /** Whether it was read without a question. */
        boolean check(String where) throws Exception {
            List<BigDecimal> values = new ArrayList<>();
            List<String> lines = new ArrayList<>(List.of("date" + delimiter + "y"));
            for (int row = 1; row <= 20; row++) {
                BigDecimal value = value();
                values.add(value);
                lines.add(String.format(java.util.Locale.ROOT, date, row) + delimiter + quoted(cell(value)));
            }
            Csv csv = Csv.of(lines.toArray(String[]::new));
            double[] expected =
                    values.stream().mapToDouble(BigDecimal::doubleValue).toArray();
            ReadOptions options = ReadOptions.DEFAULT
                    .withDelimiter(delimiter)
                    .withTarget("y")
                    .withDateFormat(
                            date.startsWith("2020")
                                    ? "yyyy-MM-dd"
                                    : date.startsWith("01")
                                            ? "MM/dd/yyyy"
                                            : date.contains(".") ? "dd.MM.yyyy" : "dd/MM/yyyy")
                    .withMissingMarks(List.of());
            String text = where + lines;
            Series asTold = csv.read(options.withNumbers(NumberStyle.UNKNOWN.withDecimal(decimal)));
            assertArrayEquals(expected, asTold.column(0), text);
            try {
                Series series = csv.read(options);
                if (looksOtherwise(lines)) {
                    return true;
                }
                assertArrayEquals(expected, series.column(0), text);
                return true;
            } catch (LstmException e) {
                assertEquals(
                        Setting.DECIMAL,
                        e.remedy().settings().findFirst().orElseThrow().setting(),
                        text + e);
                return false;
            }
        }

        /** Whether each cell has groups of three digits behind one point or comma only: a look that may deceive. */
        private boolean looksOtherwise(List<String> lines) {
            return lines.stream().skip(1).map(line -> line.substring(11)).noneMatch(cell -> {
                NumberCell number = NumberCell.of(cell.replace("\"", ""));
                return Double.isNaN(number.value(DecimalSign.POINT)) || Double.isNaN(number.value(DecimalSign.COMMA));
            });
        }

        private BigDecimal value() {
            BigDecimal value =
                    BigDecimal.valueOf(Math.round((random.nextDouble() + 0.1) * size * Math.pow(10, digits)), digits);
            value = trimmed && value.signum() != 0 ? value.stripTrailingZeros() : value;
            value = value.scale() < 0 ? value.setScale(0) : value;
            return minus > 0 && random.nextInt(4) == 0 ? value.negate() : value;
        }

        private String cell(BigDecimal value) {
            String plain = value.abs().toPlainString();
            int point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
            StringBuilder text = new StringBuilder(plain.replace('.', decimal.character()));
            for (int at = point - 3; at > 0; at -= 3) {
                text.insert(at, group);
            }
            String number = before + text + behind;
            if (value.signum() >= 0) {
                return number;
            }
            return switch (minus) {
                case 1 -> "-" + number;
                case 2 -> before + "-" + text + behind;
                case 3 -> number + "-";
                case 4 -> "(" + number + ")";
                default -> "\u2212" + number;
            };
        }

        private String quoted(String cell) {
            return cell.indexOf(delimiter) >= 0 ? '"' + cell + '"' : cell;
        }
    }
}
