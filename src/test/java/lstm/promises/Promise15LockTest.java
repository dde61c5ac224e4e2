package lstm.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lstm.cli.Child;
import lstm.cli.Cli;
import lstm.cli.PausingProgram;
import lstm.cli.SeriesFile;
import lstm.model.Model;
import lstm.modelfile.ModelFile;
import lstm.workflow.ModelTarget;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Of two trainings of one model file one runs and the other exits 8 and names the lock; kill -9 of the holder frees it;
 * readers never see a part of a file.
 */
@Tag("process")
class Promise15LockTest {
    private static final int LOADS = Tier.count(200, 10_000);
    /** Runs until it has seen the given number of saves. */
    private static final int FILES = 50;

    private static final int PROGRAMS = Tier.count(40, 2_000);

    /** Far more steps than a test waits for. */
    private static final List<Object> ENDLESS =
            List.of("--units", 1, "--layers", 1, "--lookback", 1, "--batch", 4, "--epochs", 1_000_000, "--threads", 1);

    @TempDir
    Path directory;

    private Path csv;
    private Path model;

    @BeforeEach
    void layOut() {
        csv = SeriesFile.numbers(directory.resolve("data.csv"), 40);
        model = directory.resolve("goog.model.json");
    }

    private Child train() throws IOException {
        return Child.start(directory, Map.of(), PausingProgram.command(0, "train", csv, "-o", model, ENDLESS));
    }

    @Test
    void theSecondTrainingIsTurnedAwayUntilTheFirstIsKilled() throws Exception {
        try (Child holder = train()) {
            holder.awaitLine("epoch 1/");
            List<Object> second = List.of(Child.LAUNCHER, "train", csv, "-o", model, "--force", "--quiet");
            Child.Ended turnedAway = Child.run(directory, Map.of(), second);
            assertEquals(8, turnedAway.code(), turnedAway.err());
            assertEquals(
                    "lstm: " + model + ": another lstm process is writing it (lock " + directory.toRealPath()
                            + "/.goog.model.json.lock); wait for it, or name another file with --output\n",
                    turnedAway.err());
            assertEquals(8, Cli.run("train", csv, "-o", model, "--resume").code());
            assertTrue(holder.isAlive());
            assertTrue(holder.kill());
        }
        Cli next = Cli.run("train", csv, "-o", model, "--force", "--quiet", Cli.TINY);
        assertEquals(0, next.code(), next.err());
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(
                    List.of("data.csv", "goog.model.json"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void whoReadsWhileItIsSavedReadsAWholeModel() throws Exception {
        Set<Long> steps = new HashSet<>();
        int loads = 0;
        try (Child writer = train()) {
            writer.awaitLine("epoch 1/");
            for (; loads < LOADS || steps.size() < FILES; loads++) {
                Model read = ModelFile.read(model);
                steps.add(read.networks().get(0).resume().orElseThrow().step());
            }
            for (int program = 0; program < PROGRAMS; program++) {
                Cli predict = Cli.run("predict", model);
                assertEquals(0, predict.code(), predict.err());
            }
            assertTrue(writer.isAlive(), "the writer ended");
        }
        Figures.report("15.loads.during.saves", loads);
        Figures.report("15.files.seen", steps.size());
    }

    /** What is locked is what is written: a link that is switched meanwhile leads the model nowhere else. */
    @Test
    void aLinkThatIsSwitchedWhileTrainingLeadsToTheLockedFile() throws Exception {
        Cli.run("train", csv, "-o", model, Cli.TINY).succeeds();
        Model trained = ModelFile.read(model);
        Path one = directory.resolve("one.json");
        Path other = directory.resolve("other.json");
        Path link = Files.createSymbolicLink(directory.resolve("latest.json"), one);
        try (ModelTarget target = ModelTarget.lock(link)) {
            Files.delete(link);
            Files.createSymbolicLink(link, other);
            ModelTarget.lock(link).close();
            target.write(trained);
        }
        assertTrue(Files.exists(one));
        assertTrue(!Files.exists(other));
    }
}
