package lstm.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import lstm.error.LstmException;
import lstm.file.Disk;
import lstm.file.Existing;
import lstm.model.Model;
import lstm.modelfile.ModelFile;
import lstm.modelfile.Models;
import lstm.network.CellKind;
import lstm.tensor.Seed;
import lstm.train.Optimizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a save has reported as written survives the loss of power; a save under way leaves the old model or the new. */
class Promise03PowerLossTest {
    private static final int CUTS = 1_000;
    /** Each of them makes this many saves in a row, unless the power fails. */
    private static final int SAVES = 4;

    private static final List<Model> MODELS = List.of(
            Models.justBegun(CellKind.GRU, Optimizer.ADAM),
            Models.unfinished(CellKind.LSTM, Optimizer.SGD),
            Models.unfinished(CellKind.GRU, Optimizer.RMSPROP),
            Models.finished(CellKind.LSTM, Optimizer.ADAM));

    @TempDir
    Path directory;

    /** Writes a model to a disk. */
    private interface Writer {
        void write(Disk disk, Path file, Model model) throws IOException, LstmException;
    }

    @Test
    void whatWasReportedAsWrittenIsThereWhenThePowerIsBack() throws Exception {
        int lost = losses((disk, file, model) -> ModelFile.write(disk, file, model, Existing.REPLACE), CUTS);
        assertEquals(0, lost, "-Dseed=" + Seed.VALUE);
        Figures.report("03.power.cuts.survived", CUTS);
    }

    @Test
    void aNewFileThatWasReportedAsWrittenIsThereToo() throws Exception {
        int lost = losses(
                (disk, file, model) -> {
                    // As predict -o does, which would not replace a file.
                    Path next = file.resolveSibling("goog.model.json");
                    Files.deleteIfExists(next);
                    disk.delete(next);
                    disk.forceDirectory(next.getParent());
                    ModelFile.write(disk, next, model, Existing.REFUSE);
                },
                CUTS / 4,
                true);
        assertEquals(0, lost, "-Dseed=" + Seed.VALUE);
    }

    @Test
    void writersThatLeaveOutAStepAreCaught() throws Exception {
        int unforced = losses(
                (disk, file, model) -> {
                    Path hidden = file.resolveSibling("hidden");
                    try (Disk.Output output = disk.create(hidden, Disk.Access.OWNER)) {
                        output.write(ModelFile.bytes(model));
                    }
                    disk.rename(hidden, file);
                    disk.forceDirectory(file.getParent());
                },
                200);
        assertTrue(unforced > 20, "bytes that were not forced were lost only " + unforced + " times");
        int unnamed = losses(
                (disk, file, model) -> {
                    Path hidden = file.resolveSibling("hidden");
                    try (Disk.Output output = disk.create(hidden, Disk.Access.OWNER)) {
                        output.write(ModelFile.bytes(model));
                        output.force();
                    }
                    disk.rename(hidden, file);
                },
                200);
        assertTrue(unnamed > 20, "names that were not forced were lost only " + unnamed + " times");
        int inPlace = losses(
                (disk, file, model) -> {
                    disk.delete(file);
                    try (Disk.Output output = disk.create(file, Disk.Access.OWNER)) {
                        output.write(ModelFile.bytes(model));
                        output.force();
                    }
                    disk.forceDirectory(file.getParent());
                },
                200);
        assertTrue(inPlace > 20, "a file written in place was lost only " + inPlace + " times");
    }

    private int losses(Writer writer, int cuts) throws Exception {
        return losses(writer, cuts, false);
    }

    /** In how many of these power cuts a model was lost. */
    private int losses(Writer writer, int cuts, boolean mayBeAbsent) throws Exception {
        Random random = Seed.random();
        PowerCut calm = new PowerCut(random, Integer.MAX_VALUE);
        save(writer, calm);
        int lost = 0;
        for (int cut = 0; cut < cuts; cut++) {
            clear();
            PowerCut disk = new PowerCut(random, random.nextInt(calm.calls() + 1));
            int saved = save(writer, disk);
            disk.restart(directory);
            lost += isOneOf(allowed(saved, mayBeAbsent)) ? 0 : 1;
        }
        clear();
        return lost;
    }

    /** The saves in their order until the power fails; returns how many were reported as written. */
    private int save(Writer writer, Disk disk) throws IOException {
        int saved = 0;
        try {
            while (saved < SAVES) {
                writer.write(disk, model(), MODELS.get(saved));
                saved++;
            }
        } catch (PowerCut.Dark e) {
            return saved;
        } catch (LstmException e) {
            assertEquals(LstmException.Kind.IO, e.kind(), e.getMessage());
        }
        return saved;
    }

    private static List<byte[]> allowed(int saved, boolean mayBeAbsent) {
        List<byte[]> allowed = new ArrayList<>();
        if (saved > 0) {
            allowed.add(ModelFile.bytes(MODELS.get(saved - 1)));
        }
        if (saved < SAVES) {
            allowed.add(ModelFile.bytes(MODELS.get(saved)));
        }
        if (saved == 0 || mayBeAbsent && saved < SAVES) {
            allowed.add(new byte[0]);
        }
        return allowed;
    }

    private boolean isOneOf(List<byte[]> allowed) throws IOException {
        byte[] found = Files.exists(model()) ? Files.readAllBytes(model()) : new byte[0];
        return allowed.stream().anyMatch(file -> Arrays.equals(file, found));
    }

    private Path model() throws IOException {
        return directory.toRealPath().resolve("goog.model.json");
    }

    private void clear() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }
}
