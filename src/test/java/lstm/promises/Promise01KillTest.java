package lstm.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lstm.cli.Child;
import lstm.cli.Cli;
import lstm.cli.PausingProgram;
import lstm.tensor.Seed;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Killed at any instant, a training leaves no model file or a whole one that it would also have written unharmed; and
 * going on from there ends in the same bits, with no other file left.
 */
@Order(10)
@Tag("process")
class Promise01KillTest {
    private static final int KILLS = Tier.count(1, 200);

    @TempDir
    Path directory;

    @Test
    void aKilledTrainingLeavesAWholeModelOrNoneAndIsResumedToTheSameBits() throws Exception {
        Random random = Seed.random();
        TinyTraining training = TinyTraining.run(
                Files.createDirectory(directory.resolve("whole")),
                "--epochs",
                Tier.count(8, 15),
                "--patience",
                Tier.count(6, 12),
                "--threads",
                1);
        Path model = Files.createDirectory(directory.resolve("killed")).resolve("goog.model.json");
        int whole = millisOfARun(training, model);
        int inSave = 0;
        int absent = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            // Every second one begins anew; the one after it goes on from what is left, and is killed inside a save.
            boolean aimed = kill % 2 == 1;
            if (!aimed || training.isFinished(model)) {
                Files.deleteIfExists(model);
            }
            int pause = aimed ? 1 + random.nextInt(training.callsFrom(model)) : 0;
            long delay = random.nextInt(whole);
            String where = "kill " + kill + (aimed ? " before disk call " + pause : " after " + delay + " ms");
            Object[] words = (Files.exists(model) ? training.resume(model) : training.begin(model)).toArray();
            long start = System.nanoTime();
            try (Child child = Child.start(directory, Map.of(), PausingProgram.command(pause, words))) {
                if (aimed) {
                    child.awaitLine("paused before ");
                    inSave++;
                } else {
                    TimeUnit.MILLISECONDS.sleep(delay);
                }
                if (!child.kill()) {
                    // It was faster, so another is killed, and none later.
                    assertEquals(0, child.end().code(), where);
                    whole = Math.min(whole, millisSince(start));
                    kill--;
                    continue;
                }
            }
            absent += Files.exists(model) ? 0 : 1;
            isWholeOrAbsent(training, model, where);
            training.endsInTheSameBytes(copied(model), where);
        }
        Figures.report("01.kills.survived", KILLS);
        Figures.report("01.kills.inside.a.save", inSave);
        Figures.report("01.kills.before.the.first.save", absent);
    }

    private static int millisOfARun(TinyTraining training, Path model) throws Exception {
        long start = System.nanoTime();
        Child.Ended ended = Child.run(
                model.getParent(),
                Map.of(),
                PausingProgram.command(0, training.begin(model).toArray()));
        assertEquals(0, ended.code(), ended.err());
        Files.delete(model);
        return millisSince(start);
    }

    private static int millisSince(long start) {
        return (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    private static void isWholeOrAbsent(TinyTraining training, Path model, String where) throws IOException {
        if (Files.exists(model)) {
            assertTrue(training.wrote(Files.readAllBytes(model)), where);
            assertEquals(0, Cli.run("inspect", model).code(), where);
        }
    }

    /** The folder as the killed process left it, with whatever lies beside the model. */
    private Path copied(Path model) throws IOException {
        Path copy = Files.createTempDirectory(directory, "copy");
        try (Stream<Path> files = Files.list(model.getParent())) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy.resolve(model.getFileName());
    }
}
