package lstm.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import lstm.promises.Tier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only whole processes show, beside what the tests of the promises show: signals, pipes and other JDKs. */
@Order(3)
@Tag("process")
class ProcessTest {
    /** For what is stopped in its first tenths of a second. */
    private static final int EPOCHS = 10_000;

    /** A training of that many epochs, in steps of less than a millisecond. */
    private static final List<Object> LONG =
            List.of("--units", 1, "--layers", 1, "--lookback", 1, "--batch", 64, "--threads", 1, "--epochs", EPOCHS);

    @TempDir
    static Path shared;

    private static Path csv;

    @TempDir
    Path directory;

    @BeforeAll
    static void write() {
        csv = SeriesFile.of(shared.resolve("data.csv"), "y", 40, k -> Integer.toString(k % 5));
    }

    private static List<Object> lstm(Object... arguments) {
        // A shell that runs in the background has its children ignore Ctrl-C; these must not.
        List<Object> words = new ArrayList<>(List.of("env", "--default-signal=INT", Child.LAUNCHER));
        for (Object argument : arguments) {
            if (argument instanceof List<?> more) {
                words.addAll(more);
            } else {
                words.add(argument);
            }
        }
        return words;
    }

    @Test
    void helpLoadsNoLibraryThatComputes() throws Exception {
        Child.Ended ended = Child.run(
                directory,
                Path.of(System.getProperty("java.home"), "bin", "java"),
                "-Xlog:class+load",
                "-jar",
                Child.HOME.resolve("target/lstm.jar"),
                "evaluate",
                "--help");
        assertEquals(0, ended.code(), ended.err());
        assertTrue(ended.out().contains("picocli.CommandLine "), "classes are listed");
        assertFalse(ended.out().contains("org.hipparchus"), "least squares");
        assertFalse(ended.out().contains("org.nd4j"), "arrays");
    }

    @Test
    void theLibraryThatReadsOptionsSaysNothingOfItsOwn() throws Exception {
        Child.Ended ended =
                Child.run(directory, Child.LAUNCHER, "train", csv, "-o", "m.json", "--features", "open\"x", "--quiet");
        assertEquals(3, ended.code());
        assertEquals(
                "lstm: " + csv + ":1: no column \"open\"x\"; there are \"y\"",
                ended.err().strip());
    }

    @Test
    void aSignalSavesAllOfABatchAndTheSameCommandGoesOn() throws Exception {
        String signal = Tier.some(1, List.of("INT", "TERM")).get(0);
        int code = signal.equals("INT") ? 130 : 143;
        Path list = SeriesFile.of(
                directory.resolve("list.csv"),
                "file,name,epochs",
                4,
                k -> csv + ",n" + k + (k == 0 ? ",5" : "," + EPOCHS));
        List<Object> batch = lstm(
                "batch",
                list,
                "-o",
                directory.resolve("out"),
                "--jobs",
                2,
                "--units",
                1,
                "--layers",
                1,
                "--lookback",
                1,
                "--batch",
                64,
                "--preset",
                "classic");
        try (Child child = Child.start(directory, Map.of(), batch)) {
            child.awaitLine("batch 1/4 files");
            child.signal(signal);
            Child.Ended ended = child.end();
            assertEquals(code, ended.code(), ended.err());
            List<JsonNode> lines = ended.out()
                    .lines()
                    .map(line -> Cli.json(line.getBytes(StandardCharsets.UTF_8)))
                    .toList();
            assertEquals("done", lines.get(0).get("status").textValue());
            assertEquals("stopped", lines.get(1).get("status").textValue());
            assertEquals(code, lines.get(1).get("code").intValue());
            assertTrue(lines.size() <= 3, ended.out());
        }
        Child.Ended again = Child.run(directory, Map.of(), batch);
        assertEquals(0, again.code(), again.err());
        Path expected = directory.resolve("expected.json");
        Cli.run("train", csv, "-o", expected, "--quiet", LONG).succeeds();
        for (String name : List.of("n1", "n2", "n3")) {
            assertArrayEquals(
                    Files.readAllBytes(expected),
                    Files.readAllBytes(directory.resolve("out/" + name + ".model.json")),
                    name);
        }
    }

    @Test
    void aBatchWhoseReaderGoesAwayStopsAndSaves() throws Exception {
        Path list = SeriesFile.of(
                directory.resolve("list.csv"),
                "file,name,epochs",
                3,
                k -> csv + ",n" + k + (k < 2 ? ",5" : ",2000000"));
        String pipe =
                "\"$1\" batch \"$2\" -o out --jobs 1 --units 1 --layers 1 --lookback 1 --quiet | head -1 | wc -l; echo ${PIPESTATUS[0]}";
        Child.Ended ended = Child.run(directory, "bash", "-c", pipe, "bash", Child.LAUNCHER, list);
        assertEquals("1\n141\n", ended.out());
        assertEquals("", ended.err());
    }

    /** In a build the one that runs the tests: promise 6 trains with another. */
    @Test
    void everyJdkTrainsTheSameBytesAndStandardErrorHasNoLineButOurs() throws Exception {
        Set<Path> jdks = new TreeSet<>();
        jdks.add(Path.of(System.getProperty("java.home")).toRealPath());
        Path all = Path.of("/usr/lib/jvm");
        if (Tier.SOAK && Files.isDirectory(all)) {
            try (Stream<Path> homes = Files.list(all)) {
                for (Path home : homes.filter(jdk -> Files.isExecutable(jdk.resolve("bin/java")))
                        .toList()) {
                    jdks.add(home.toRealPath());
                }
            }
        }
        for (Path jdk : jdks) {
            saysOnlyItsOwnLines(jdk);
        }
    }

    private void saysOnlyItsOwnLines(Path jdk) throws Exception {
        Path dated = SeriesFile.weekdays(directory.resolve("dated.csv"), 60);
        Path expected = directory.resolve("expected.json");
        Cli.run("train", dated, "-o", expected, "--force", Cli.TINY).succeeds();
        Path model = directory.resolve("model.json");
        Child.Ended ended = Child.run(
                directory,
                Map.of("JAVA_HOME", jdk.toString(), "JAVA_TOOL_OPTIONS", "", "JDK_JAVA_OPTIONS", ""),
                lstm("train", dated, "-o", model, "--force", Cli.TINY));
        assertEquals(0, ended.code(), ended.err());
        for (String line : ended.err().lines().toList()) {
            assertTrue(
                    line.matches(
                            "(read|target|network|training|baseline|epoch|trained|scored|skill|better|model|next)? .*"),
                    line);
        }
        assertEquals("", ended.out());
        assertFalse(ended.err().isEmpty());
        assertArrayEquals(Files.readAllBytes(expected), Files.readAllBytes(model), "made by " + jdk);
    }
}
