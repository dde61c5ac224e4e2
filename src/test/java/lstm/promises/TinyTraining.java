package lstm.promises;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lstm.cli.Cli;
import lstm.cli.PausingProgram;
import lstm.cli.SeriesFile;
import lstm.file.FailingDisk;

/**
 * A training of milliseconds that ran without a break and was saved after each step.
 *
 * @param csv what it learns from
 * @param options of {@code train}
 * @param saves the model file after each save, the last one of the finished training
 * @param calls of the disk that it took
 */
record TinyTraining(Path csv, List<Object> options, List<byte[]> saves, int calls) {
    /** Dropout, a falling rate, held-out rows to be judged by, and a last batch that is smaller than the others. */
    static final List<Object> OPTIONS = List.of(
            "--units", 3, "--layers", 2, "--lookback", 4, "--batch", 8, "--dropout", 0.3, "--schedule", "plateau");

    /** Runs it in this process. */
    static TinyTraining run(Path folder, Object... more) {
        List<Object> options = new ArrayList<>(List.of(more));
        for (int k = 0; k < OPTIONS.size(); k += 2) {
            if (!options.contains(OPTIONS.get(k))) {
                options.addAll(OPTIONS.subList(k, k + 2));
            }
        }
        Path csv = SeriesFile.numbers(folder.resolve("data.csv"), 42);
        Path model = folder.resolve("whole.model.json");
        List<byte[]> saves = new ArrayList<>();
        // A save forces the directory when the file has its name.
        FailingDisk disk = new FailingDisk((call, name) -> name.equals("force directory") && keep(model, saves));
        Cli.runOn(disk, PausingProgram.hastyClock(), "train", csv, "-o", model, "--force", "--quiet", options)
                .succeeds();
        assertTrue(saves.size() > 10, "only " + saves.size() + " saves");
        return new TinyTraining(csv, options, saves, disk.calls().size());
    }

    private static boolean keep(Path model, List<byte[]> saves) {
        try {
            saves.add(Files.readAllBytes(model));
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The arguments that begin this training, or go on with it. */
    List<Object> begin(Path model) {
        List<Object> words = new ArrayList<>(List.of("train", csv, "-o", model));
        words.addAll(options);
        return words;
    }

    List<Object> resume(Path model) {
        return List.of("train", csv, "-o", model, "--resume", "--quiet");
    }

    byte[] last() {
        return saves.get(saves.size() - 1);
    }

    /** Calls of the disk that it takes to go on from a model file, or to begin if there is none; at least 1. */
    int callsFrom(Path model) throws IOException {
        byte[] file = Files.exists(model) ? Files.readAllBytes(model) : new byte[0];
        int done = 0;
        while (done < saves.size() && !Arrays.equals(saves.get(done), file)) {
            done++;
        }
        int left = done == saves.size() ? saves.size() : saves.size() - done - 1;
        return Math.max(1, (int) ((long) calls * left / saves.size()));
    }

    boolean isFinished(Path model) throws IOException {
        return Files.exists(model) && Arrays.equals(last(), Files.readAllBytes(model));
    }

    /** Whether a model file is the one of the last step, or the finished one. */
    boolean hasAllSteps(Path model) throws IOException {
        return isFinished(model) || Arrays.equals(saves.get(saves.size() - 2), Files.readAllBytes(model));
    }

    /** Whether this training wrote such a file at some time. */
    boolean wrote(byte[] file) {
        return saves.stream().anyMatch(save -> Arrays.equals(save, file));
    }

    /**
     * Goes on with the model, or begins if there is none, and checks that the end is the same and nothing else is left.
     */
    void endsInTheSameBytes(Path model, String where) throws IOException {
        Cli ended = Cli.run(Files.exists(model) ? resume(model) : begin(model));
        assertTrue(ended.code() == 0, where + ": " + ended.err());
        assertArrayEquals(last(), Files.readAllBytes(model), where);
        try (Stream<Path> files = Files.list(model.getParent())) {
            List<Path> others = files.filter(file -> !file.equals(model)).toList();
            assertTrue(others.isEmpty(), where + " leaves " + others);
        }
    }
}
