package lstm.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresetTest {
    private static final List<String> BRIEF = List.of("--units", "4", "--epochs", "2");

    @TempDir
    Path directory;

    private Path csv;
    private Path model;

    @BeforeEach
    void layOut() {
        csv = SeriesFile.weekdays(directory.resolve("prices.csv"), 120);
        model = directory.resolve("model.json");
    }

    private Cli train(Path file, Object... more) {
        return Cli.run("train", file, "-o", model, "--force", "--preset", "accurate", BRIEF, List.of(more))
                .succeeds();
    }

    private Path monthly(int rows, IntFunction<Object> value) {
        return SeriesFile.of(
                directory.resolve("monthly.csv"),
                "date,value",
                rows,
                k -> LocalDate.of(1950, 1, 1).plusMonths(k) + "," + value.apply(k));
    }

    private Path weekly(int rows) {
        return SeriesFile.of(
                directory.resolve("weekly.csv"),
                "date,value",
                rows,
                k -> LocalDate.of(1990, 1, 6).plusWeeks(k) + "," + (50 + 9 * StrictMath.sin(k * Math.PI / 26)));
    }

    private static double swing(int k) {
        return StrictMath.sin(k * Math.PI / 6) * 10 + k % 5;
    }

    /** The options that a run printed, as one line. */
    private static String chosen(Cli run) {
        Matcher lines =
                Pattern.compile("^preset   (.*(\n {9} .*)*)", Pattern.MULTILINE).matcher(run.err());
        assertTrue(lines.find(), run.err());
        return lines.group(1).replaceAll(" \\\\\n +", " ");
    }

    private JsonNode config() throws IOException {
        return Cli.json(Files.readAllBytes(model)).get("config");
    }

    @Test
    void whatItChoosesIsInTheModelFileAndItsNameIsNot() throws IOException {
        train(csv);
        JsonNode file = Cli.json(Files.readAllBytes(model));
        assertEquals(1, config().get("layers").intValue());
        assertEquals(24, config().get("lookback").intValue());
        assertEquals(0, config().get("dropout").doubleValue());
        assertEquals("cosine", config().get("schedule").textValue());
        assertEquals("log-return", file.get("transform").get("target").textValue());
        assertEquals("standard", file.get("scaler").get("kind").textValue());
        assertFalse(Files.readString(model).contains("accurate"));
    }

    @Test
    void theOptionsThatItPrintsMakeTheSameModelWithoutIt() throws IOException {
        String options = chosen(train(csv, "--horizon", 3));
        byte[] first = Files.readAllBytes(model);
        assertFalse(options.contains("--units") || options.contains("--horizon"), options);
        List<String> words = List.of(options.split(" "));
        Cli.run("train", csv, "-o", model, "--force", BRIEF, "--horizon", 3, words)
                .succeeds();
        assertArrayEquals(first, Files.readAllBytes(model));
    }

    @Test
    void optionsThatAreGivenAnywhereComeBeforeIt() throws IOException {
        Path config = Files.writeString(
                directory.resolve("c.yaml"), "preset: accurate\ntransform: difference\nepochs: 2\nunits: 3\n");
        Cli.runWith(
                        Map.of("LSTM_LOOKBACK", "9", "LSTM_UNITS", "5"),
                        List.of("train", csv, "-o", model, "--config", config, "--layers", 2))
                .succeeds();
        assertEquals(9, config().get("lookback").intValue());
        assertEquals(5, config().get("units").intValue());
        assertEquals(2, config().get("layers").intValue());
        assertEquals(0, config().get("dropout").doubleValue());
        assertEquals(
                "difference",
                Cli.json(Files.readAllBytes(model))
                        .get("transform")
                        .get("target")
                        .textValue());
    }

    @Test
    void classicIsTheDefault() throws IOException {
        Cli.run("train", csv, "-o", model, Cli.TINY).succeeds();
        byte[] first = Files.readAllBytes(model);
        Cli run = Cli.run("train", csv, "-o", model, "--force", Cli.TINY, "--preset", "classic")
                .succeeds();
        assertArrayEquals(first, Files.readAllBytes(model));
        assertFalse(run.err().contains("preset"), run.err());
    }

    @Test
    void aWindowHoldsTwoShortSeasonsAndChangesAreInProportionWhereValuesAllowIt() {
        String positive = chosen(train(monthly(120, k -> 40 + k + swing(k))));
        assertTrue(positive.contains("--lookback 24") && positive.contains("--transform log-return"), positive);
        String negative = chosen(train(monthly(120, k -> k - 60 + swing(k))));
        assertTrue(negative.contains("--transform difference"), negative);
        String wild = chosen(train(monthly(120, k -> StrictMath.exp(k / 9.0 + swing(k)))));
        assertTrue(wild.contains("--transform difference"), wild);
        String short16 = chosen(train(csv, "--season", 16));
        assertTrue(short16.contains("--lookback 32"), short16);
    }

    @Test
    void longSeasonsAreTakenOffWhereTheySayMoreThanTheLastValue() {
        String far = chosen(train(weekly(300), "--horizon", 10));
        assertTrue(far.contains("--strategy recursive --transform seasonal-change --scaler standard"), far);
        assertFalse(far.contains("--calendar"), far);
        String near = chosen(train(
                SeriesFile.of(
                        directory.resolve("drifting.csv"),
                        "date,value",
                        300,
                        k -> LocalDate.of(1990, 1, 6).plusWeeks(k) + ","
                                + (50 + k + 9 * StrictMath.sin(k * Math.PI / 26))),
                "--horizon",
                1));
        assertTrue(near.contains("--transform log-return --scaler standard --calendar yearday"), near);
    }

    @Test
    void theNetworkIsToldWhatComesRoundWithinALongSeason() {
        String week = chosen(train(hourly("week.csv", k -> 50 + hourOfWeek(k) + k / 100.0), "--horizon", 24));
        assertTrue(week.contains("--transform seasonal-change --scaler standard --calendar hour --patience"), week);
        String half = chosen(train(hourly("week.csv", k -> 50 + hourOfWeek(k) + k / 100.0), "--horizon", 84));
        assertTrue(half.contains("seasonal-change") && !half.contains("--strategy"), half);
        Path beside = SeriesFile.of(
                directory.resolve("beside.csv"),
                "date,value,past",
                700,
                k -> hour(k) + "," + (50 + hourOfWeek(k) + k / 100.0) + "," + k % 5);
        String direct = chosen(train(beside, "--target", "value", "--features", "past", "--horizon", 24));
        assertTrue(direct.contains("seasonal-change") && !direct.contains("--strategy"), direct);
    }

    @Test
    void shortSeasonsAreAveragedWhereTheMeanErrsLess() throws IOException {
        Path noisy = hourly("noisy.csv", k -> 9 * StrictMath.sin(k * Math.PI / 12) + k * 7919 % 13);
        String mean = chosen(train(noisy, "--season", 24, "--horizon", 24));
        assertTrue(mean.contains("--lookback 96"), mean);
        assertTrue(mean.contains("--scaler window --residual 24,48,72,96"), mean);
        String shorter = chosen(train(noisy, "--season", 24, "--horizon", 24, "--lookback", 50));
        assertTrue(shorter.contains("--residual 24,48 "), shorter);
        train(noisy, "--season", 24, "--horizon", 24, "--residual", "24,168");
        assertEquals(168, config().get("lookback").intValue());
        String trend = chosen(train(
                hourly("trend.csv", k -> 9 * StrictMath.sin(k * Math.PI / 12) + k), "--season", 24, "--horizon", 24));
        assertFalse(trend.contains("--residual"), trend);
    }

    @Test
    void ofSeveralFilesItSuitsWindowsOfAnySize() {
        Path small = hourly("small.csv", k -> 0.01 * (20 + hourOfDay(k)));
        Path large = hourly("large.csv", k -> 1e6 * (20 + hourOfDay(k)) + k);
        String both = chosen(train(small, large, "--season", 24, "--horizon", 24));
        assertTrue(both.contains("--transform log --scaler window --residual 24 "), both);
        String near = chosen(train(small, large, "--season", 1));
        assertTrue(near.contains("--transform log-return --scaler standard"), near);
    }

    private static String hour(int k) {
        return LocalDate.of(2021, 3, 1).atStartOfDay().plusHours(k).toString();
    }

    private static int hourOfDay(int k) {
        return Math.abs(12 - k % 24);
    }

    private static int hourOfWeek(int k) {
        return hourOfDay(k) + 7 * (k / 24 % 7 * 3 % 7);
    }

    private Path hourly(String name, IntFunction<Object> value) {
        return SeriesFile.of(directory.resolve(name), "date,value", 700, k -> hour(k) + "," + value.apply(k));
    }

    @Test
    void aShortSeriesHasAShorterWindowOrNoNetwork() {
        String options = chosen(train(monthly(50, k -> 40 + k % 7)));
        assertTrue(options.contains("--lookback 18"), options);
        Path few = monthly(20, k -> 40 + k % 7);
        Cli none = Cli.run("train", few, "-o", model, "--force", "--preset", "accurate", "--horizon", 12)
                .succeeds();
        assertTrue(none.err().contains("preset   --combine base\n"), none.err());
        Cli.run("train", few, "-o", model, "--force", "--combine", "simple", "--horizon", 12)
                .succeeds();
        Cli.run("predict", model).succeeds();
    }

    @Test
    void nothingHeldOutMeansNoPatience() throws IOException {
        train(csv, "--validation", 0);
        assertEquals(0, config().get("patience").intValue());
    }

    @Test
    void aTrainingGoesOnAndIsLeftAloneWithTheSameCommand() throws IOException {
        List<Object> words = List.of("train", csv, "-o", model, "--preset", "accurate", BRIEF);
        assertEquals(130, Cli.runInterrupted(words).code());
        Cli.run(words, "--resume").succeeds();
        assertEquals(
                "finished",
                Cli.json(Files.readAllBytes(model))
                        .get("training")
                        .get("status")
                        .textValue());
        byte[] finished = Files.readAllBytes(model);
        Cli.run(words, "--update").succeeds();
        assertArrayEquals(finished, Files.readAllBytes(model));
    }

    @Test
    void backtestsAndBatchesKnowIt() throws IOException {
        Cli run = Cli.run("backtest", csv, "--preset", "accurate", BRIEF, "--origins", 3)
                .succeeds();
        assertTrue(chosen(run).contains("--transform log-return"), run.err());
        assertFalse(Cli.run("backtest", csv, "--preset", "accurate", BRIEF, "--origins", 3, "--quiet")
                .succeeds()
                .err()
                .contains("preset"));
        Path out = directory.resolve("out");
        Cli.run("batch", csv, "-o", out, "--preset", "accurate", BRIEF).succeeds();
        train(csv);
        assertArrayEquals(Files.readAllBytes(model), Files.readAllBytes(out.resolve("prices.model.json")));
    }

    @Test
    void printConfigSaysWhatIsLeftToIt() {
        Cli run = Cli.run("train", "--preset", "accurate", "--units", 4, "--print-config")
                .succeeds();
        assertTrue(run.lines().contains("lookback,,preset accurate"), run.out());
        assertTrue(run.lines().contains("units,4,command line"), run.out());
        assertTrue(run.lines().contains("optimizer,adam,default"), run.out());
    }

    @Test
    void theHelpNamesIt() {
        assertTrue(Cli.run("train", "--help").succeeds().out().contains("--preset=NAME"));
        Cli wrong = Cli.run("train", csv, "--preset", "best");
        wrong.fails(2, "'best'", "classic, accurate");
    }

    @Test
    void aSearchBeginsWithIt() {
        Cli run = Cli.run("tune", csv, "--target", "close", "-o", model, BRIEF, "--layers", 1, "--trials", 1)
                .succeeds();
        assertTrue(run.err().contains("--schedule cosine"), run.err());
    }
}
