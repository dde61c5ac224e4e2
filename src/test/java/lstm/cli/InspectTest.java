package lstm.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectTest {
    @TempDir
    Path directory;

    private Path csv;
    private Path model;

    @BeforeEach
    void train() {
        csv = SeriesFile.weekdays(directory.resolve("prices.csv"), 80);
        model = directory.resolve("model.json");
        Cli.run("train", csv, "-o", model, "--features", "open", Cli.TINY).succeeds();
    }

    @Test
    void weightsAreTheNumbersInTheFile() throws IOException {
        for (JsonNode tensor : Cli.json(Files.readAllBytes(model)).get("tensors")) {
            Cli run = Cli.run("inspect", model, "--weights", tensor.get("name").textValue())
                    .succeeds();
            int rows = tensor.get("shape").get(0).intValue();
            int columns = tensor.get("shape").get(1).intValue();
            ByteBuffer data = ByteBuffer.wrap(
                            Base64.getDecoder().decode(tensor.get("data").textValue()))
                    .order(ByteOrder.LITTLE_ENDIAN);
            assertEquals(1 + rows, run.lines().size());
            for (String line : run.lines().subList(1, 1 + rows)) {
                String[] cells = line.split(",");
                assertEquals(columns, cells.length);
                for (String cell : cells) {
                    assertEquals((double) data.getFloat(), Double.parseDouble(cell));
                }
            }
            assertEquals(0, data.remaining());
        }
    }

    @Test
    void theColumnsOfATensorAreNamedAfterGateAndUnit() {
        assertEquals(
                "input_1,input_2,input_3,input_4,forget_1,forget_2,forget_3,forget_4,candidate_1,candidate_2,"
                        + "candidate_3,candidate_4,output_1,output_2,output_3,output_4",
                columns("layer1.U"));
        assertEquals("1", columns("dense.W"));
        Cli.run("train", csv, "-o", model, "--force", "--cell", "peephole", Cli.TINY)
                .succeeds();
        assertEquals("forget_1,forget_2,forget_3,forget_4", columns("layer1.pf"));
        Cli.run("train", csv, "-o", model, "--force", "--cell", "gru", Cli.TINY).succeeds();
        String gru = "update_1,update_2,update_3,update_4,reset_1,reset_2,reset_3,reset_4,"
                + "candidate_1,candidate_2,candidate_3,candidate_4";
        assertEquals(gru, columns("layer1.W"));
        assertEquals(gru, columns("layer1.bu"));
    }

    private String columns(String tensor) {
        return Cli.run("inspect", model, "--weights", tensor).succeeds().lines().get(0);
    }

    @Test
    void jsonHasTheNumbersOfTheFile() throws IOException {
        JsonNode json = Cli.run("inspect", model, "--json").succeeds().json();
        JsonNode file = Cli.json(Files.readAllBytes(model));
        for (String field : List.of("rows", "model", "naive", "skill", "test")) {
            assertEquals(
                    file.get("scores").get(0).get(field), json.get("scores").get(field), field);
        }
        assertEquals(1, json.get("season").intValue());
        assertEquals(8, json.get("autoregression_rows").intValue());
        assertEquals(117, json.get("parameters").intValue());
        assertEquals("lstm", json.get("cell").textValue());
        assertEquals("weekdays", json.get("calendar").textValue());
        assertEquals(80, json.get("rows").intValue());
        assertEquals(SeriesFile.weekday(79).toString(), json.get("last").textValue());
        assertEquals("close", json.get("target").textValue());
        assertEquals("finished", json.get("status").textValue());
        assertEquals("open", json.get("features").get(0).textValue());
        assertEquals(file.get("data").get("train_rows"), json.get("train_rows"));
        assertEquals(file.get("training").get("best_epoch"), json.get("best_epoch"));
        assertEquals(file.get("tensors").size(), json.get("tensors").size());
    }

    @Test
    void theHistoryHasARowAnEpoch() throws IOException {
        JsonNode history = Cli.run("inspect", model, "--history", "--format", "json")
                .succeeds()
                .json();
        JsonNode file = Cli.json(Files.readAllBytes(model)).get("training").get("history");
        assertEquals(2, history.size());
        for (int k = 0; k < 2; k++) {
            assertEquals(k + 1, history.get(k).get("epoch").intValue());
            for (String name : List.of("loss", "validation", "rate")) {
                assertEquals(file.get(k).get(name), history.get(k).get(name));
            }
        }
    }

    @Test
    void aLossThatIsNotThereIsNull() {
        Cli.run("train", csv, "-o", model, "--force", "--validation", 0, Cli.TINY)
                .succeeds();
        JsonNode history = Cli.run("inspect", model, "--history", "--format", "json")
                .succeeds()
                .json();
        assertTrue(history.get(0).get("validation").isNull());
        Cli csvHistory = Cli.run("inspect", model, "--history").succeeds();
        assertEquals(List.of("", ""), csvHistory.column("validation"));
        Cli table = Cli.runOnATerminal("inspect", model, "--history").succeeds();
        assertTrue(table.lines().get(0).matches("epoch +loss  validation +rate"), table.out());
        assertTrue(table.lines().get(1).matches(" +1  0\\.[0-9]+ {14}0.001"), table.out());
    }

    @Test
    void anUnfinishedModelIsShownToo() {
        Cli.runInterrupted("train", csv, "-o", model, "--force", Cli.TINY);
        Cli.run("inspect", model).succeeds();
        JsonNode json = Cli.run("inspect", model, "--json").succeeds().json();
        assertEquals("unfinished", json.get("status").textValue());
        assertEquals(0, json.get("epochs").intValue());
        assertTrue(json.get("scores").isNull());
        assertEquals(
                1, Cli.run("inspect", model, "--history").succeeds().lines().size());
    }

    @Test
    void outputGoesToAFileWhole() throws IOException {
        Path file = directory.resolve("model.txt");
        Cli shown = Cli.run("inspect", model).succeeds();
        Cli run = Cli.run("inspect", model, "-o", file).succeeds();
        assertEquals("", run.out() + run.err());
        assertArrayEquals(shown.bytes(), Files.readAllBytes(file));
    }
}
