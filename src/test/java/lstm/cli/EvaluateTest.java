package lstm.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
        assertEquals("", evaluate(csv, "--quiet").err());
    }

    @Test
    void theScoresFollowFromTheForecasts() {
        Cli run = evaluate(later);
        JsonNode scores = evaluate(later, "--json").json();
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

    private static JsonNode withoutSmoothing(JsonNode evaluation) {
        ObjectNode scores = (ObjectNode) Cli.without(evaluation, "lag");
        for (JsonNode each : scores.findParents("exponential_smoothing")) {
            ((ObjectNode) each).remove(List.of("exponential_smoothing", "theta"));
        }
        return scores;
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
        JsonNode fitted = Cli.json(Files.readAllBytes(model)).get("baselines").get(0);
        int lags = fitted.get("autoregression").get("coefficients").size();
        assertTrue(lags > 12, "a season and a few");
        assertEquals(lags - 8, fitted.get("recent").size());
        JsonNode alone = evaluate(rest, "--json").json();
        JsonNode after = evaluate(rest, "--context", first, "--json").json();
        // Only the lags, and methods that smooth, reach further back than the rows that the model keeps.
        assertEquals(withoutSmoothing(after), Cli.without(alone, "lag"));
        double sum = 0;
        for (int row = 121; row < 145; row++) {
            sum += Math.abs(passengers(rows.get(row)) - passengers(rows.get(row - 12))) / 24;
        }
        assertEquals(sum, alone.get("seasonal_naive").get("mae").doubleValue(), 1e-9);
        Cli within = evaluate(first, "--json");
        assertFalse(within.json().get("seasonal_naive").isNull(), "the held-out rows have a season before them");
    }

    private static double passengers(String row) {
        return Double.parseDouble(row.split(",")[1]);
    }

    @Test
    void aSkillThatIsMissedEndsWithSixAndTheForecastsAreThere() {
        Cli passed = evaluate(later, "--min-skill", -1000);
        Cli missed = Cli.run("evaluate", model, later, "--min-skill", 0.99, "--quiet");
        missed.fails(6, "--min-skill 0.99");
        assertEquals(passed.out(), missed.out());
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
        Cli joined = evaluate(later, "--context", csv);
        assertEquals(run.out(), joined.out());
        assertTrue(joined.err().lines().findFirst().orElseThrow().contains(csv.toString()), joined.err());
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
    }

    @Test
    void rowsWithDatesDoNotFollowOnRowsWithout() {
        Path numbers = SeriesFile.numbers(directory.resolve("numbers.csv"), 60);
        Cli.run("train", numbers, "-o", model, "--force", Cli.TINY).succeeds();
        Path dated = SeriesFile.of(
                directory.resolve("dated.csv"), "date,y", 30, k -> SeriesFile.weekday(k) + "," + SeriesFile.wave(k));
        Cli run = evaluate(dated);
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

    @Test
    void severalStepsAreForecastFromEachOriginAndScored() {
        Cli run = evaluate(later, "--horizon", 3, "--every", 2);
        // Origins 60, 62, .. 76: the last has three rows after it.
        assertEquals(9 * 3, run.lines().size() - 1);
        assertEquals(List.of("1", "2", "3", "1"), run.column("step").subList(0, 4));
        assertEquals(SeriesFile.weekday(59).toString(), run.column("origin").get(2));
        assertEquals(SeriesFile.weekday(62).toString(), run.column("date").get(2));
        assertEquals(SeriesFile.wave(62), run.numbers("actual")[2]);
        assertEquals(SeriesFile.wave(59), run.numbers("naive")[2]);
        assertEquals(SeriesFile.weekday(61).toString(), run.column("origin").get(3));
        JsonNode scores =
                evaluate(later, "--horizon", 3, "--every", 2, "--json").json();
        assertEquals(27, scores.get("rows").intValue());
        JsonNode steps = scores.get("targets").get(0).get("steps");
        assertEquals(3, steps.size());
        double squares = 0;
        for (int k = 2; k < 27; k += 3) {
            squares += Math.pow(run.numbers("predicted")[k] - run.numbers("actual")[k], 2);
        }
        assertEquals(
                Math.sqrt(squares / 9), steps.get(2).get("model").get("rmse").doubleValue(), 1e-12);
    }

    @Test
    void oneStepOfSeveralIsWhatOneStepAloneIs() {
        Cli one = evaluate(later);
        Cli three = evaluate(later, "--horizon", 3);
        assertEquals(18 * 3, three.lines().size() - 1);
        for (int k = 0; k < 18; k++) {
            assertEquals(one.numbers("predicted")[k], three.numbers("predicted")[3 * k]);
        }
    }

    @Test
    void severalStepsAreDrawnByTheirErrors() throws IOException {
        Path picture = directory.resolve("steps.svg");
        evaluate(later, "--horizon", 3, "--plot", picture, "--report", directory.resolve("steps.html"));
        assertTrue(Files.readString(picture).contains("error by step ahead"));
        assertTrue(Files.readString(directory.resolve("steps.html")).contains("1 to 3 steps ahead from 18 origins"));
    }

    @Test
    void everyTargetIsScoredInTrainEvaluateAndBacktest() throws IOException {
        JsonNode trained = Cli.run(
                        "train",
                        csv,
                        "-o",
                        model,
                        "--force",
                        "--target",
                        "close",
                        "--target",
                        "open",
                        "--json",
                        Cli.TINY)
                .succeeds()
                .json();
        assertEquals(2, trained.get("targets").size());
        assertEquals("open", trained.get("targets").get(1).get("series").textValue());
        assertEquals(trained.get("scores"), trained.get("targets").get(0).get("scores"));
        JsonNode file = Cli.json(Files.readAllBytes(model));
        JsonNode scored = trained.get("targets").get(1).get("scores");
        JsonNode kept = file.get("scores").get(1);
        for (String field : List.of("rows", "season", "model", "naive", "drift", "autoregression", "skill", "test")) {
            assertEquals(kept.get(field), scored.get(field), field);
        }
        assertEquals(2, file.get("baselines").size());
        Cli run = evaluate(later);
        assertEquals(List.of("close", "open", "close"), run.column("series").subList(0, 3));
        JsonNode scores = evaluate(later, "--json").json();
        JsonNode open = scores.get("targets").get(1);
        assertEquals("open", open.get("series").textValue());
        double sizes = 0;
        for (int k = 1; k < 40; k += 2) {
            sizes += Math.abs(run.numbers("predicted")[k] - run.numbers("actual")[k]) / 20;
        }
        assertEquals(sizes, open.get("scores").get("model").get("mae").doubleValue(), 1e-12);
        // Six rows were held out: the intervals of the first are wide, but there are such.
        assertEquals(20, open.get("intervals").get("80").get("rows").intValue());
        JsonNode back = Cli.run(
                        "backtest", csv, "--target", "close", "--target", "open", "--origins", 3, "--json", Cli.TINY)
                .succeeds()
                .json();
        assertEquals(3, back.get("targets").get(1).get("scores").get("rows").intValue());
    }

    @Test
    void aSkillThatAnyTargetMissesIsMissed() {
        Cli.run("train", csv, "-o", model, "--force", "--target", "close", "--target", "open", Cli.TINY)
                .succeeds();
        JsonNode targets = evaluate(later, "--json").json().get("targets");
        double first = targets.get(0).get("scores").get("skill").doubleValue();
        double second = targets.get(1).get("scores").get("skill").doubleValue();
        double between = (first + second) / 2;
        assertEquals(
                6, Cli.run("evaluate", model, later, "--min-skill=" + between).code());
        assertEquals(
                0,
                Cli.run("evaluate", model, later, "--min-skill=" + (Math.min(first, second) - 1e-9))
                        .code());
    }

    @Test
    void maskedRowsAreNoTruths() throws IOException {
        List<String> rows = new java.util.ArrayList<>(Files.readAllLines(later));
        rows.set(15, rows.get(15).replaceAll(",[^,]*$", ","));
        Files.write(later, rows);
        Cli one = evaluate(later, "--missing", "mask");
        // The row itself, and those whose windows of eight rows touch it.
        assertEquals(20 - 6, one.lines().size() - 1);
        Cli two = evaluate(later, "--missing", "mask", "--horizon", 2);
        assertEquals("", two.column("actual").get(2 * 13 + 1));
        assertEquals(
                2 * 14,
                evaluate(later, "--missing", "mask", "--horizon", 2, "--json")
                        .json()
                        .get("rows")
                        .intValue());
    }

    @Test
    void rowsThatTaughtAreScoredApart() {
        JsonNode scores = evaluate(csv, "--json").json();
        assertEquals("chose", scores.get("rows_were").textValue());
        assertEquals(6, scores.get("rows").intValue());
        JsonNode taught = scores.at("/apart/taught/0/scores");
        assertEquals("taught", taught.get("rows_were").textValue());
        assertEquals(46, taught.get("rows").intValue());
        assertEquals("unseen", evaluate(later, "--json").json().get("rows_were").textValue());
    }

    @Test
    void forecastsBeginAtADate() {
        String date = SeriesFile.weekday(57).toString();
        Cli run = evaluate(csv, "--from", date);
        assertEquals(date, run.column("date").get(0));
        assertEquals(3, run.column("date").size());
        Cli.run("evaluate", model, csv, "--from", "May").fails(2, "--from May", "--from " + SeriesFile.weekday(59));
        Cli.run("evaluate", model, csv, "--from", "2099-01-01").fails(3, csv, "--from 2099-01-01");
    }

    /** Both say the same of the same rows: which value a forecast fits best, and how often its direction is right. */
    @Test
    void theLagOfOneStepForecastsIsSaidByTrainAndEvaluate() throws IOException {
        Path csv = SeriesFile.weekdays(directory.resolve("long.csv"), 460);
        Cli trained = Cli.run("train", csv, "-o", model, "--force", Cli.TINY, "--json")
                .succeeds();
        JsonNode lag = trained.json().get("lag");
        assertEquals(11, lag.get("rmse").size());
        double own = lag.get("rmse").get(0).doubleValue();
        assertEquals(trained.json().get("scores").get("model").get("rmse").doubleValue(), own, 1e-9);
        double best = lag.get("rmse").get(lag.get("best").intValue()).doubleValue();
        lag.get("rmse").forEach(each -> assertTrue(each.doubleValue() >= best));
        Cli evaluated = evaluate(csv, "--json");
        assertEquals(lag, evaluated.json().get("lag"));
        for (Cli run : List.of(trained, evaluated)) {
            assertTrue(run.err().lines().anyMatch(line -> line.startsWith("lag      fits ")), run.err());
        }
        assertTrue(evaluate(csv, "--horizon", 2, "--json").json().get("lag").isNull());
    }
}
