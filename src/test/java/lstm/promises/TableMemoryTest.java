package lstm.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Promise 11 for a table in the shape of the M5 competition, whose days each name all of its 30,490 series: the full
 * run has a twentieth of them, a build a few.
 */
@Tag("process")
class TableMemoryTest {
    private static final int SERIES = Tier.count(12, 1_524);
    private static final int DAYS = 1_941;
    private static final int HORIZON = 28;

    /** For everything but the table. */
    private static final int LEAST = 40;

    @TempDir
    Path directory;

    private Path table() throws IOException {
        Path file = directory.resolve("sales.csv");
        try (BufferedWriter to = Files.newBufferedWriter(file)) {
            to.write("store,item,date,units\n");
            for (int day = 0; day < DAYS; day++) {
                LocalDate date = LocalDate.of(2011, 1, 29).plusDays(day);
                for (int k = 0; k < SERIES; k++) {
                    to.write("CA_" + k % 10 + ",FOODS_" + k + "," + date + "," + (day * 31 + k * 7) % 11 / 3 + "\n");
                }
            }
        }
        return file;
    }

    /** Training in 28 bytes a row: all of the competition's in two gigabytes. Forecasts in 24 kilobytes a series. */
    @Test
    void theMemoryOfTrainingFollowsTheRowsAndThatOfForecastsTheSeries() throws Exception {
        Path table = table();
        Path model = directory.resolve("sales.model.json");
        long training = LEAST + (28L * SERIES * DAYS >> 20);
        Object[] how = {
            "--by",
            "store,item",
            "--target",
            "units",
            "--horizon",
            HORIZON,
            "--lookback",
            28,
            "--units",
            2,
            "--layers",
            1,
            "--epochs",
            1,
            "--epoch-windows",
            100,
            "--quiet"
        };
        Jvm.brief("-Xmx" + training + "m").succeeds(directory, "train", table, "-o", model, List.of(how));
        assertTrue(Files.size(model) < 60_000, Files.size(model) + " bytes of model");

        Path forecasts = directory.resolve("forecasts.csv");
        long forecasting = LEAST + SERIES * 24L / 1024;
        Jvm.brief("-Xmx" + forecasting + "m").succeeds(directory, "predict", model, table, "-o", forecasts, "--quiet");
        try (Stream<String> lines = Files.lines(forecasts)) {
            assertEquals(1 + SERIES * HORIZON, lines.count());
        }
        Figures.report("11.table.rows", (long) SERIES * DAYS);
        Figures.report("11.table.train.heap.mib", training);
        Figures.report("11.table.predict.heap.mib", forecasting);
    }
}
