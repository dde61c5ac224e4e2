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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateTest {
    @TempDir
    Path directory;

    private Path csv;
    private Path later;
    private Path model;

    @BeforeEach
    void train() {
        csv = SeriesFile.weekdays(directory.resolve("prices.csv"), 60);
        later = SeriesFile.weekdays(directory.resolve("later.csv"), 60, 80);
        model = directory.resolve("model.json");
        Cli.run("train", csv, "-o", model, Cli.TINY).succeeds();
    }

    private Cli evaluate(Object... more) {
        return Cli.run("evaluate", model, List.of(more)).succeeds();
    }

    @Test
    void eachRowStandsBesideItsForecastAndTheValueBeforeIt() {
        Cli run = evaluate(csv);
        assertEquals(
                "origin,date,series,step,actual,predicted,naive,seasonal_naive,drift,autoregression,"
                        + "lower80,upper80,lower95,upper95",
                run.lines().get(0));
        double[] actual = run.numbers("actual");
        double[] naive = run.numbers("naive");
        assertEquals(52, actual.length);
        assertEquals(SeriesFile.weekday(8).toString(), run.column("date").get(0));
        for (int k = 0; k < actual.length; k++) {
            assertEquals(SeriesFile.wave(8 + k), actual[k]);
            assertEquals(SeriesFile.wave(7 + k), naive[k]);
        }
        String note = "lstm: the first 8 rows have no window before them and no forecast; give earlier rows with";
        assertTrue(run.err().startsWith(note), run.err());
        assertEquals("", evaluate(csv, "--quiet").err());
    }

    @Test
    void theScoresFollowFromTheForecasts() {
        Cli run = evaluate(csv);
        JsonNode scores = evaluate(csv, "--json").json();
        double[] actual = run.numbers("actual");
        assertEquals(actual.length, scores.get("rows").intValue());
        for (String who : List.of("model", "naive")) {
            double[] forecast = run.numbers(who.equals("model") ? "predicted" : "naive");
            double squares = 0;
            double sizes = 0;
            double shares = 0;
            for (int k = 0; k < actual.length; k++) {
                double error = forecast[k] - actual[k];
                squares += error * error;
                sizes += Math.abs(error);
                shares += Math.abs(error / actual[k]);
            }
            JsonNode said = scores.get(who);
            assertEquals(Math.sqrt(squares / actual.length), said.get("rmse").doubleValue(), 1e-12);
            assertEquals(sizes / actual.length, said.get("mae").doubleValue(), 1e-12);
            assertEquals(100 * shares / actual.length, said.get("mape").doubleValue(), 1e-12);
        }
        double model = scores.get("model").get("rmse").doubleValue();
        double naive = scores.get("naive").get("rmse").doubleValue();
        assertEquals(1 - model / naive, scores.get("skill").doubleValue());
    }

    @Test
    void theHeldOutRowsScoreAsTrainSaid() throws IOException {
        Path before = SeriesFile.weekdays(directory.resolve("before.csv"), 0, 54);
        Path held = SeriesFile.weekdays(directory.resolve("held.csv"), 54, 60);
        JsonNode scores = evaluate(held, "--context", before, "--json").json();
        JsonNode said = Cli.json(Files.readAllBytes(model)).get("scores").get(0);
        assertEquals(said.get("naive"), scores.get("naive"));
        assertEquals(said.get("rows"), scores.get("rows"));
        assertEquals(
                said.get("model").get("rmse").doubleValue(),
                scores.get("model").get("rmse").doubleValue(),
                1e-5);
    }

    @Test
    void theSimpleMethodsForecastAsTheTrainingPartTaughtThem() throws IOException {
        Cli run = evaluate(later);
        JsonNode scores = evaluate(later, "--json").json();
        JsonNode fitted = Cli.json(Files.readAllBytes(model)).get("baselines").get(0);
        double[] actual = run.numbers("actual");
        double[] naive = run.numbers("naive");
        double drift = fitted.get("drift").doubleValue();
        assertEquals((SeriesFile.wave(53) - SeriesFile.wave(0)) / 53, drift, 1e-12);
        JsonNode linear = fitted.get("autoregression");
        double mean = linear.get("mean").doubleValue();
        double deviation = linear.get("deviation").doubleValue();
        double drifting = 0;
        double regressing = 0;
        for (int k = 0; k < actual.length; k++) {
            drifting += Math.abs(naive[k] + drift - actual[k]) / actual.length;
            double z = linear.get("intercept").doubleValue();
            for (int lag = 0; lag < 8; lag++) {
                z += linear.get("coefficients").get(lag).doubleValue()
                        * (SeriesFile.wave(60 + k - 1 - lag) - mean)
                        / deviation;
            }
            regressing += Math.abs(mean + deviation * z - actual[k]) / actual.length;
        }
        assertEquals(drifting, scores.get("drift").get("mae").doubleValue(), 1e-9);
        assertEquals(regressing, scores.get("autoregression").get("mae").doubleValue(), 1e-9);
        double scale = fitted.get("naive_mae").doubleValue();
        assertEquals(
                scores.get("model").get("mae").doubleValue() / scale,
                scores.get("model").get("mase").doubleValue());
    }

    @Test
    void aSeasonLongerThanTheLookbackIsRememberedInTheModel() throws IOException {
        Path first = directory.resolve("first.csv");
        Path rest = directory.resolve("rest.csv");
        List<String> rows = Files.readAllLines(Path.of("data/airline-passengers.csv"));
        Files.write(first, rows.subList(0, 121));
        Files.write(rest, rows.subList(121, 145));
        Files.writeString(rest, rows.get(0) + "\n" + Files.readString(rest));
        Cli.run("train", first, "-o", model, "--force", Cli.TINY).succeeds();
        assertEquals(
                4,
                Cli.json(Files.readAllBytes(model))
                        .get("baselines")
                        .get(0)
                        .get("recent")
                        .size());
        JsonNode alone = evaluate(rest, "--json").json();
        JsonNode after = evaluate(rest, "--context", first, "--json").json();
        assertEquals(after, alone);
        double sum = 0;
        for (int row = 121; row < 145; row++) {
            sum += Math.abs(passengers(rows.get(row)) - passengers(rows.get(row - 12))) / 24;
        }
        assertEquals(sum, alone.get("seasonal_naive").get("mae").doubleValue(), 1e-9);
        Cli within = evaluate(first, "--json");
        assertTrue(within.json().get("seasonal_naive").isNull());
        assertTrue(
                within.err().contains("lstm: no seasonal naive forecast: it needs 12 rows before the first forecast; "),
                within.err());
    }

    private static double passengers(String row) {
        return Double.parseDouble(row.split(",")[1]);
    }

    @Test
    void aSkillThatIsMissedEndsWithSixAndTheForecastsAreThere() {
        Cli passed = evaluate(later, "--min-skill", -1000);
        Cli missed = Cli.run("evaluate", model, later, "--min-skill", 0.99, "--quiet");
        assertEquals(6, missed.code());
        assertEquals(passed.out(), missed.out());
        assertTrue(missed.err().matches("lstm: the skill of -?[0-9.]+ misses --min-skill 0.99; .*\n"), missed.err());
        Cli json = Cli.run("evaluate", model, later, "--min-skill", 0.99, "--json", "--quiet");
        assertEquals(6, json.code());
        assertEquals(20, json.json().get("rows").intValue());
        assertEquals(2, Cli.run("evaluate", model, later, "--min-skill", 2).code());
    }

    @Test
    void valuesFarFromTheTrainingDataAreScoredOrRefusedInWords() {
        for (String size : List.of("e300", "e-300", "e200")) {
            Path far = SeriesFile.of(
                    directory.resolve("far" + size + ".csv"),
                    "date,open,close",
                    30,
                    k -> SeriesFile.weekday(60 + k) + ",1," + (k % 2 == 0 ? "-1" : "1") + size);
            Cli run = Cli.run("evaluate", model, far);
            assertTrue(run.code() == 0 || run.code() == 3, run.code() + " " + run.err());
        }
    }

    @Test
    void rowsAfterTheTrainingDataFollowOnThem() {
        Cli run = evaluate(later);
        assertEquals(20, run.column("date").size());
        assertEquals(SeriesFile.wave(59), run.numbers("naive")[0]);
        assertTrue(run.err().startsWith("lstm: windows reach back into the model's own last rows\n"), run.err());
        Cli joined = evaluate(later, "--context", csv);
        assertEquals(run.out(), joined.out());
        assertTrue(joined.err().startsWith("lstm: windows reach back into " + csv + "\n"), joined.err());
    }

    @Test
    void ofAContextOnlyEarlierRowsAreTaken() {
        Path overlapping = SeriesFile.weekdays(directory.resolve("overlapping.csv"), 40, 70);
        assertEquals(
                evaluate(later).out(), evaluate(later, "--context", overlapping).out());
    }

    @Test
    void aShortContextLeavesTheFirstRowsOut() {
        Path few = SeriesFile.weekdays(directory.resolve("few.csv"), 57, 60);
        Cli run = evaluate(later, "--context", few);
        assertEquals(15, run.column("date").size());
        assertTrue(run.err().contains("lstm: the first 5 rows have no window before them"), run.err());
    }

    @Test
    void rowsWithDatesDoNotFollowOnRowsWithout() {
        Path numbers = SeriesFile.numbers(directory.resolve("numbers.csv"), 60);
        Cli.run("train", numbers, "-o", model, "--force", Cli.TINY).succeeds();
        Path dated = SeriesFile.of(
                directory.resolve("dated.csv"), "date,y", 30, k -> SeriesFile.weekday(k) + "," + SeriesFile.wave(k));
        Cli run = evaluate(dated);
        assertFalse(run.err().contains("reach back"), run.err());
        assertEquals(22, run.column("date").size());
    }

    @Test
    void datesAndVolumesAsExportsWriteThemAreRead() {
        Path export = SeriesFile.of(
                directory.resolve("export.csv"),
                "\"Date\",\"Open\",\"Volume\"",
                60,
                k -> "\"" + SeriesFile.weekday(k).getMonthValue() + "/"
                        + SeriesFile.weekday(k).getDayOfMonth() + "/2020\",\"" + SeriesFile.wave(k) + "\",\"7,380,"
                        + (100 + k) + "\"");
        Cli.run("train", export, "-o", model, "--force", "--target", "Open", "--features", "Volume", Cli.TINY)
                .succeeds();
        Cli run = evaluate(export);
        assertEquals(SeriesFile.weekday(8).toString(), run.column("date").get(0));
        assertEquals(SeriesFile.wave(8), run.numbers("actual")[0]);
        Cli.run("train", export, "-o", model, "--force", "--target", "Volume", Cli.TINY)
                .succeeds();
        assertEquals(7_380_108.0, evaluate(export).numbers("actual")[0]);
    }

    @Test
    void jsonAndForecastsCanBeHadTogether() throws IOException {
        Path file = directory.resolve("scored.csv");
        Cli run = evaluate(later, "--json", "-o", file);
        assertEquals(20, run.json().get("rows").intValue());
        assertArrayEquals(evaluate(later).bytes(), Files.readAllBytes(file));
    }

    @Test
    void anyNumberOfThreadsForecastsTheSame() {
        assertEquals(
                evaluate(csv, "--threads", 1).out(),
                evaluate(csv, "--threads", 3).out());
    }
}
