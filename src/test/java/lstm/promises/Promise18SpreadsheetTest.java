package lstm.promises;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lstm.cli.Cli;
import lstm.cli.SeriesFile;
import lstm.report.Table;
import lstm.report.TableFormat;
import lstm.tensor.Seed;
import lstm.text.PrintableText;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Promise 18: a spreadsheet opens our CSV safely, and what was escaped for it comes back. */
class Promise18SpreadsheetTest {
    private static final String COMMANDS = "=+-@\t\r";
    private static final String[] PIECES = {
        "=",
        "+",
        "-",
        "@",
        "\t",
        "\r",
        "\n",
        "\"",
        "'",
        ",",
        ";",
        " ",
        "1",
        "cmd|' /C calc'!A0",
        "SUM(A1)",
        "\u00e4",
        "\u20ac",
        "\ud83d\ude00",
        "\uff1d",
        "x",
        "#",
        "\\",
        "\u2028"
    };

    @TempDir
    Path directory;

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int k = random.nextInt(5); k >= 0; k--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private static List<CSVRecord> parsed(String csv) throws IOException {
        try (CSVParser parser = CSVParser.parse(csv, CSVFormat.DEFAULT)) {
            return parser.getRecords();
        }
    }

    private static void isSafe(String cell) {
        assertTrue(cell.isEmpty() || COMMANDS.indexOf(cell.charAt(0)) < 0, "a spreadsheet would run " + cell);
    }

    /** What a reader does to have the text: takes off one apostrophe where one was put. */
    private static String unescaped(String cell) {
        return cell.matches("(?s)'+[=+\\-@\t\r].*") ? cell.substring(1) : cell;
    }

    @Test
    void anyTextIsSafeAndComesBackAndNumbersAreNeverAltered() throws IOException {
        Random random = Seed.random();
        int count = Tier.count(5_000, 2_000_000);
        for (int k = 0; k < count; k++) {
            String name = text(random);
            String id = text(random);
            double number = Double.longBitsToDouble(random.nextLong());
            number = Double.isFinite(number) ? number : -number(random);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            TableFormat.CSV.write(new Table(List.of(name, "n"), List.of(List.of(id, number))), bytes);
            List<CSVRecord> records = parsed(bytes.toString(UTF_8));
            String where = "seed " + Seed.VALUE + ", case " + k;
            assertEquals(2, records.size(), where);
            isSafe(records.get(0).get(0));
            isSafe(records.get(1).get(0));
            assertEquals(name, unescaped(records.get(0).get(0)), where);
            assertEquals(id, unescaped(records.get(1).get(0)), where);
            assertEquals(number, Double.parseDouble(records.get(1).get(1)), where);
        }
        Figures.report("18.cells.round.trip", 2 * count);
    }

    private static double number(Random random) {
        return random.nextInt(1000) / 8.0;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "=cmd|' /C calc'!A0",
                "'=1",
                "''@x",
                "=HYPERLINK(\"\"http://x\"\")",
                "-2+3,4",
                "=a\nb"
            })
    void aColumnsNameFromTheDataIsSafeInEveryCommand(String header) throws IOException {
        Path csv = SeriesFile.of(
                directory.resolve("data.csv"),
                "date,\"" + header + "\"",
                60,
                k -> SeriesFile.weekday(k) + "," + -k % 7);
        Path model = directory.resolve("m.json");
        Cli.run("train", csv, "-o", model, Cli.TINY).succeeds();
        List<Cli> runs = new ArrayList<>();
        runs.add(Cli.run("predict", model, "--horizon", 3).succeeds());
        runs.add(Cli.run("predict", model, csv).succeeds());
        runs.add(Cli.run("evaluate", model, csv).succeeds());
        runs.add(Cli.run("inspect", model, "--history").succeeds());
        runs.add(Cli.run("explain", model, csv).succeeds());
        runs.add(Cli.run("backtest", csv, "--origins", 2, Cli.TINY).succeeds());
        runs.add(Cli.run("compare", csv, "--cells", "rnn", Cli.TINY).succeeds());
        String name = header.replace("\"\"", "\"");
        for (CSVRecord forecast : parsed(runs.get(0).out()).subList(1, 4)) {
            assertEquals(name, unescaped(forecast.get(1)));
            Double.parseDouble(forecast.get(3));
        }
        for (Cli run : runs) {
            for (CSVRecord record : parsed(run.out())) {
                for (String cell : record) {
                    if (!isNumber(cell)) {
                        isSafe(cell);
                    }
                }
            }
        }
    }

    private static boolean isNumber(String cell) {
        return cell.matches("[+-]?[0-9.]+(E[+-]?[0-9]+)?");
    }

    /** Marks of direction and characters without width would make a name read as another. */
    @Test
    void namesShowWhatTheySay() throws IOException {
        String tricky = "y\u202etxe\u200b\u2066";
        Path csv = SeriesFile.of(
                directory.resolve("a\u202eb\u200b.csv"),
                "date," + tricky,
                60,
                k -> SeriesFile.weekday(k) + "," + k % 7);
        Path model = directory.resolve("m\u202e.json");
        Path picture = directory.resolve("p.svg");
        Path page = directory.resolve("p.html");
        for (List<Object> command : List.of(
                List.<Object>of("check", csv),
                List.<Object>of("check", csv, "--json"),
                List.<Object>of("train", csv, "-o", model, "--plot", picture, "--report", page, Cli.TINY),
                List.<Object>of("predict", model, csv, csv, "--format", "table"),
                List.<Object>of("predict", model, "--format", "json"),
                List.<Object>of("predict", model, "--plot", "-"),
                List.<Object>of("inspect", model),
                List.<Object>of("train", csv, "-o", model))) {
            Cli run = Cli.run(command);
            for (String shown :
                    List.of(run.err(), command.contains("predict") && !command.contains("--format") ? "" : run.out())) {
                assertTrue(
                        shown.codePoints().noneMatch(c -> c != '\n' && PrintableText.isDeceptive(c)), command + shown);
            }
        }
        for (Path file : List.of(picture, page)) {
            String text = Files.readString(file);
            assertTrue(text.codePoints().noneMatch(c -> c != '\n' && PrintableText.isDeceptive(c)), text);
        }
    }
}
