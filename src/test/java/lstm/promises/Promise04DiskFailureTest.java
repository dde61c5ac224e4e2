package lstm.promises;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import lstm.cli.Child;
import lstm.cli.Cli;
import lstm.cli.PausingProgram;
import lstm.cli.SeriesFile;
import lstm.file.Disk;
import lstm.file.FailingDisk;
import lstm.tensor.Seed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever fails in writing: exit code 7, the old file as it was, no temporary file left, and training stops instead of
 * pretending.
 */
@Order(9)
class Promise04DiskFailureTest {
    private static int injected;

    @TempDir
    static Path shared;

    private static TinyTraining training;
    private static Path finished;

    @TempDir
    Path directory;

    private Path model;

    @BeforeAll
    static void trainWithoutAFailure() throws IOException {
        training = TinyTraining.run(shared, "--epochs", Tier.count(2, 8), "--threads", 1);
        finished = Files.write(shared.resolve("finished.model.json"), training.last());
    }

    @BeforeEach
    void nameModel() {
        model = directory.resolve("goog.model.json");
    }

    @Test
    void whicheverCallFailsTrainingStopsWithTheLastSave() throws Exception {
        Files.writeString(model, "old");
        trainFailing(failing -> (call, name) -> call == failing, true, Tier.count(8, 1));
    }

    @Test
    void aDiskThatIsFullForGoodStopsTrainingWithTheLastSave() throws Exception {
        // Names can still be removed from it.
        trainFailing(failing -> (call, name) -> call >= failing && !name.equals("delete"), true, Tier.count(12, 1));
    }

    @Test
    void aDiskThatCannotEvenRemoveNamesLeavesNoneThatTheNextTrainingDoesNotSweep() throws Exception {
        trainFailing(failing -> (call, name) -> call >= failing, false, Tier.count(14, 7));
    }

    /** A disk that fails from, or at, a call of that number on. */
    private interface Failing {
        BiPredicate<Integer, String> at(int call);
    }

    private void trainFailing(Failing failing, boolean tidy, int every) throws IOException {
        byte[] old = Files.exists(model) ? Files.readAllBytes(model) : null;
        for (int call = 1 + Seed.random().nextInt(every); ; call += every) {
            restore(old);
            FailingDisk disk = new FailingDisk(failing.at(call));
            Cli run = Cli.runOn(disk, PausingProgram.hastyClock(), training.begin(model), "--quiet", "--force");
            String where = "call " + call + " " + last(disk) + ": " + run.err();
            if (run.code() == 0) {
                assertTrue(call > training.calls() / 2 && disk.calls().size() < call, where);
                assertArrayEquals(training.last(), Files.readAllBytes(model), where);
                return;
            }
            injected++;
            isReported(run, model, where);
            // Nothing is tried after the failure but to clear up.
            List<String> after = disk.calls().subList(call, disk.calls().size());
            assertTrue(after.stream().allMatch(name -> name.equals("delete") || name.equals("close")), where + after);
            isAsBefore(old, where);
            if (tidy) {
                assertEquals(Files.exists(model) ? List.of("goog.model.json") : List.of(), names(), where);
            } else {
                training.endsInTheSameBytes(startedAnew(old), where);
            }
        }
    }

    private void restore(byte[] old) throws IOException {
        if (old == null) {
            Files.deleteIfExists(model);
        } else {
            Files.write(model, old);
        }
    }

    /** The file holds what it did before, or a whole save. */
    private void isAsBefore(byte[] old, String where) throws IOException {
        byte[] now = Files.exists(model) ? Files.readAllBytes(model) : null;
        assertTrue(Arrays.equals(old, now) || now != null && training.wrote(now), where);
    }

    private Path startedAnew(byte[] old) throws IOException {
        if (Files.exists(model) && Arrays.equals(old, Files.readAllBytes(model))) {
            Files.delete(model);
        }
        return model;
    }

    private static String last(FailingDisk disk) {
        return disk.calls().isEmpty() ? "" : disk.calls().get(disk.calls().size() - 1);
    }

    private static void isReported(Cli run, Path file, String where) {
        assertEquals(7, run.code(), where);
        assertEquals("", run.out(), where);
        assertEquals(1, run.err().lines().count(), where);
        assertTrue(run.err().startsWith("lstm: " + file + ": ") && run.err().contains("; "), where);
    }

    @Test
    void aForecastThatCannotBeWrittenLeavesTheOldOneOrNone() throws Exception {
        Path output = directory.resolve("next.csv");
        byte[] whole = Cli.run("predict", finished, "--horizon", 9).succeeds().bytes();
        for (boolean old : new boolean[] {false, true}) {
            int every = Tier.count(2, 1);
            for (int call = 1 + Seed.random().nextInt(every); ; call += every) {
                Files.deleteIfExists(output);
                if (old) {
                    Files.writeString(output, "old");
                }
                int failing = call;
                FailingDisk disk = new FailingDisk((made, name) -> made == failing);
                List<Object> words = new ArrayList<>(List.of("predict", finished, "--horizon", 9, "-o", output));
                if (old) {
                    words.add("--force");
                }
                Cli run = Cli.runOn(disk, System::nanoTime, words, "--quiet");
                String where = "call " + call + " of " + disk.calls() + ": " + run.err();
                if (run.code() == 0) {
                    assertArrayEquals(whole, Files.readAllBytes(output), where);
                    if (disk.calls().size() < call) {
                        break;
                    }
                    // The failure had a way around it: no hard links.
                    continue;
                }
                injected++;
                isReported(run, output, where);
                String now = Files.exists(output) ? Files.readString(output) : "";
                assertTrue(now.equals(old ? "old" : "") || Arrays.equals(whole, Files.readAllBytes(output)), where);
                assertEquals(now.isEmpty() ? List.of() : List.of("next.csv"), names(), where);
            }
        }
    }

    /** Every command with all the files that it can write beside one another. */
    private List<List<Object>> writers() throws IOException {
        Path prices = SeriesFile.weekdays(shared.resolve("prices.csv"), 60);
        Path priced = shared.resolve("prices.model.json");
        Cli.run("train", prices, "-o", priced, "--force", Cli.TINY).succeeds();
        Path scored = shared.resolve("scored.csv");
        Cli.run("evaluate", priced, prices, "-o", scored, "--force").succeeds();
        Path csv = directory.resolve("out.csv");
        Path svg = directory.resolve("out.svg");
        Path page = directory.resolve("out.html");
        List<Object> both = List.of("-o", csv, "--plot", svg, "--force", "--quiet");
        return List.of(
                List.of("evaluate", priced, prices, both, "--report", page),
                List.of("backtest", prices, both, "--origins", 2, "--report", page, Cli.TINY),
                List.of("explain", priced, prices, both),
                List.of(
                        "compare",
                        prices,
                        both,
                        "--cells",
                        "rnn",
                        "--gradients",
                        directory.resolve("by.csv"),
                        Cli.TINY),
                List.of("inspect", priced, "-o", csv, "--history", "--force"),
                List.of("plot", scored, "-o", svg, "--force"));
    }

    @Test
    void whicheverCallFailsEveryOutputOfEveryCommandIsOldOrWhole() throws Exception {
        for (List<Object> command : Tier.some(3, writers())) {
            clear();
            // The clock stands still, as compare tells how long it took.
            Cli.runOn(Disk.LOCAL, () -> 0, command).succeeds();
            Map<String, String> whole = contents();
            for (int call = 1; ; call += Tier.count(3, 1)) {
                for (String name : whole.keySet()) {
                    Files.writeString(directory.resolve(name), "old");
                }
                int failing = call;
                FailingDisk disk = new FailingDisk((made, name) -> made == failing);
                Cli run = Cli.runOn(disk, () -> 0, command);
                String where = "call " + call + " of " + disk.calls() + " of " + command + ": " + run.err();
                assertEquals(whole.keySet(), contents().keySet(), where);
                if (run.code() == 0) {
                    assertEquals(whole, contents(), where);
                    assertTrue(disk.calls().size() >= 8 * whole.size(), "some output goes past the disk: " + where);
                    if (disk.calls().size() < call) {
                        break;
                    }
                    continue;
                }
                injected++;
                assertEquals(7, run.code(), where);
                assertEquals(1, run.err().lines().count(), where);
                assertTrue(run.err().startsWith("lstm: " + directory), where);
                contents()
                        .forEach((name, text) -> assertTrue(
                                text.equals("old") || text.equals(whole.get(name)), name + " after " + where));
            }
        }
    }

    @Test
    void aForecastOfABatchThatCannotBeWrittenIsItsStatus() throws Exception {
        Path prices = SeriesFile.weekdays(shared.resolve("prices.csv"), 60);
        List<Object> batch = List.of("batch", prices, "-o", directory, "--jobs", 1, "--force", "--quiet", Cli.TINY);
        Cli.run(batch).succeeds();
        Map<String, String> whole = contents();
        assertEquals(List.of("prices.forecast.csv", "prices.model.json"), List.copyOf(whole.keySet()));
        int every = Tier.count(3, 1);
        for (int call = 1 + Seed.random().nextInt(every); ; call += every) {
            Files.writeString(directory.resolve("prices.forecast.csv"), "old");
            int failing = call;
            FailingDisk disk = new FailingDisk((made, name) -> made == failing);
            Cli run = Cli.runOn(disk, System::nanoTime, batch);
            String where = "call " + call + " " + last(disk) + ": " + run.out() + run.err();
            if (disk.calls().size() < call) {
                assertEquals(0, run.code(), where);
                assertTrue(call > 16, "some output goes past the disk");
                return;
            }
            assertEquals(7, run.code(), where);
            assertEquals(7, Cli.json(run.bytes()).get("code").intValue(), where);
            assertEquals(whole.keySet(), contents().keySet(), where);
            assertTrue(
                    List.of("old", whole.get("prices.forecast.csv"))
                            .contains(contents().get("prices.forecast.csv")),
                    where);
            injected++;
        }
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (String name : names()) {
            contents.put(name, Files.readString(directory.resolve(name)));
        }
        return contents;
    }

    private void clear() throws IOException {
        for (String name : names()) {
            Files.delete(directory.resolve(name));
        }
    }

    @Test
    void aDeviceThatIsFullIsReported() {
        assumeTrue(Files.exists(Path.of("/dev/full")), "there is no /dev/full here");
        for (List<Object> words : List.of(
                List.<Object>of("predict", finished, "-o", "/dev/full", "--force", "--quiet"),
                List.<Object>of("inspect", finished, "-o", "/dev/full", "--force"),
                List.<Object>of(training.begin(Path.of("/dev/full")), "--force", "--quiet"))) {
            Cli run = Cli.run(words);
            isReported(run, Path.of("/dev/full"), run.err());
            injected++;
        }
    }

    @Test
    void aLimitOfTheFileSizeIsReported() throws Exception {
        // The native libraries are unpacked by the first run, which the limit is not meant for.
        Path other = shared.resolve("other.model.json");
        assertEquals(
                0,
                Child.run(directory, Map.of(), PausingProgram.command(0, training.begin(other), "--force"))
                        .code());
        Files.writeString(model, "old");
        Child.Ended ended =
                shell("ulimit -f 2; exec \"$@\"", PausingProgram.command(0, training.begin(model), "--force"));
        isReportedBy(ended, "it would be larger than a file may be here");
        assertEquals("old", Files.readString(model));
    }

    @Test
    void aDiskThatIsReallyFullIsReported() throws Exception {
        List<Object> probe = List.of("unshare", "-rm", "sh", "-c", "mount -t tmpfs -o size=16k tmpfs .");
        assumeTrue(Child.run(directory, Map.of(), probe).code() == 0, "a file system may not be mounted here");
        List<Object> words = new ArrayList<>(List.of(
                "unshare",
                "-rm",
                "bash",
                "-c",
                "mount -t tmpfs -o size=16k tmpfs \"$0\" && cd \"$0\" && { \"$@\"; code=$?; ls -A >&2; exit $code; }",
                directory));
        words.addAll(PausingProgram.command(
                0,
                "train",
                training.csv(),
                "-o",
                "goog.model.json",
                "--units",
                16,
                "--layers",
                2,
                "--lookback",
                4,
                "--epochs",
                3,
                "--quiet"));
        Child.Ended ended = Child.run(directory, Map.of(), words);
        assertEquals(7, ended.code(), ended.err());
        assertEquals(
                "lstm: goog.model.json: cannot be written: the disk is full; fix that or name another file\n",
                ended.err());
        injected++;
    }

    @Test
    void aFolderThatMayNotBeWrittenToIsReported() throws Exception {
        List<Object> nobody = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
        boolean root = Files.isWritable(Path.of("/proc/sys/kernel/hostname"));
        if (root) {
            List<Object> probe = new ArrayList<>(nobody);
            probe.add("true");
            assumeTrue(
                    Child.run(directory, Map.of(), probe).code() == 0,
                    "root may write everywhere, and cannot be another");
        }
        Path open = Files.createTempDirectory("lstm-promise-4-");
        try {
            Path csv = Files.copy(training.csv(), open.resolve("data.csv"));
            Path sealed = Files.createDirectory(open.resolve("sealed"));
            Path old = Files.write(sealed.resolve("goog.model.json"), training.last());
            Path guarded = Files.write(open.resolve("guarded.model.json"), training.last());
            for (Path path : List.of(csv, old, guarded)) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r--r--r--"));
            }
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
            Files.setPosixFilePermissions(sealed, PosixFilePermissions.fromString("r-xr-xr-x"));
            for (Path target : List.of(old, sealed.resolve("new.model.json"), guarded)) {
                List<Object> words = new ArrayList<>(root ? nobody : List.of());
                words.addAll(PausingProgram.command(0, "train", csv, "-o", target, "--force", "--quiet"));
                Child.Ended ended = Child.run(Path.of("/"), Map.of(), words);
                assertEquals(7, ended.code(), ended.err());
                assertTrue(
                        ended.err().matches("lstm: " + target + ": you have no permission to write .*; .*\n"),
                        ended.err());
                injected++;
            }
            assertArrayEquals(training.last(), Files.readAllBytes(old));
            assertArrayEquals(training.last(), Files.readAllBytes(guarded));
            assertFalse(Files.exists(sealed.resolve("new.model.json")));
            Files.setPosixFilePermissions(sealed, PosixFilePermissions.fromString("rwxr-xr-x"));
        } finally {
            try (Stream<Path> files = Files.walk(open)) {
                for (Path file :
                        files.sorted((one, other) -> other.compareTo(one)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private Child.Ended shell(String script, List<Object> command) throws Exception {
        List<Object> words = new ArrayList<>(List.of("bash", "-c", script, "bash"));
        words.addAll(command);
        return Child.run(directory, Map.of(), words);
    }

    private void isReportedBy(Child.Ended ended, String reason) throws IOException {
        assertEquals(7, ended.code(), ended.err());
        assertTrue(ended.err().contains("lstm: " + model + ": cannot be written: " + reason + "; "), ended.err());
        assertEquals(List.of("goog.model.json"), names());
        injected++;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @AfterAll
    static void report() {
        Figures.report("04.io.failures.injected", injected);
    }

    /** What can fail at the end is checked at the beginning: nothing is trained in vain. */
    @Test
    void aNameThatIsTooLongIsRefusedAtOnceAndTheLongestIsWritten() throws IOException {
        String longest = "n".repeat(255 - 4);
        for (List<Object> command : List.of(
                List.<Object>of("train", training.csv(), training.options()), List.<Object>of("predict", finished))) {
            for (int length : new int[] {229, 240, 251}) {
                Path file = directory.resolve(longest.substring(0, length) + ".csv");
                Cli.run(command, "-o", file, "--force", "--quiet").succeeds();
                assertEquals(List.of(file.getFileName().toString()), names());
                Files.delete(file);
            }
            Path tooLong = directory.resolve("n" + longest + ".csv");
            Cli run = Cli.run(command, "-o", tooLong, "--force");
            run.fails(7, "too long");
            assertEquals(List.of(), names());
        }
    }

    @Test
    void everyWritingCommandSweepsWhatAKilledOneLeft() throws IOException {
        Path out = directory.resolve("out.svg");
        List<List<Object>> commands = List.of(
                List.of("predict", finished, "-o", out),
                List.of("evaluate", finished, training.csv(), "-o", out),
                List.of("predict", finished, "--plot", out),
                List.of("inspect", finished, "--history", "-o", out));
        for (List<Object> command : commands) {
            Files.createFile(directory.resolve(".out.svg.7fffffff89abcdef.tmp"));
            Cli.run(command, "--quiet", "--force").succeeds();
            assertEquals(true, names().stream().noneMatch(name -> name.startsWith(".")), command.toString());
        }
    }
}
