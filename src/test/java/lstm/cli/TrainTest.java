package lstm.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainTest {
    @TempDir
    Path directory;

    private Path csv;
    private Path model;

    @BeforeEach
    void layOut() {
        csv = SeriesFile.weekdays(directory.resolve("prices.csv"), 120);
        model = directory.resolve("model.json");
    }

    private Cli train(Object... more) {
        return Cli.run("train", csv, "-o", model, Cli.TINY, List.of(more));
    }

    private byte[] bytesOf(Object... more) throws IOException {
        train("--force", List.of(more)).succeeds();
        return Files.readAllBytes(model);
    }

    private JsonNode file() throws IOException {
        return Cli.json(Files.readAllBytes(model));
    }

    private JsonNode inspected() {
        return Cli.run("inspect", model, "--json").succeeds().json();
    }

    @Test
    void theClassicNetworkHas71051Parameters() throws IOException {
        Path few = SeriesFile.numbers(directory.resolve("few.csv"), 91);
        Cli run = Cli.run("train", few, "-o", model, "--epochs", 1, "--json").succeeds();
        assertEquals(71_051, run.json().get("parameters").intValue());
        assertEquals(82, inspected().get("train_rows").intValue());
        assertEquals(60, inspected().get("lookback").intValue());
    }

    @Test
    void theSummaryIsForPeopleAndTheModelHasWhatWasReadAndReached() {
        Cli run = train("--features", "open").succeeds();
        assertEquals("", run.out());
        JsonNode made = inspected();
        assertEquals(120, made.get("rows").intValue());
        assertEquals(108, made.get("train_rows").intValue());
        assertEquals(SeriesFile.weekday(0).toString(), made.get("first").textValue());
        assertEquals(SeriesFile.weekday(119).toString(), made.get("last").textValue());
        assertEquals("weekdays", made.get("calendar").textValue());
        assertEquals("close", made.get("target").textValue());
        assertEquals("open", made.get("features").get(0).textValue());
        assertEquals(117, made.get("parameters").intValue());
        assertEquals(2, made.get("epochs").intValue());
        assertEquals(8, made.get("autoregression_rows").intValue());
        JsonNode scores = made.get("scores");
        assertEquals(12, scores.get("rows").intValue());
        assertEquals(1, scores.get("season").intValue());
        for (String method : List.of("model", "naive", "drift", "autoregression")) {
            assertEquals(6, scores.get(method).size(), method);
        }
    }

    @Test
    void theTargetIsTheOneAskedForOrNamedSoOrTheOnlyOne() {
        assertEquals("close", train("--json").succeeds().json().get("target").textValue());
        assertEquals(
                "open",
                train("--target", "open", "--force", "--json")
                        .succeeds()
                        .json()
                        .get("target")
                        .textValue());
        Path one = SeriesFile.numbers(directory.resolve("one.csv"), 60);
        Cli run = Cli.run("train", one, "-o", model, "--force", "--json", Cli.TINY)
                .succeeds();
        assertEquals("y", run.json().get("target").textValue());
    }

    @Test
    void theNextCommandWorksAsPrinted() {
        Cli run = train().succeeds();
        Matcher next = Pattern.compile("^next +lstm (.*)$", Pattern.MULTILINE).matcher(run.err());
        assertTrue(next.find(), run.err());
        Cli forecast = Cli.run(List.of(next.group(1).split(" "))).succeeds();
        assertEquals(2, forecast.lines().size(), "the header and the one step it was trained for");
    }

    @Test
    void aModelThatIsTooLowOnNearlyAllHeldOutRowsIsCalledBiased() {
        Path line = SeriesFile.of(directory.resolve("line.csv"), "y", 120, k -> Integer.toString(1_000 + 10 * k));
        Cli run = Cli.run("train", line, "-o", model, Cli.TINY).succeeds();
        assertTrue(
                Pattern.compile(
                                "the model is biased: on held-out rows (\\d+) of \\1 forecasts of y were too low, by \\d")
                        .matcher(run.err())
                        .find(),
                run.err());
        assertFalse(train("--force").succeeds().err().contains("biased"), "of a wave");
    }

    private static void assertScores(JsonNode kept, JsonNode printed) {
        for (String field : List.of("rows", "season", "model", "naive", "drift", "autoregression", "skill", "test")) {
            assertEquals(kept.get(field), printed.get(field), field);
        }
    }

    @Test
    void jsonHasTheNumbersOfTheModelFile() throws IOException {
        Cli run = train("--json", "--quiet").succeeds();
        assertEquals("", run.err());
        JsonNode json = run.json();
        assertEquals(model.toString(), json.get("model").textValue());
        assertEquals("close", json.get("target").textValue());
        assertEquals(120, json.get("rows").intValue());
        assertEquals(101, json.get("parameters").intValue());
        assertEquals(2, json.get("epochs").intValue());
        assertEquals(file().get("training").get("best_epoch"), json.get("best_epoch"));
        assertEquals("finished", json.get("status").textValue());
        assertScores(file().get("scores").get(0), json.get("scores"));
        assertTrue(json.get("scores").get("model").get("rmse").doubleValue() > 0);
    }

    @Test
    void quietPrintsNothing() {
        Cli run = train("--quiet").succeeds();
        assertEquals("", run.err() + run.out());
    }

    @Test
    void withNothingHeldOutTheLastWeightsAreKept() throws IOException {
        Cli run = train("--validation", 0, "--json").succeeds();
        assertEquals(120, inspected().get("train_rows").intValue());
        assertTrue(run.json().get("scores").isNull());
        assertEquals(2, file().get("training").get("best_epoch").intValue());
    }

    @Test
    void patienceStopsEarlyAndKeepsTheBest() throws IOException {
        Cli patient = Cli.run(
                        "train",
                        csv,
                        "-o",
                        model,
                        "--units",
                        4,
                        "--layers",
                        1,
                        "--lookback",
                        8,
                        "--epochs",
                        500,
                        "--patience",
                        2,
                        "--learning-rate",
                        0.5,
                        "--json")
                .succeeds();
        assertEquals("stopped-early", patient.json().get("status").textValue());
        int epochs = patient.json().get("epochs").intValue();
        assertTrue(epochs < 500);
        assertEquals(epochs - 2, patient.json().get("best_epoch").intValue());
    }

    @Test
    void theSameSeedGivesTheSameBytesOnAnyNumberOfThreads() throws IOException {
        byte[] once = bytesOf();
        assertArrayEquals(once, bytesOf());
        for (int threads = 1; threads <= 3; threads++) {
            assertArrayEquals(once, bytesOf("--threads", threads));
        }
    }

    @Test
    void anotherSeedGivesAnotherModel() throws IOException {
        String weights = tensor(bytesOf());
        assertFalse(weights.equals(tensor(bytesOf("--seed", 2))));
    }

    private static String tensor(byte[] model) {
        return Cli.json(model).get("tensors").get(0).get("data").textValue();
    }

    @Test
    void aConstantColumnTrainsAndForecastsThatConstant() {
        Path constant = SeriesFile.of(directory.resolve("constant.csv"), "y", 60, k -> "7.25");
        Cli run = Cli.run("train", constant, "-o", model, Cli.TINY, "--json").succeeds();
        assertTrue(run.json().get("scores").get("skill").isNull());
        assertEquals(List.of("7.25", "7.25", "7.25"), columnOfForecasts(3));
    }

    private List<String> columnOfForecasts(int horizon) {
        return Cli.run("predict", model, "--horizon", horizon).succeeds().column("forecast");
    }

    @Test
    void valuesWhoseSquaresOverflowAreScored() {
        Path large = SeriesFile.of(directory.resolve("large.csv"), "y", 60, k -> SeriesFile.wave(k) + "e200");
        Cli run = Cli.run("train", large, "-o", model, Cli.TINY, "--json").succeeds();
        double rmse = run.json().get("scores").get("model").get("rmse").doubleValue();
        assertTrue(rmse > 1e199 && rmse < 1e203, run.out());
    }

    @Test
    void aValueNextToNothingMakesTheMapeUndefined() {
        Path odd = SeriesFile.of(directory.resolve("odd.csv"), "y", 60, k -> k == 57 ? "1e-320" : "" + (1 + k % 9));
        Cli run = Cli.run("train", odd, "-o", model, Cli.TINY, "--json").succeeds();
        assertTrue(run.json().get("scores").get("model").get("mape").isNull(), run.out());
    }

    @Test
    void aSeriesWithASeasonIsScoredBesideIt() throws IOException {
        Path passengers = Path.of("data/airline-passengers.csv");
        Cli run = Cli.run("train", passengers, "-o", model, "--lookback", 24, "--units", 4, "--epochs", 1, "--json")
                .succeeds();
        for (String line : run.err()
                .lines()
                .filter(line -> !line.matches("(read|training|lstm:) .*"))
                .toList()) {
            assertTrue(line.length() <= 80, line);
        }
        JsonNode scores = run.json().get("scores");
        assertEquals(12, scores.get("season").intValue());
        assertEquals(14, scores.get("rows").intValue());
        int lags = inspected().get("autoregression_rows").intValue();
        assertTrue(lags > 12 && lags <= 31, "a season and a few, at most a quarter of the rows: " + lags);
        assertTrue(scores.get("skill").doubleValue() < 0);
        // Each row of the last 14 against the one a year before, over the same error in the 130 before them.
        double mae = scores.get("seasonal_naive").get("mae").doubleValue();
        double scale = file().get("baselines").get(0).get("naive_mae").doubleValue();
        assertEquals(mae / scale, scores.get("seasonal_naive").get("mase").doubleValue());
        assertTrue(scores.get("test").get("p_value").doubleValue() <= 1);
    }

    @Test
    void aSeasonalDifferenceTakesTheSeasonThatIsFoundOrAsked() throws IOException {
        Path passengers = Path.of("data/airline-passengers.csv");
        List<String> seasonal = List.of("--transform", "seasonal-difference", "--force");
        Cli.run("train", passengers, "-o", model, Cli.TINY, seasonal).succeeds();
        assertEquals(12, file().get("transform").get("season").intValue());
        train(seasonal).fails(3, csv, "\"close\"", "--season");
        train(seasonal, "--season", 5).succeeds();
        assertEquals(5, file().get("transform").get("season").intValue());
        assertFalse(file().get("scores").get(0).get("seasonal_naive").isNull());
        train("--force", "--season", 1000).succeeds();
        assertEquals(1000, file().get("scores").get(0).get("season").intValue());
        assertTrue(file().get("scores").get(0).get("seasonal_naive").isNull());
    }

    @Test
    void theAutoregressionIsTheSameForEveryLookback() {
        int lags = 0;
        for (int lookback : new int[] {3, 20, 60}) {
            Cli.run(
                            "train",
                            csv,
                            "--target",
                            "close",
                            "-o",
                            model,
                            "--force",
                            "--lookback",
                            lookback,
                            List.of("--units", 2, "--layers", 1, "--epochs", 1))
                    .succeeds();
            assertEquals(lookback, inspected().get("lookback").intValue());
            int found = inspected().get("autoregression_rows").intValue();
            assertTrue(lags == 0 || lags == found, lags + " and " + found);
            lags = found;
        }
    }

    @Test
    void theScoredBaselinesSeeOnlyTheTrainingPart() throws IOException {
        byte[] before = bytesOf();
        List<String> rows = Files.readAllLines(csv);
        List<String> changed = new java.util.ArrayList<>(rows.subList(0, 109));
        rows.subList(109, 121).forEach(row -> changed.add(row.replaceAll(",.*", ",7,7")));
        Files.write(csv, changed);
        byte[] after = bytesOf();
        JsonNode fitted = Cli.json(before).get("baselines").get(0);
        assertEquals(
                Cli.without(fitted, "held_out"),
                Cli.without(Cli.json(after).get("baselines").get(0), "held_out"));
        assertFalse(Cli.json(before).get("scores").equals(Cli.json(after).get("scores")));
    }

    @Test
    void aSkillThatIsMissedEndsWithSixAndTheModelIsThere() throws IOException {
        byte[] whole = bytesOf();
        Cli missed = train("--force", "--min-skill", 0.99, "--json", "--quiet");
        missed.fails(6, "--min-skill 0.99");
        assertArrayEquals(whole, Files.readAllBytes(model));
        assertScores(file().get("scores").get(0), missed.json().get("scores"));
        train("--force", "--min-skill", -1000).succeeds();
        assertEquals(6, train("--resume", "--min-skill", 0.99).code(), "a finished training must reach it too");
    }

    @Test
    void aSkillThatIsUndefinedIsMissed() {
        Path constant = SeriesFile.of(directory.resolve("constant.csv"), "y", 60, k -> "7.25");
        Cli.run("train", constant, "-o", model, Cli.TINY, "--quiet", "--min-skill", -5)
                .fails(6, "--min-skill -5");
        assertTrue(Files.exists(model));
    }

    @Test
    void aSkillThatCannotBeReachedOrMeasuredIsRefusedAtOnce() {
        train("--min-skill", 1.01).fails(2, "--min-skill 1.01");
        assertEquals(2, train("--min-skill", "NaN").code());
        assertEquals(2, train("--min-skill", "-Infinity").code());
        train("--min-skill", 0, "--validation", 0).fails(2, "--min-skill", "--validation 0");
        assertFalse(Files.exists(model));
    }

    @Test
    void aTrainingThatWasStoppedGoesOnToTheSameBytes() throws IOException {
        byte[] whole = bytesOf();
        Cli stopped = Cli.runInterrupted("train", csv, "-o", model, Cli.TINY, "--force");
        assertEquals(130, stopped.code());
        assertTrue(stopped.err().endsWith("--resume\n"), stopped.err());
        assertEquals("unfinished", file().get("training").get("status").textValue());
        Cli.run("predict", model, "--quiet").succeeds();
        Cli.run("train", csv, "-o", model, "--resume").succeeds();
        assertArrayEquals(whole, Files.readAllBytes(model));
    }

    @Test
    void updateDoesWhatTheModelFileNeeds() throws IOException {
        byte[] whole = bytesOf();
        Files.delete(model);
        train("--update").succeeds();
        assertArrayEquals(whole, Files.readAllBytes(model));
        Object key = Files.readAttributes(model, BasicFileAttributes.class).fileKey();
        train("--update").succeeds();
        assertEquals(key, Files.readAttributes(model, BasicFileAttributes.class).fileKey());

        assertEquals(
                130,
                Cli.runInterrupted("train", csv, "-o", model, Cli.TINY, "--force")
                        .code());
        train("--update").succeeds();
        assertArrayEquals(whole, Files.readAllBytes(model), "the training was not continued");

        byte[] other = bytesOf("--seed", 5);
        train("--update").succeeds();
        assertArrayEquals(whole, Files.readAllBytes(model), "other options");
        train("--seed", 5, "--update").succeeds();
        assertArrayEquals(other, Files.readAllBytes(model), "other options");
        train("--seed", 5, "--target", "open", "--update").succeeds();
        assertEquals(
                "open", Cli.run("inspect", model, "--json").json().get("target").textValue());

        SeriesFile.weekdays(csv, 121);
        Cli more = train("--seed", 5, "--update", "--json").succeeds();
        assertEquals(121, more.json().get("rows").intValue());
        Files.writeString(model, "mine");
        assertEquals(4, train("--update").code());
        assertEquals("mine", Files.readString(model));
    }

    @Test
    void aFinishedTrainingIsNotResumed() throws IOException {
        byte[] whole = bytesOf();
        JsonNode json = train("--force", "--json").succeeds().json();
        Cli again = train("--resume").succeeds();
        assertEquals("", again.out());
        assertEquals("", train("--resume", "--quiet").succeeds().err());
        assertEquals(json, train("--resume", "--json").succeeds().json());
        assertArrayEquals(whole, Files.readAllBytes(model));
    }

    @Test
    void aTrainingThatDivergesLaterKeepsItsBestWeights() throws IOException {
        Cli run = Cli.run(
                "train",
                csv,
                "-o",
                model,
                "--units",
                4,
                "--layers",
                1,
                "--lookback",
                8,
                "--epochs",
                50,
                "--batch",
                1000,
                "--learning-rate",
                "1e6",
                "--optimizer",
                "sgd",
                "--quiet");
        JsonNode training = file().get("training");
        assertEquals("diverged", training.get("status").textValue());
        run.fails(5, "epoch " + training.get("best_epoch"), model);
        assertTrue(Double.isFinite(Double.parseDouble(columnOfForecasts(1).get(0))));
        Cli again = train("--resume");
        assertEquals(2, again.code(), "the options are others");
        Cli.run("train", csv, "-o", model, "--resume").fails(5, model, "--force");
    }

    @Test
    void forceReplacesAModel() throws IOException {
        Files.writeString(model, "old");
        assertEquals(2, train().code());
        assertEquals("old", Files.readString(model));
        train("--force").succeeds();
        assertEquals("lstm-model", file().get("format").textValue());
    }

    @Test
    void standardInputIsRead() throws IOException {
        byte[] whole = bytesOf();
        Cli run = Cli.runReading(Files.readAllBytes(csv), "train", "-", "-o", model, "--force", "--json", Cli.TINY);
        assertEquals(120, run.succeeds().json().get("rows").intValue());
        assertArrayEquals(whole, Files.readAllBytes(model));
    }

    @Test
    void onATerminalProgressStaysOnOneLine() {
        Cli run = Cli.runOnATerminal(Map.of("NO_COLOR", "1"), "train", csv, "-o", model, Cli.TINY)
                .succeeds();
        String[] shown = run.err()
                .substring(run.err().indexOf('\r'), run.err().indexOf("\ntrained"))
                .split("\r");
        assertTrue(shown.length > 2, run.err());
        for (String line : shown) {
            assertTrue(line.length() <= 79, line);
        }
        String last = shown[shown.length - 1];
        assertTrue(last.startsWith("epoch 2/2 " + "\u2588".repeat(14) + " loss "), last);
    }

    @Test
    void elsewhereItIsALineAfterTheFirstEpochAndEveryTenth() {
        Cli run = Cli.run("train", csv, "-o", model, "--units", 2, "--layers", 1, "--lookback", 2, "--epochs", 30);
        List<String> epochs = run.succeeds()
                .err()
                .lines()
                .filter(line -> line.startsWith("epoch "))
                .toList();
        assertEquals(11, epochs.size(), run.err());
        assertTrue(epochs.get(0).startsWith("epoch 1/30: loss "));
        assertTrue(epochs.get(1).startsWith("epoch 3/30: loss "));
        assertTrue(epochs.get(1).endsWith(" left"), epochs.get(1));
    }

    @Test
    void aColumnNameCannotBreakALine() {
        Path odd = directory.resolve("odd.csv");
        SeriesFile.of(odd, "\"a\nb\u001b[2J\"", 60, k -> "" + SeriesFile.wave(k));
        Cli run = Cli.run("train", odd, "-o", model, Cli.TINY).succeeds();
        String target = "target   a?b?[2J";
        assertTrue(run.err().lines().anyMatch(line -> line.startsWith(target)), run.err());
        Cli forecast = Cli.run("predict", model).succeeds();
        assertTrue(forecast.err().startsWith("lstm: a?b?[2J "), forecast.err());
        Cli shown = Cli.run("inspect", model).succeeds();
        assertTrue(shown.lines().stream().anyMatch(line -> line.startsWith(target)), shown.out());
    }
}
