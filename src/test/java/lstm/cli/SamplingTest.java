package lstm.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import lstm.modelfile.ModelFile;
import lstm.train.Sampling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --sampling}: how the windows of an epoch are drawn from several series. */
class SamplingTest {
    private static final List<Object> SMALL =
            List.of("--units", 3, "--layers", 1, "--lookback", 6, "--epochs", 3, "--epoch-windows", 20);

    @TempDir
    Path folder;

    private Path table;
    private Path model;

    /** Two series, of 80 and of 30 days. */
    @BeforeEach
    void table() {
        model = folder.resolve("model.json");
        table = SeriesFile.of(
                folder.resolve("sales.csv"),
                "store,date,units",
                110,
                k -> (k < 80 ? "long," : "short,") + LocalDate.of(2024, 1, 1).plusDays(k < 80 ? k : k - 30) + ","
                        + SeriesFile.wave(k));
    }

    private Cli train(Object... more) {
        return Cli.run("train", table, "--by", "store", "--target", "units", SMALL, "-o", model, List.of(more));
    }

    @Test
    void theModelFileKeepsItAndAResumedTrainingEndsInTheSameBits() throws Exception {
        train().succeeds();
        byte[] plain = Files.readAllBytes(model);
        assertFalse(Files.readString(model).contains("sampling"), "a field that old files do not have");

        train("--force", "--sampling", "series").succeeds();
        byte[] even = Files.readAllBytes(model);
        assertFalse(Arrays.equals(plain, even));
        assertEquals(Sampling.SERIES, ModelFile.read(model).recipe().sampling());

        Cli.runInterrupted(
                "train",
                table,
                "--by",
                "store",
                "--target",
                "units",
                SMALL,
                "-o",
                model,
                "--force",
                "--sampling",
                "series");
        Cli refused = train("--resume", "--sampling", "windows").fails(2);
        assertTrue(refused.err().contains("--sampling windows"), refused.err());
        train("--resume").succeeds();
        assertArrayEquals(even, Files.readAllBytes(model));
    }

    @Test
    void oneSeriesIsNotDrawnFrom() {
        Path one = SeriesFile.weekdays(folder.resolve("prices.csv"), 60);
        Cli refused = Cli.run("train", one, "--target", "close", SMALL, "-o", model, "--sampling", "series")
                .fails(2);
        assertTrue(refused.err().contains("--sampling series"), refused.err());
        assertFalse(Files.exists(model));
        Cli.run("batch", one, "-o", folder, "--sampling", "series").fails(2);
        Cli.run("compare", "--task", "adding", "--sampling", "series").fails(2);
    }
}
