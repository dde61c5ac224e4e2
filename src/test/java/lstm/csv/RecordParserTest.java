package lstm.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import lstm.tensor.Seed;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records are the same as if commons-csv had split the whole text. */
class RecordParserTest {
    private static final int LIMIT = 1 << 20;
    private static final int BLOCK = 1 << 15;

    private static final List<String> PIECES = List.of(
            "a",
            "1.5",
            "\u00e9",
            "\ud83d\ude00",
            " ",
            "  ",
            "\t",
            "\u00a0",
            "\u2003",
            ",",
            ",",
            ";",
            "\n",
            "\n",
            "\r\n",
            "\r",
            "\"",
            "\"",
            "\"\"",
            "\"a\"",
            "\",\"",
            "\"\n",
            "5\"",
            "\n\"x\ny\"\r\n",
            "\u2028",
            "#",
            "\\");

    @Test
    void randomTextsAreSplitAsByTheParserAlone() throws IOException {
        Random random = Seed.random();
        for (int k = 0; k < 3_000; k++) {
            List<String> pieces = PIECES.subList(0, 12 + random.nextInt(PIECES.size() - 12));
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(40); length > 0; length--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            requireSame(text.toString(), random.nextBoolean() ? ',' : '\t');
        }
    }

    @Test
    void itMakesNoDifferenceWhereABlockOfTheTextEnds() throws IOException {
        Random random = Seed.random();
        for (int k = 0; k < 50; k++) {
            StringBuilder text = new StringBuilder("\"date\",y\n");
            String row = random.nextBoolean() ? "2020-01-01,1.5\r\n" : "2020-01-01,1.5\n";
            text.append(row.repeat(BLOCK / row.length() - 2));
            while (text.length() < BLOCK + 10) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            requireSame(text.toString(), ',');
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8_192, BLOCK - 1, BLOCK, 2 * BLOCK})
    void linesAreAsLongAsTheyMay(int length) throws IOException {
        for (String end : List.of("", "\n", "\r\n", "\r", ",\"q\"\r", ",\"q\"\r\n", ",\"q\"\rb")) {
            String text = "h" + ",x".repeat((length - 1) / 2) + end;
            requireSame(text, ',');
            requireSame(text + "\n1,2\n", ',');
        }
    }

    @Test
    void theFilesOfAllTestsAreSplitAsByTheParserAlone() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of("src/test/resources"))) {
            files = all.filter(file -> file.toString().matches(".*\\.(csv|txt|tsv)"))
                    .toList();
        }
        for (Path file : files) {
            String text = new String(Files.readAllBytes(file), UTF_8);
            if (text.indexOf('\0') < 0 && text.indexOf('\ufeff') < 0) {
                for (char delimiter : new char[] {',', ';', '\t'}) {
                    requireSame(text, delimiter);
                }
            }
        }
    }

    private static void requireSame(String text, char delimiter) throws IOException {
        String shown = text.length() < 100 ? text : text.length() + " characters";
        assertEquals(expected(text, delimiter), actual(text, delimiter), () -> shown + ", seed " + Seed.VALUE);
    }

    /** Line and fields of each record, and the line at which the text is at fault. */
    private static List<String> actual(String text, char delimiter) throws IOException {
        List<String> records = new ArrayList<>();
        RecordParser parser =
                new RecordParser(new TextReader(new ByteArrayInputStream(text.getBytes(UTF_8)), LIMIT), delimiter, 1);
        try {
            for (String[] cells = parser.next(); cells != null; cells = parser.next()) {
                records.add(parser.line() + Arrays.toString(cells));
            }
        } catch (CSVException e) {
            records.add(parser.line() + " is at fault");
        }
        return records;
    }

    private static List<String> expected(String text, char delimiter) throws IOException {
        List<String> records = new ArrayList<>();
        CSVParser parser = CSVParser.parse(new StringReader(text), RecordParser.format(delimiter));
        long line = 1;
        try {
            for (CSVRecord record : parser) {
                if (record.size() > 1 || record.get(0) != null) {
                    String[] cells = record.stream()
                            .map(cell -> Objects.requireNonNullElse(cell, "").strip())
                            .toArray(String[]::new);
                    records.add(line + Arrays.toString(cells));
                }
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (UncheckedIOException e) {
            records.add(line + " is at fault");
        }
        return records;
    }
}
