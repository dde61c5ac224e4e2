package lstm.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lstm.cli.Child;
import lstm.cli.Cli;
import lstm.cli.PausingProgram;
import lstm.tensor.Seed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ctrl-C, SIGTERM and SIGHUP at any instant: the last finished step is saved, the exit code is 130, 143 or 129, and
 * going on ends in the same bits; a second signal leaves at once. No hidden file stays behind.
 */
@Order(4)
@Tag("process")
class Promise14SignalTest {
    private static final int SIGNALS = Tier.count(2, 80);
    private static final int IN_SAVES = Tier.count(1, 20);
    private static final int PREDICTIONS = Tier.count(1, 20);
    /** From the signal to the end, beside what one step takes, here nothing to speak of. */
    private static final double MOST_SECONDS = 5;

    private static final Random RANDOM = Seed.random();
    private static int handled;
    private static double slowest;

    @TempDir
    static Path shared;

    private static TinyTraining training;

    @TempDir
    Path directory;

    private Path model;

    @BeforeAll
    static void trainWithoutABreak() {
        training = TinyTraining.run(shared, "--epochs", Tier.count(8, 15), "--threads", 1);
    }

    @BeforeEach
    void nameModel() {
        model = directory.resolve("goog.model.json");
    }

    private enum Kind {
        INT(130),
        TERM(143),
        HUP(129);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        /** In a build one of them, drawn by the seed. */
        static List<Kind> some() {
            return Tier.SOAK ? List.of(values()) : List.of(of(RANDOM.nextInt(values().length)));
        }

        /** One after another. */
        static Kind of(int turn) {
            return values()[turn % values().length];
        }
    }

    private Child start(int pause, List<Object> words) throws IOException {
        return listening(PausingProgram.command(pause, words.toArray()));
    }

    /** Starts a command that does not ignore SIGHUP, though the tests themselves may run under {@code nohup}. */
    private Child listening(List<?> command) throws IOException {
        List<Object> words = new ArrayList<>(List.of("env", "--default-signal=HUP"));
        words.addAll(command);
        return Child.start(directory, Map.of(), words);
    }

    /** Sends a signal to one that lives, waits for its end and checks that it left as it should. */
    private Child.Ended signalled(Child child, Kind kind, String where) throws Exception {
        long start = System.nanoTime();
        child.signal(kind.name());
        Child.Ended ended = child.end();
        checked(ended, kind, start, where);
        return ended;
    }

    private void checked(Child.Ended ended, Kind kind, long start, String where) throws IOException {
        double seconds = (System.nanoTime() - start) / 1e9;
        assertEquals(kind.code, ended.code(), where + ": " + ended.err());
        assertTrue(seconds < MOST_SECONDS, where + " took " + seconds + " s");
        assertFalse(ended.err().contains("bug"), where + ": " + ended.err());
        slowest = Math.max(slowest, seconds);
        handled++;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void atAnyInstantTheLastStepIsSaved() throws Exception {
        long begun = System.nanoTime();
        try (Child child = start(0, training.begin(model))) {
            assertEquals(0, child.end().code());
        }
        int whole = (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        int saved = 0;
        for (int signal = 0; signal < SIGNALS; signal++) {
            Files.deleteIfExists(model);
            Kind kind = Kind.of(signal);
            int delay = RANDOM.nextInt(whole);
            String where = kind + " after " + delay + " ms";
            try (Child child = start(0, training.begin(model))) {
                TimeUnit.MILLISECONDS.sleep(delay);
                if (!child.isAlive()) {
                    signal--;
                    continue;
                }
                long start = System.nanoTime();
                child.signal(kind.name());
                Child.Ended ended = child.end();
                if (ended.code() == 0) {
                    // All was done when it came.
                    assertTrue(training.isFinished(model), where);
                    signal--;
                    continue;
                }
                checked(ended, kind, start, where);
                assertEquals(Files.exists(model) ? List.of("goog.model.json") : List.of(), names(), where);
                if (Files.exists(model)) {
                    assertTrue(training.wrote(Files.readAllBytes(model)), where);
                    String last =
                            ended.err().lines().reduce((one, next) -> next).orElse("");
                    boolean said = last.startsWith("lstm: stopped ") && last.contains("saved in " + model);
                    // When all steps are done and saved, it leaves at once.
                    assertTrue(said || training.hasAllSteps(model), where + ": " + last);
                    saved++;
                }
                training.endsInTheSameBytes(model, where);
            }
        }
        Figures.report("14.signals.while.training", saved);
    }

    @Test
    void theLauncherIsStoppedLikeThis() throws Exception {
        List<Object> words = new ArrayList<>(List.of("env", "--default-signal=INT", Child.LAUNCHER));
        words.addAll(List.of("train", training.csv(), "-o", model, "--epochs", 1_000_000));
        words.addAll(List.of("--units", 1, "--layers", 1, "--lookback", 1, "--threads", 1));
        for (Kind kind : Kind.some()) {
            try (Child child = listening(words)) {
                child.awaitLine("epoch 1/");
                // Java answers this with a list of its threads, which is no part of the data.
                child.signal("QUIT");
                child.awaitLine("Full thread dump");
                Child.Ended ended = signalled(child, kind, "the launcher");
                assertEquals("", ended.out());
                String last = ended.err().lines().reduce((one, next) -> next).orElse("");
                assertTrue(
                        last.matches("lstm: stopped in epoch \\d+; everything is saved in " + model + "; .* --resume"),
                        last);
            }
            assertEquals(List.of("goog.model.json"), names());
            assertEquals(0, Cli.run("inspect", model).code());
            Files.delete(model);
        }
    }

    /** As under {@code nohup}. */
    @Test
    void aSignalThatIsIgnoredFromTheStartStaysIgnored() throws Exception {
        List<Object> words = new ArrayList<>(List.of("env", "--ignore-signal=HUP"));
        words.addAll(PausingProgram.command(1, training.begin(model).toArray()));
        try (Child child = Child.start(directory, Map.of(), words)) {
            child.awaitLine("paused before ");
            child.signal("HUP");
            child.sendLine();
            assertEquals(0, child.end().code());
        }
        assertTrue(training.isFinished(model));
    }

    @Test
    void insideASaveTheSaveIsFinishedFirst() throws Exception {
        for (int signal = 0; signal < IN_SAVES; signal++) {
            Files.deleteIfExists(model);
            Kind kind = Kind.of(signal);
            int pause = 1 + RANDOM.nextInt(training.calls() / 2);
            String where = kind + " before disk call " + pause;
            try (Child child = start(pause, training.begin(model))) {
                child.awaitLine("paused before ");
                long start = System.nanoTime();
                child.signal(kind.name());
                // The handler has a thread of its own; give it time to run before the save goes on.
                TimeUnit.MILLISECONDS.sleep(50);
                child.sendLine();
                checked(child.end(), kind, start, where);
                assertEquals(List.of("goog.model.json"), names(), where);
                assertTrue(training.wrote(Files.readAllBytes(model)), where);
                training.endsInTheSameBytes(model, where);
            }
        }
    }

    @Test
    void afterTheLastStepNothingIsWaitedFor() throws Exception {
        for (Kind kind : Kind.some()) {
            Files.deleteIfExists(model);
            // Inside the save of the finished model.
            try (Child child = start(training.calls() - 3, training.begin(model))) {
                child.awaitLine("paused before ");
                signalled(child, kind, "after the last step");
                assertEquals(List.of("goog.model.json"), names());
                assertTrue(training.hasAllSteps(model));
                training.endsInTheSameBytes(model, "after the last step");
            }
        }
    }

    @Test
    void aSecondSignalLeavesAtOnce() throws Exception {
        for (Kind kind : Kind.some()) {
            Files.deleteIfExists(model);
            int pause = training.calls() / 2;
            try (Child child = start(pause, training.begin(model))) {
                child.awaitLine("paused before ");
                child.signal(kind.name());
                TimeUnit.MILLISECONDS.sleep(50);
                assertTrue(child.isAlive(), "the first signal does not wait for the save");
                signalled(child, kind, "the second " + kind);
                assertTrue(training.wrote(Files.readAllBytes(model)));
                training.endsInTheSameBytes(model, "after two signals");
            }
        }
    }

    @Test
    void aTrainingThatWaitsForItsDataLeavesNothing() throws Exception {
        for (Kind kind : Kind.some()) {
            try (Child child = start(0, List.of("train", "-", "-o", model))) {
                awaitLock(child);
                signalled(child, kind, "reading standard input");
            }
            assertEquals(List.of(), names());
        }
    }

    /** A training that reads holds the lock; there is no line to wait for. */
    private void awaitLock(Child child) throws Exception {
        Path lock = directory.resolve(".goog.model.json.lock");
        while (!Files.exists(lock)) {
            assertTrue(child.isAlive(), "it ended by itself");
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    @Test
    void aPredictionLeavesTheOldFileOrNone() throws Exception {
        Path finished = Files.write(shared.resolve("finished.model.json"), training.last());
        Path output = directory.resolve("next.csv");
        for (int signal = 0; signal < PREDICTIONS; signal++) {
            Kind kind = Kind.of(signal);
            boolean old = RANDOM.nextBoolean();
            Files.deleteIfExists(output);
            if (old) {
                Files.writeString(output, "old");
            }
            // The calls before the name changes: create, permissions, permit, write, permit, force, close, read.
            int pause = 2 + RANDOM.nextInt(6);
            String where = kind + " before disk call " + pause + " of predict";
            List<Object> words = List.of("predict", finished, "--horizon", 5, "-o", output, "--force");
            try (Child child = start(pause, words)) {
                child.awaitLine("paused before ");
                signalled(child, kind, where);
            }
            assertEquals(old ? List.of("next.csv") : List.of(), names(), where);
            if (old) {
                assertEquals("old", Files.readString(output), where);
            }
        }
    }

    @AfterAll
    static void report() {
        Figures.report("14.signals.handled", handled);
        Figures.report("14.slowest.seconds", Math.round(slowest * 100) / 100.0);
    }

    /** Java prints its threads then, but not among the data. */
    @Test
    void aThreadDumpStaysOutOfTheData() throws Exception {
        Path trained = training.csv().resolveSibling("whole.model.json");
        // Opening the pipe to write waits for the reader, which is the program.
        String script = "mkfifo in; \"$0\" predict \"$1\" in -q >out & pid=$!; exec 7>in; kill -QUIT $pid;"
                + " cat \"$2\" >&7; exec 7>&-; wait $pid";
        Child.Ended ended = Child.run(directory, "sh", "-c", script, Child.LAUNCHER, trained, training.csv());
        assertEquals(0, ended.code(), ended.err());
        List<String> lines = Files.readAllLines(directory.resolve("out"));
        assertEquals(2, lines.size(), lines.toString());
        assertTrue(ended.err().contains("thread dump"), ended.err());
    }
}
