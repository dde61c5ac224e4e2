package lstm.promises;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lstm.cli.Child;
import lstm.cli.Cli;
import lstm.cli.SeriesFile;
import lstm.file.FailingDisk;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Output is whole or reported: a reader that goes away ends it silently with 141, a full disk with 7; a file that is
 * asked for with -o appears at once and whole.
 */
@Order(13)
@Tag("process")
class Promise16OutputTest {
    @TempDir
    static Path shared;

    private static Path csv;
    private static Path model;
    /** What the launcher starts, on a JVM that starts in less time. */
    private static Path program;

    @TempDir
    Path directory;

    /** With a history that is longer than a pipe holds. */
    @BeforeAll
    static void train() throws IOException {
        csv = SeriesFile.numbers(shared.resolve("data.csv"), 5_000);
        model = shared.resolve("goog.model.json");
        Path few = SeriesFile.numbers(shared.resolve("few.csv"), 40);
        String start =
                Jvm.brief().command().stream().map(word -> "'" + word + "' ").collect(Collectors.joining());
        program = Files.writeString(shared.resolve("lstm"), "#!/bin/sh\nLC_ALL=C.UTF-8 exec " + start + "\"$@\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<Object> words = List.of("--units", 1, "--layers", 1, "--lookback", 1, "--batch", 64, "--epochs", 6_000);
        Cli.run("train", few, "-o", model, "--quiet", words).succeeds();
    }

    private static Child.Ended shell(Path directory, String script) throws Exception {
        return Child.run(directory, "bash", "-c", script, program, model, csv);
    }

    static List<String> read() {
        return Tier.some(
                1,
                List.of(
                        "inspect \"$1\" --history",
                        "inspect \"$1\" --history --format table",
                        "evaluate \"$1\" \"$2\"",
                        "predict \"$1\" --horizon 3000 --format ndjson"));
    }

    @ParameterizedTest
    @MethodSource("read")
    void aReaderThatGoesAwayIsNoError(String command) throws Exception {
        Child.Ended ended = shell(directory, "\"$0\" " + command + " --quiet | head -1; echo ${PIPESTATUS[0]}");
        List<String> lines = ended.out().lines().toList();
        assertEquals("141", lines.get(lines.size() - 1), ended.toString());
        assertEquals("", ended.err());
    }

    static List<String> written() {
        return Tier.some(
                2,
                List.of(
                        "inspect \"$1\" --json --quiet",
                        "predict \"$1\" \"$2\" --format json --quiet",
                        "evaluate \"$1\" \"$2\" --json --quiet",
                        "train \"$2\" -o m.json --units 1 --layers 1 --lookback 1 --epochs 1 --batch 500 --json --quiet",
                        "train --help",
                        "--version"));
    }

    @ParameterizedTest
    @MethodSource("written")
    void aFullDeviceIsReported(String command) throws Exception {
        Child.Ended ended = shell(directory, "\"$0\" " + command + " >/dev/full");
        assertEquals(7, ended.code(), ended.err());
        assertEquals(
                "lstm: standard output cannot be written, output is incomplete: the disk is full; fix that and run it"
                        + " again\n",
                ended.err());
    }

    @Test
    void theLauncherItselfIsThusToo() throws Exception {
        String script = "\"$0\" inspect \"$1\" --history | head -1; echo ${PIPESTATUS[0]}";
        Child.Ended gone = Child.run(directory, "bash", "-c", script, Child.LAUNCHER, model);
        assertTrue(gone.out().endsWith("\n141\n"), gone.toString());
        assertEquals("", gone.err());
        Child.Ended full =
                Child.run(directory, "bash", "-c", "\"$0\" predict \"$1\" -q >/dev/full", Child.LAUNCHER, model);
        assertEquals(7, full.code(), full.err());
    }

    /**
     * Java would take a closed descriptor for a file of its own: reading it crashed, and messages could go into a file.
     */
    @Test
    void whatIsClosedCannotBeReadOrWrittenAndIsNotTakenForAnotherFile() throws Exception {
        String script = String.join(
                "\n",
                "\"$0\" check - <&- & read=$!",
                "\"$0\" inspect \"$1\" >&- & written=$!",
                "\"$0\" predict \"$1\" --quiet <&- 2>&- >next.csv & unsaid=$!",
                "\"$0\" predict \"$1\" <&- >&- 2>&- & nothing=$!",
                "for job in $read $written $unsaid $nothing; do wait $job; echo $?; done");
        Child.Ended ended = Child.run(directory, "bash", "-c", script, Child.LAUNCHER, model);
        assertEquals(List.of("7", "7", "0", "7"), ended.out().lines().toList(), ended.err());
        assertEquals(2, ended.err().lines().count(), ended.err());
        assertEquals(
                Cli.run("predict", model, "--quiet").succeeds().out(), Files.readString(directory.resolve("next.csv")));
    }

    @Test
    void aFileThatMayNotGrowIsReported() throws Exception {
        Child.Ended ended = shell(directory, "ulimit -f 64; \"$0\" inspect \"$1\" --history >history.csv");
        assertEquals(7, ended.code(), ended.err());
        assertEquals(1, ended.err().lines().count(), ended.err());
        Child.Ended file = shell(directory, "ulimit -f 64; \"$0\" inspect \"$1\" --history -o whole.csv");
        assertEquals(7, file.code(), file.err());
        assertEquals(List.of("history.csv"), names());
    }

    @Test
    void standardOutputThatIsClosedIsReported() throws Exception {
        Child.Ended ended = shell(directory, "\"$0\" predict \"$1\" --quiet >&-");
        assertEquals(7, ended.code(), ended.err());
        assertEquals(1, ended.err().lines().count(), ended.err());
    }

    @Test
    void standardErrorThatIsClosedDisturbsNothing() throws Exception {
        Child.Ended ended = shell(directory, "\"$0\" predict \"$1\" 2>&-");
        assertEquals(0, ended.code());
        assertEquals(Cli.run("predict", model).succeeds().out(), ended.out());
        assertArrayEquals(new Object[0], names().toArray());
    }

    @Test
    void aFileAppearsAtOnceAndWhole() throws Exception {
        byte[] whole = Cli.run("inspect", model, "--history").succeeds().bytes();
        appears(whole, null);
        appears(whole, "old");
    }

    /** Looks before each of the disk's calls what is there. */
    private void appears(byte[] whole, String old) throws Exception {
        Path output = directory.resolve("next.csv");
        Files.deleteIfExists(output);
        if (old != null) {
            Files.writeString(output, old);
        }
        List<String> seen = new ArrayList<>();
        FailingDisk disk = new FailingDisk((call, name) -> seen.add(seenOf(output, whole)) && false);
        Cli.runOn(disk, System::nanoTime, "inspect", model, "--history", "-o", output, "--force")
                .succeeds();
        assertEquals(disk.calls().size(), seen.size());
        assertTrue(seen.size() > 12, "only " + seen.size() + " calls");
        assertEquals(
                List.of(old == null ? "none" : old, "whole"),
                seen.stream().distinct().toList());
        assertEquals("whole", seenOf(output, whole));
    }

    private static String seenOf(Path output, byte[] whole) {
        try {
            if (!Files.exists(output)) {
                return "none";
            }
            byte[] bytes = Files.readAllBytes(output);
            return Arrays.equals(whole, bytes) ? "whole" : new String(bytes, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anOutputThatCannotBeWholeIsNotThere() throws Exception {
        Path output = directory.resolve("next.csv");
        Path bad = Files.writeString(directory.resolve("bad.csv"), "y\n1\n2\nx\n", UTF_8);
        assertEquals(3, Cli.run("predict", model, bad, "-o", output).code());
        assertFalse(Files.exists(output));
    }

    private List<String> names() throws Exception {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** A stream is no place to keep checkpoints: it gets the finished model alone. */
    @Test
    void aPipeGetsTheFinishedModelAlone() throws Exception {
        String train = "\"$0\" train \"$2\" --units 1 --layers 1 --lookback 1 --epochs 2 --batch 500 -q ";
        Child.Ended ended = shell(directory, train + "-o m.json && " + train + "-o /dev/stdout | cat >piped.json");
        assertEquals(0, ended.code(), ended.err());
        assertEquals(-1, Files.mismatch(directory.resolve("m.json"), directory.resolve("piped.json")));
        for (String refused : List.of("--resume", "--update")) {
            Cli.run("train", csv, "-o", "/dev/null", refused).fails(2, "/dev/null");
        }
        Cli.run("tune", csv, "-o", "/dev/null").fails(2, "/dev/null");
    }
}
