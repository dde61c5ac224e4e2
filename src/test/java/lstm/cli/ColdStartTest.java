package lstm.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import lstm.modelfile.ModelFile;
import lstm.prepare.ColdStart;
import lstm.prepare.PreparationPlan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --cold}: what becomes of series of a table that are shorter than the lookback. */
class ColdStartTest {
    private static final List<Object> SMALL =
            List.of("--units", 3, "--layers", 1, "--lookback", 8, "--epochs", 2, "--scaler", "window");

    @TempDir
    Path folder;

    private Path table;
    private Path model;

    /** Series of 60, 50, 3 and 1 days with the same last day. */
    @BeforeEach
    void table() {
        model = folder.resolve("model.json");
        table = table("sales.csv", 3);
    }

    private Path table(String name, int begun) {
        int[] rows = {60, 50, begun, 1};
        StringBuilder text = new StringBuilder("store,date,units\n");
        for (int store = 0; store < rows.length; store++) {
            for (int k = 60 - rows[store]; k < 60; k++) {
                text.append(store).append(',').append(LocalDate.of(2024, 1, 1).plusDays(k));
                text.append(',').append((store + 1) * SeriesFile.wave(k)).append('\n');
            }
        }
        return SeriesFile.lines(folder.resolve(name), text.toString().split("\n"));
    }

    private Cli train(Object... more) {
        return Cli.run("train", table, "--by", "store", "--target", "units", SMALL, "-o", model, List.of(more));
    }

    private String status(Path rows) throws Exception {
        Path file = folder.resolve("status.csv");
        Cli.run("predict", model, rows, "--status", file, "-o", folder.resolve("f.csv"), "--force")
                .succeeds();
        return String.join(
                " ",
                Files.readAllLines(file).stream()
                        .map(line -> line.split(",")[1])
                        .toList());
    }

    private List<String> forecasts(String store) throws Exception {
        return Files.readAllLines(folder.resolve("f.csv")).stream()
                .filter(line -> line.startsWith(store + ","))
                .toList();
    }

    @Test
    void theNetworkForecastsASeriesThatHasOnlyBegun() throws Exception {
        train().succeeds();
        assertFalse(Files.readString(model).contains("\"cold\""), "a field that old files do not have");
        assertEquals("status ok ok short short", status(table));

        train("--cold", "pad", "--force").succeeds();
        assertEquals(ColdStart.PAD, ModelFile.read(model).preparation().plan().cold());
        assertEquals("status ok ok padded short", status(table));
        String begun = forecasts("2").get(0);
        assertFalse(begun.endsWith(","), "intervals, which a fallback does not have: " + begun);
        status(table("alone.csv", 8));
        String whole = forecasts("2").get(0);
        assertFalse(whole.equals(begun), "earlier rows tell more");
    }

    @Test
    void aResumedAndAnUpdatedTrainingPadTheSameWindows() throws Exception {
        train("--cold", "pad", "--threads", 1).succeeds();
        byte[] one = Files.readAllBytes(model);
        train("--cold", "pad", "--threads", 3, "--force").succeeds();
        assertArrayEquals(one, Files.readAllBytes(model));

        Cli.runInterrupted(
                "train", table, "--by", "store", "--target", "units", SMALL, "-o", model, "--force", "--cold", "pad");
        Cli refused = train("--resume", "--cold", "fallback").fails(2);
        assertTrue(refused.err().contains("--cold fallback"), refused.err());
        train("--resume").succeeds();
        assertArrayEquals(one, Files.readAllBytes(model));

        Cli.run("update", model, table("more.csv", 40), "--epochs", 1).succeeds();
        assertEquals(ColdStart.PAD, ModelFile.read(model).preparation().plan().cold());
    }

    @Test
    void evaluateForecastsTheRowsOfASeriesThatHasOnlyBegun() throws Exception {
        train("--cold", "pad").succeeds();
        Path scores = folder.resolve("scores.csv");
        Cli.run("evaluate", model, table, "--scores", scores).succeeds();
        List<String> lines = Files.readAllLines(scores);
        int status = List.of(lines.get(0).split(",")).indexOf("status");
        assertEquals("padded", lines.get(3).split(",")[status], lines.get(3));
        assertEquals("short", lines.get(4).split(",")[status], lines.get(4));
    }

    @Test
    void explainPadsTheWindowOfASeriesThatHasOnlyBegun() throws Exception {
        train("--cold", "pad").succeeds();
        status(table);
        JsonNode only = explained("--step", 1);
        assertEquals(5, only.get("rows_padded").asInt(), "3 days of 8");
        assertEquals("2024-02-27", only.get("first").asText());
        String forecast = forecasts("2").get(0).split(",")[3 + 1];
        assertEquals(Double.parseDouble(forecast), only.get("forecast").asDouble(), 1e-9, forecast);
        JsonNode later = explained("--step", 3, "--force");
        assertEquals(2, later.get("rows_forecast").asInt());
        assertEquals(3, later.get("rows_padded").asInt(), "rows that are forecast are none of it");
        explained("--force");

        List<String> rows = Files.readAllLines(folder.resolve("explained.csv"));
        assertTrue(rows.get(1).startsWith(",-7,0,units,gradient,"), rows.get(1));
        train("--force").succeeds();
        Cli.run("explain", model, table, "--only", "store=2").fails(3);
    }

    /** Its methods go on from as few rows as the network. */
    @Test
    void theAccuratePresetForecastsASeriesThatHasOnlyBegun() throws Exception {
        train("--preset", "accurate", "--horizon", 2, "--cold", "pad").succeeds();
        PreparationPlan plan = ModelFile.read(model).preparation().plan();
        assertEquals(ColdStart.PAD, plan.cold());
        assertEquals("status ok ok padded short", status(table("begun.csv", 2 + plan.transformLag())));
        assertEquals(2, forecasts("2").size());
        assertFalse(forecasts("2").get(1).endsWith(","), "intervals, which a fallback does not have");
        assertEquals(6, explained("--force").get("rows_padded").asInt());
    }

    private JsonNode explained(Object... more) throws Exception {
        Path csv = folder.resolve("explained.csv");
        return Cli.run("explain", model, table, "--only", "store=2", "--json", "-o", csv, List.of(more))
                .succeeds()
                .json();
    }

    @Test
    void oneSeriesHasNoneThatIsShorter() {
        Path one = SeriesFile.weekdays(folder.resolve("prices.csv"), 60);
        Cli refused = Cli.run("train", one, "--target", "close", SMALL, "-o", model, "--cold", "pad")
                .fails(2);
        assertTrue(refused.err().contains("leave out --cold"), refused.err());
        assertFalse(Files.exists(model));
        Cli.run("train", table, "--by", "store", "--combine", "simple", "--cold", "pad", "-o", model)
                .fails(2);
        Cli.run("batch", table, "--by", "store", "-o", folder, "--cold", "pad").fails(2);
        Cli.run("compare", "--task", "adding", "--cold", "pad").fails(2);
    }
}
