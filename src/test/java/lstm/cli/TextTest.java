package lstm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * All text for people: the help of each command and what one run of it prints, compared with files in
 * {@code src/test/resources/text}. All other tests read JSON, files, records or exit codes, so that a better wording
 * changes only these files. To rewrite them after a change, and then read the diff:
 *
 * <pre>mvn -Dtest=TextTest -Dgolden.text=write verify</pre>
 *
 * <p>Durations are masked, and so are decimal numbers that a network computed: their last digits may depend on the
 * processor.
 */
class TextTest {
    private static final Path GOLDEN = Path.of("src/test/resources/text");

    /** Relative, as paths are part of the text and of its line breaks. */
    private static final Path FOLDER = Path.of("target/text");

    private static final Path PRICES = FOLDER.resolve("prices.csv");
    private static final Path LATER = FOLDER.resolve("later.csv");
    private static final Path SALES = FOLDER.resolve("sales.csv");
    private static final Path MODEL = FOLDER.resolve("close.json");
    private static final Path AHEAD = FOLDER.resolve("ahead.json");
    private static final Path NEXT = FOLDER.resolve("next.csv");

    /** One thread: it prints nothing different, but is quickest for networks this small. */
    private static final List<Object> SMALL = List.of("--target", "close", Cli.TINY, "--threads", 1);

    @BeforeAll
    static void makeFiles() throws IOException {
        if (Files.exists(FOLDER)) {
            try (Stream<Path> old = Files.walk(FOLDER)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(FOLDER);
        SeriesFile.weekdays(PRICES, 120);
        SeriesFile.weekdays(LATER, 120, 160);
        SeriesFile.of(
                SALES,
                "month,sales",
                48,
                k -> String.format(
                        Locale.ROOT,
                        "%d-%02d,%s",
                        2019 + k / 12,
                        k % 12 + 1,
                        k == 30 ? "" : 100 + k + 20 * (k % 12 == 11 ? 1 : 0)));
        SeriesFile.lines(
                NEXT,
                "date,series,step,forecast,lower80,upper80",
                "2024-01-01,close,1,10,8,12",
                "2024-01-02,close,2,11,8,14",
                "2024-01-03,close,3,13,9,17");
        Cli.run("train", PRICES, SMALL, "-o", MODEL).succeeds();
        Cli.run("train", PRICES, SMALL, "--known-ahead", "open", "-o", AHEAD).succeeds();
    }

    static Stream<String> commands() {
        return Stream.concat(Stream.of("lstm"), CommandRegistry.names().stream());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpReadsAsReviewed(String command) throws IOException {
        Cli run = command.equals("lstm") ? Cli.run("--help") : Cli.run(command, "--help");
        String help = run.succeeds().out();
        assertTrue(help.lines().allMatch(line -> line.length() <= 80), help);
        check(command + ".help.txt", help);
    }

    static Stream<Arguments> runs() {
        Object out = FOLDER.resolve("out.csv");
        List<Object> to = List.of("--force", "-o", out);
        return Stream.of(
                computed("train", PRICES, SMALL, "-o", FOLDER.resolve("train.json")),
                computed("predict", MODEL, "--horizon", 3, "--format", "table"),
                computed("evaluate", MODEL, LATER, "--context", PRICES, "--horizon", 2, to),
                computed("backtest", PRICES, SMALL, "--origins", 3, "--horizon", 2, to),
                computed("tune", PRICES, SMALL, "--trials", 3, "--patience", 0, "-o", FOLDER.resolve("tune.json")),
                computed("update", MODEL, LATER, "--epochs", 1, "-o", FOLDER.resolve("update.json")),
                computed("explain", MODEL, PRICES, to),
                computed("compare", PRICES, SMALL, "--cells", "lstm,rnn", to),
                computed("inspect", MODEL),
                computed("batch", PRICES, FOLDER.resolve("none.csv"), SMALL.subList(0, 3), "--jobs", 1, "-o", FOLDER),
                Arguments.of("check", List.of(SALES), false),
                Arguments.of("future", List.of(AHEAD, "--horizon", 3), false),
                Arguments.of("plot", List.of(NEXT), false));
    }

    private static Arguments computed(String command, Object... arguments) {
        return Arguments.of(command, List.of(arguments), true);
    }

    @ParameterizedTest
    @MethodSource("runs")
    void aRunReadsAsReviewed(String command, List<Object> arguments, boolean isComputed) throws IOException {
        Cli run = Cli.run(command, arguments);
        assertEquals(command.equals("batch") ? 3 : 0, run.code(), run.err());
        String text = (run.err() + run.out())
                .replaceAll("(?m)^((?:lstm|rnn) +\\d+ +\\d+) +[0-9.]+(?= +\\d+ )", "$1 #")
                .replaceAll("\\d+(\\.\\d+)?( s\\b| epochs/s\\b| s/epoch\\b)", "#$2")
                .replaceAll("\"(seconds|skill|rmse|naive_rmse)\":[0-9.e-]+", "\"$1\":#")
                .replaceAll("\"(run|made_at|model_version)\":\"[^\"]+", "\"$1\":\"#");
        check(command + ".txt", isComputed ? masked(text) : text);
    }

    /** Decimal numbers lose their digits and signs, but not their width. */
    private static String masked(String text) {
        return Pattern.compile("[- ]?\\b\\d+\\.\\d+(e-?\\d+)?")
                .matcher(text)
                .replaceAll(number -> number.group().replaceAll("\\d", "#").replace('-', ' '));
    }

    @Test
    void everyCommandHasARun() {
        List<String> silent = List.of("completion", "doctor", "man");
        assertEquals(
                CommandRegistry.names().stream()
                        .filter(name -> !silent.contains(name))
                        .sorted()
                        .toList(),
                runs().map(run -> (String) run.get()[0]).sorted().toList());
    }

    private static void check(String name, String text) throws IOException {
        Path golden = GOLDEN.resolve(name);
        if (System.getProperty("golden.text", "").equals("write")) {
            Files.writeString(golden, text);
        }
        assertEquals(Files.readString(golden), text);
    }
}
