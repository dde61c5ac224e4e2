package lstm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lstm.cli.OneProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Runs every shell command of the README and of the pages in src/site, and every script in examples/, in a folder laid
 * out like the project's. It differs in two things: networks are trained for one epoch, and by {@code lstm train} and
 * {@code lstm batch} with 8 units if the command does not say how many; and goog.csv has its first rows only. Builds
 * ({@code mvn}) are left out, since the test runs inside one. Each test has a folder and a process of its own, so they
 * run side by side.
 */
@Order(2)
@Execution(ExecutionMode.CONCURRENT)
@Tag("process")
class ReadmeTest {
    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final Path README = ROOT.resolve("README.md");
    private static final Path SITE = ROOT.resolve("src/site");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)[^)]*\\)");
    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    /** Rows of the prices, which the slowest commands learn from. */
    private static final int PRICES = 400;

    private static final String GATE = "cron-gate.sh";

    private static final String FEWER = """
            case "$* " in *' --units '* | *--resume* | *--base*) few= ;; *) few='--units 8' ;; esac
            export LSTM_EPOCHS=1
            case $1 in train | batch) set -- "$@" $few ;; esac
            """;

    @TempDir
    private Path folder;

    private OneProcess process;

    @Test
    void everyCommandOfTheReadmeAndItsPagesRuns() throws Exception {
        layOut();
        List<String> commands = commands();
        assertTrue(commands.size() >= 20, "only " + commands);
        for (String command : commands) {
            assertEquals(0, bash(command), command + "\n" + Files.readString(folder.resolve("log")));
        }
    }

    @Test
    void everyPromiseIsNamedWithItsTest() throws IOException {
        String page = Files.readString(SITE.resolve("promises.md"));
        List<String> promises = new ArrayList<>();
        try (Stream<Path> tests = Files.list(ROOT.resolve("src/test/java/lstm/promises"))) {
            tests.map(file -> file.getFileName().toString().replace(".java", ""))
                    .filter(name -> name.matches("Promise\\d\\d\\w+Test"))
                    .forEach(promises::add);
        }
        assertEquals(21, promises.size(), promises.toString());
        List<String> missing = promises.stream()
                .filter(name -> !page.contains("`" + name + "`"))
                .sorted()
                .toList();
        assertEquals(List.of(), missing, "promises.md does not name these");
    }

    @Test
    void everyPageIsLinkedFromTheReadmeAndEveryLinkLeadsSomewhere() throws IOException {
        Set<Path> linked = new TreeSet<>();
        for (Path page : pages()) {
            Matcher links = LINK.matcher(Files.readString(page));
            while (links.find()) {
                Path target = page.resolveSibling(links.group(1)).normalize();
                assertTrue(Files.exists(target), page + " links to " + target);
                if (page.equals(README)) {
                    linked.add(target);
                }
            }
        }
        assertTrue(linked.containsAll(pages().subList(1, pages().size())), linked.toString());
    }

    @Test
    void everyExampleScriptRuns() throws Exception {
        layOut();
        for (String name : List.of("airline-passengers.csv", "goog.csv")) {
            Files.copy(
                    ROOT.resolve("data").resolve(name),
                    Files.createDirectories(folder.resolve("small")).resolve(name));
        }
        Files.copy(
                ROOT.resolve("data/airline-passengers.csv"),
                Files.createDirectory(folder.resolve("months")).resolve("airline.csv"));
        List<String> rows = Files.readAllLines(ROOT.resolve("data/goog.csv"));
        Files.write(folder.resolve("first.csv"), rows.subList(0, 151));
        Files.write(
                folder.resolve("rest.csv"),
                Stream.concat(Stream.of(rows.get(0)), rows.subList(151, 171).stream())
                        .toList());
        List<String> runs = List.of(
                "examples/train-and-predict.sh data/airline-passengers.csv --lookback 24",
                "examples/pipe.sh airline-passengers.model.json data/airline-passengers.csv 1960-01-01",
                "examples/nightly-batch.sh small out --lookback 30 --quiet",
                "examples/nightly-batch.sh small out --lookback 30 --jobs 1",
                "examples/nightly-table.sh data/unemployment-by-industry.csv industry table --target rate --lookback 24",
                "examples/compare-cells.sh cells data/airline-passengers.csv --lookback 12 --units 4 --epochs 2",
                "examples/figures.sh months 4 --epochs 1 --units 2 --layers 1 > figures.md",
                "examples/classic-table.sh first.csv rest.csv open '3 4'");

        for (String run : runs) {
            assertEquals(0, bash(run), run + "\n" + Files.readString(folder.resolve("log")));
        }

        assertTrue(Files.exists(folder.resolve("out/goog.forecast.csv")));
        assertEquals(
                1 + 14,
                Files.readAllLines(folder.resolve("table/forecasts.csv")).size());
        assertTrue(Files.exists(folder.resolve("cells/cells.svg")));
        List<String> figures = Files.readAllLines(folder.resolve("figures.md"));
        assertEquals(4, figures.size(), figures.toString());
        assertEquals(1, figures.stream().mapToInt(String::length).distinct().count(), figures.toString());
        String row = "\\| airline value +\\| +%d( \\| +[0-9]+\\.[0-9]{3} / [0-9]+\\.[0-9]{2}){8} \\|";
        assertTrue(figures.get(2).matches(String.format(Locale.ROOT, row, 1)), figures.get(2));
        assertTrue(figures.get(3).matches(String.format(Locale.ROOT, row, 12)), figures.get(3));
        assertEquals(
                2,
                Files.readAllLines(folder.resolve("out/status.ndjson")).stream()
                        .filter(line -> line.contains("\"status\":\"unchanged\""))
                        .count());
        List<String> table = Files.readAllLines(folder.resolve("log"));
        assertEquals(3, table.size(), table.toString());
        assertTrue(table.get(1).matches("3( +[0-9]+\\.[0-9]{3}){4}"), table.get(1));
        try (Stream<Path> scripts = Files.list(ROOT.resolve("examples"))) {
            List<String> commands = commands();
            for (Path script : scripts.filter(Files::isRegularFile).toList()) {
                String name = script.getFileName().toString();
                boolean isRun = name.equals(GATE)
                        || Stream.concat(runs.stream(), commands.stream()).anyMatch(run -> run.contains(name));
                assertTrue(isRun, name + " is not run");
            }
        }
    }

    @Test
    void theSkillGateKeepsTheLastGoodForecast() throws Exception {
        layOut();
        String run = "examples/" + GATE + " data/airline-passengers.csv ";
        assertEquals(0, bash(run + "-1e9 next.csv --lookback 24"), Files.readString(folder.resolve("log")));
        String good = Files.readString(folder.resolve("next.csv"));
        assertEquals("", Files.readString(folder.resolve("log")));
        assertEquals(6, bash(run + "1 next.csv --lookback 24"), Files.readString(folder.resolve("log")));
        assertEquals(good, Files.readString(folder.resolve("next.csv")));
        assertEquals(3, bash("examples/" + GATE + " missing.csv 0 next.csv"));
        assertEquals(good, Files.readString(folder.resolve("next.csv")));
    }

    @Test
    void aNightlyJobNamesWhatFailed() throws Exception {
        layOut();
        Files.writeString(Files.createDirectory(folder.resolve("bad")).resolve("x.csv"), "date,close\n2020-01-01,1\n");
        Files.writeString(folder.resolve("bad/y.csv"), "date,a,b\n2020-01-01,1,2\n");
        assertEquals(3, bash("examples/nightly-batch.sh bad out --quiet --jobs 1"));
        List<String> said = Files.readAllLines(folder.resolve("log"));
        assertTrue(said.get(0).startsWith("lstm: bad/x.csv: has 1 row, needs at least "), said.toString());
        assertTrue(said.get(1).endsWith("add --target a or another of \"b\""), said.toString());
        assertEquals(2, said.size());
    }

    /** The README first: commands of the other pages use models that it trains. */
    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(SITE)) {
            Stream<Path> site =
                    files.filter(file -> file.toString().endsWith(".md")).sorted();
            return Stream.concat(Stream.of(README), site).toList();
        }
    }

    private static List<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        for (Path page : pages()) {
            Matcher blocks = BLOCK.matcher(Files.readString(page));
            while (blocks.find()) {
                blocks.group(1).lines().filter(line -> !line.startsWith("mvn")).forEach(commands::add);
            }
        }
        return commands;
    }

    private void layOut() throws IOException, InterruptedException {
        for (String name : List.of("data", "examples")) {
            Files.createDirectory(folder.resolve(name));
            try (Stream<Path> files = Files.list(ROOT.resolve(name))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(
                            file, folder.resolve(name).resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        Path prices = folder.resolve("data/goog.csv");
        Files.write(prices, Files.readAllLines(prices).subList(0, 1 + PRICES));
        process = OneProcess.in(folder, FEWER);
    }

    @AfterEach
    void end() {
        if (process != null) {
            process.close();
        }
    }

    private int bash(String command) throws IOException, InterruptedException {
        return new ProcessBuilder("bash", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start()
                .waitFor();
    }
}
