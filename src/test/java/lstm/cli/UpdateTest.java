package lstm.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpdateTest {
    private static final int SEEN = 120;

    @TempDir
    Path directory;

    private Path model;
    private Path grown;
    private byte[] old;

    @BeforeEach
    void train() throws IOException {
        Path csv = SeriesFile.weekdays(directory.resolve("prices.csv"), SEEN);
        model = directory.resolve("model.json");
        Cli.run("train", csv, "-o", model, Cli.TINY, "--quiet").succeeds();
        old = Files.readAllBytes(model);
        grown = SeriesFile.weekdays(directory.resolve("grown.csv"), 180);
    }

    private Cli update(Object... more) {
        return Cli.run("update", model, List.of(more));
    }

    private JsonNode file() throws IOException {
        return Cli.json(Files.readAllBytes(model));
    }

    private int trainRows() throws IOException {
        return file().get("data").get("train_rows").intValue();
    }

    @Test
    void theModelLearnsTheNewRowsAndSaysWhatThatIsWorth() throws IOException {
        JsonNode json = update(grown, "--json").succeeds().json();
        assertEquals(60, json.get("new_rows").intValue());
        assertTrue(json.get("updated").booleanValue());
        assertEquals(18, json.get("scores").get("rows").intValue());
        for (String method : List.of("model", "naive", "drift", "autoregression")) {
            assertEquals(6, json.get("scores").get(method).size(), method);
        }
        assertEquals(json.get("after"), json.get("scores"));
        assertTrue(json.get("after").get("skill").doubleValue()
                >= json.get("before").get("skill").doubleValue());
        assertEquals(162, trainRows());
        assertEquals(180, file().get("data").get("rows").intValue());
        JsonNode before = Cli.json(old);
        assertEquals(before.get("scaler"), file().get("scaler"), "fitted anew");
        assertEquals(before.get("transform"), file().get("transform"), "fitted anew");
        assertFalse(before.get("baselines").equals(file().get("baselines")), "of the old rows");
        assertFalse(before.get("intervals").equals(file().get("intervals")), "of the old rows");
        Cli next = Cli.run("predict", model, "--quiet").succeeds();
        assertTrue(next.lines().get(1).startsWith(SeriesFile.weekday(180) + ","), next.out());
    }

    @Test
    void theNewRowsAloneAreEnoughSinceTheModelKeepsThoseBefore() throws IOException {
        Path later = SeriesFile.weekdays(directory.resolve("later.csv"), SEEN, 180);
        JsonNode json = update(later, "--json").succeeds().json();
        assertEquals(60, json.get("new_rows").intValue());
        assertEquals(6, json.get("scores").get("rows").intValue());
        assertEquals(8 + 60, file().get("data").get("rows").intValue());
    }

    @Test
    void theSameUpdateGivesTheSameBytesOnAnyNumberOfThreads() throws IOException {
        Path other = directory.resolve("other.json");
        update(grown, "-o", other, "--threads", 1).succeeds();
        assertArrayEquals(old, Files.readAllBytes(model));
        update(grown, "--threads", 3).succeeds();
        assertArrayEquals(Files.readAllBytes(other), Files.readAllBytes(model));
    }

    @Test
    void worseWeightsAreNotKept() throws IOException {
        Cli run = update(grown, "--epochs", 1, "--learning-rate", 1, "--json").succeeds();
        assertTrue(run.err().contains("lstm predict " + model + " " + grown + " --horizon 1\n"), run.err());
        assertArrayEquals(old, Files.readAllBytes(model));
        JsonNode json = run.json();
        assertFalse(json.get("updated").booleanValue());
        double before = json.get("before").get("model").get("rmse").doubleValue();
        assertTrue(json.get("after").get("model").get("rmse").doubleValue() > before, run.out());

        Path other = directory.resolve("other.json");
        update(grown, "--epochs", 1, "--learning-rate", 1, "-o", other, "--quiet")
                .succeeds();
        assertArrayEquals(old, Files.readAllBytes(other), "the better model is the one asked for");
    }

    @Test
    void theGateIsHeldToTheModelThatStays() throws IOException {
        Cli missed = update(grown, "--min-skill", 0.999, "--quiet", "--json");
        missed.fails(6, "--min-skill 0.999");
        assertTrue(missed.json().get("updated").booleanValue());
        Files.write(model, old);
        Cli worse = update(grown, "--epochs", 1, "--learning-rate", 1, "--min-skill", 0.999, "--quiet");
        assertEquals(6, worse.code());
        assertArrayEquals(old, Files.readAllBytes(model));
    }

    @Test
    void withoutNewRowsThereIsNothingToDo() throws IOException {
        Path same = SeriesFile.weekdays(directory.resolve("same.csv"), 40, SEEN);
        Cli run = update(same, "--json").succeeds();
        assertEquals(1, run.err().lines().count(), run.err());
        assertEquals(0, run.json().get("new_rows").intValue());
        assertArrayEquals(old, Files.readAllBytes(model));
        assertEquals(6, update(same, "--quiet", "--min-skill", 0.999).code());
    }

    @Test
    void rowsWithoutDatesAreKnownByTheRowsBeforeThem() throws IOException {
        Path numbers = SeriesFile.numbers(directory.resolve("numbers.csv"), 100);
        Cli.run("train", numbers, "-o", model, Cli.TINY, "--force", "--quiet").succeeds();
        assertEquals(0, newRows(numbers));
        Path more = SeriesFile.numbers(directory.resolve("more.csv"), 130);
        assertEquals(30, newRows(more, "-o", directory.resolve("a.json")));
        Path others = SeriesFile.of(directory.resolve("others.csv"), "y", 50, k -> "" + SeriesFile.wave(k + 100));
        assertEquals(50, newRows(others, "-o", directory.resolve("b.json")));
    }

    private int newRows(Object... arguments) {
        Cli run = update(List.of(arguments), "--json").succeeds();
        return run.json().get("new_rows").intValue();
    }

    @Test
    void everyTargetIsJudged() {
        Path both = directory.resolve("both.json");
        Path csv = directory.resolve("prices.csv");
        List<String> named = List.of("--target", "close", "--target", "open");
        Cli.run("train", csv, "-o", both, Cli.TINY, named, "--quiet").succeeds();
        JsonNode targets =
                Cli.run("update", both, grown, "--json").succeeds().json().get("targets");
        assertEquals(List.of("close", "open"), targets.findValuesAsText("series"));
        targets.forEach(
                target -> assertEquals(18, target.get("scores").get("rows").intValue()));
    }

    @Test
    void withNothingHeldOutTheNewWeightsAreKept() throws IOException {
        JsonNode json = update(grown, "--validation", 0, "--json").succeeds().json();
        assertTrue(json.get("updated").booleanValue());
        assertTrue(json.get("before").isNull() && json.get("after").isNull());
        assertEquals(180, trainRows());
        assertTrue(file().get("scores").isNull());
    }

    @Test
    void heldOutRowsThatTheOldWeightsLearnedAreSaid() {
        Path all = directory.resolve("all.json");
        Cli.run("train", directory.resolve("prices.csv"), "-o", all, Cli.TINY, "--validation", 0, "--quiet")
                .succeeds();
        Path little = SeriesFile.weekdays(directory.resolve("little.csv"), 125);
        Cli run = Cli.run("update", all, little).succeeds();
        assertTrue(run.err().contains(" 7 of the held-out rows"), run.err());
    }

    @Test
    void anUpdateThatIsInterruptedLeavesTheModelAsItWas() throws IOException {
        Cli run = Cli.runInterrupted("update", model, grown, "--quiet");
        run.fails(130, model);
        assertArrayEquals(old, Files.readAllBytes(model));
    }

    @Test
    void anUpdateThatDivergesLeavesTheModelAsItWas() throws IOException {
        Path wild = directory.resolve("wild.json");
        Cli.run("train", directory.resolve("prices.csv"), "-o", wild, Cli.TINY, "--optimizer", "sgd", "--quiet")
                .succeeds();
        byte[] before = Files.readAllBytes(wild);
        Cli run = Cli.run("update", wild, grown, "--learning-rate", 1e30, "--quiet");
        run.fails(5, "--learning-rate");
        assertArrayEquals(before, Files.readAllBytes(wild));
    }

    @Test
    void aModelForSeveralStepsHoldsOutTwoHorizonsOrAThirdOfTheRows() throws IOException {
        Path direct = directory.resolve("direct.json");
        Path csv = directory.resolve("prices.csv");
        Cli.run("train", csv, "-o", direct, Cli.TINY, "--horizon", 12, "--quiet")
                .succeeds();
        Path later = SeriesFile.weekdays(directory.resolve("later.csv"), SEEN, 180);
        Cli.run("update", direct, later).succeeds();
        JsonNode data = Cli.json(Files.readAllBytes(direct)).get("data");
        assertEquals(20, data.get("rows").intValue() - data.get("train_rows").intValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 | 31 | MODEL few.csv",
                "3 | numbers.csv:1: | MODEL numbers.csv",
                "3 | no-such.csv: | MODEL no-such.csv",
                "4 | no-such.json: | no-such.json few.csv",
                "2 | --epochs 0 | MODEL few.csv --epochs 0",
                "2 | --learning-rate 0.0 | MODEL few.csv --learning-rate 0",
                "2 | --validation 0 | MODEL few.csv --patience 2 --validation 0",
                "2 | --min-skill | MODEL few.csv --min-skill 0 --validation 0",
                "2 | few.csv: | MODEL few.csv -o few.csv"
            })
    void whatCannotBeLearnedIsRefusedInOneLine(int code, String part, String words) throws IOException {
        SeriesFile.weekdays(directory.resolve("few.csv"), SEEN, SEEN + 20);
        SeriesFile.numbers(directory.resolve("numbers.csv"), 60);
        List<String> arguments = Pattern.compile(" ")
                .splitAsStream(words)
                .map(word -> word.equals("MODEL")
                        ? model.toString()
                        : word.contains(".") && !word.matches("[0-9.]+")
                                ? directory.resolve(word).toString()
                                : word)
                .toList();
        Cli.run("update", arguments).fails(code, part);
        assertArrayEquals(old, Files.readAllBytes(model));
    }

    @Test
    void rowsWithDatesAreNothingForAModelWithout() {
        Path numbers = SeriesFile.numbers(directory.resolve("numbers.csv"), 100);
        Cli.run("train", numbers, "-o", model, Cli.TINY, "--force", "--quiet").succeeds();
        Path dated = SeriesFile.of(
                directory.resolve("dated.csv"), "date,y", 60, k -> SeriesFile.weekday(k) + "," + SeriesFile.wave(k));
        update(dated).fails(3, dated, model);
    }

    @Test
    void anUnfinishedTrainingIsToBeFinishedFirst() {
        Cli.runInterrupted("train", directory.resolve("prices.csv"), "-o", model, Cli.TINY, "--force");
        update(grown).fails(4, model);
    }
}
