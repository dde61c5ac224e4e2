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
import java.util.Optional;
import java.util.Random;
import lstm.error.LstmException;
import lstm.forecast.IntervalNote;
import lstm.forecast.IntervalRequest;
import lstm.model.Model;
import lstm.modelfile.ModelFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntervalsTest {
    @TempDir
    Path directory;

    private Path csv;
    private Path later;
    private Path model;

    @BeforeEach
    void write() {
        Random random = new Random(4);
        double[] walk = random.doubles(700).map(step -> step < 0.2 ? 4 : -1).toArray();
        csv = SeriesFile.of(directory.resolve("noise.csv"), "y,z", 500, k -> 100 + walk[k] + "," + k % 2);
        later = SeriesFile.of(directory.resolve("later.csv"), "y,z", 200, k -> 100 + walk[500 + k] + "," + k % 2);
        model = directory.resolve("model.json");
    }

    private Cli train(Object... options) {
        return Cli.run("train", csv, "--target", "y", "-o", model, "--force", Cli.TINY, List.of(options));
    }

    private Cli predict(Object... options) {
        return Cli.run("predict", model, "--quiet", List.of(options)).succeeds();
    }

    @Test
    void theQuantileLossLearnsTheMedianAndTheEndsOfItsLevels() throws IOException {
        Cli.run(
                        "train",
                        csv,
                        "--target",
                        "y",
                        "-o",
                        model,
                        List.of("--loss", "quantile", "--scaler", "standard"),
                        List.of("--units", 4, "--layers", 1, "--lookback", 8, "--epochs", 30, "--learning-rate", 0.01))
                .succeeds();
        JsonNode config = Cli.json(Files.readAllBytes(model)).get("config");
        assertEquals("quantile", config.get("loss").textValue());
        assertEquals("[0.025,0.1,0.5,0.9,0.975]", config.get("quantiles").toString());
        assertEquals(5, config.get("outputs").intValue());
        Cli run = predict();
        assertEquals(
                "date,series,step,forecast,lower80,upper80,lower95,upper95",
                run.lines().get(0));
        // Four of five values are 99, so that the median is too, while one of five is 104.
        assertEquals(99, run.numbers("forecast")[0], 0.5);
        assertEquals(99, run.numbers("lower80")[0], 1.5);
        assertEquals(104, run.numbers("upper80")[0], 1.5);
    }

    @Test
    void theValidationLossOfQuantilesIsThePinballLoss() throws IOException {
        train("--loss", "quantile", "--level", "80", "--validation", 0.2).succeeds();
        Cli scored = Cli.run("evaluate", model, csv, "--quiet").succeeds();
        JsonNode file = Cli.json(Files.readAllBytes(model));
        int best = file.get("training").get("best_epoch").intValue();
        double validation = file.get("training")
                .get("history")
                .get(best - 1)
                .get("validation")
                .doubleValue();
        assertTrue(validation > 0 && validation < 1, "" + validation);
        assertEquals(492, scored.numbers("actual").length);
    }

    @Test
    void intervalsOfQuantilesAreThoseThatWereLearnedUnlessOthersAreAskedFor() {
        train("--loss", "quantile", "--level", "50,90").succeeds();
        assertEquals(
                "date,series,step,forecast,lower50,upper50,lower90,upper90",
                predict().lines().get(0));
        Cli one = predict("--level", 90);
        assertEquals("date,series,step,forecast,lower90,upper90", one.lines().get(0));
        Cli other = predict("--intervals", "residuals", "--level", 70);
        assertEquals("date,series,step,forecast,lower70,upper70", other.lines().get(0));
        assertArrayEquals(one.numbers("forecast"), other.numbers("forecast"));
    }

    @Test
    void quantilesNeverCrossAndIntervalsOfAHigherLevelAreWider() {
        train("--loss", "quantile", "--level", "50,80,95", "--horizon", 4).succeeds();
        for (Cli run : List.of(predict("--horizon", 9), Cli.run("evaluate", model, later, "--horizon", 4))) {
            double[] lower = run.numbers("lower50");
            double[] upper = run.numbers("upper50");
            for (int k = 0; k < lower.length; k++) {
                assertTrue(lower[k] <= upper[k], "row " + k);
            }
        }
    }

    @Test
    void thatTooFewErrorsTellOfAHighLevelIsSaid() throws LstmException {
        train("--validation", 0.04);
        IntervalNote.FewErrors few = (IntervalNote.FewErrors) note().orElseThrow();
        assertEquals("95", few.level());
        assertEquals(20, few.errors());
        assertEquals(39, few.needed());
        int lines = (int) Cli.run("predict", model).succeeds().err().lines().count();
        assertEquals(
                lines - 1,
                Cli.run("predict", model, "--level", 80)
                        .succeeds()
                        .err()
                        .lines()
                        .count());
        train("--validation", 0.16);
        assertTrue(note().isEmpty());
    }

    /** What is to be said of the intervals that a model makes by default. */
    private Optional<IntervalNote> note() throws LstmException {
        Model made = ModelFile.read(model);
        return IntervalRequest.DEFAULT.plan(made, model.toString()).note(made);
    }

    @Test
    void withNothingHeldOutQuantilesAreTakenAsLearned() throws LstmException {
        train("--loss", "quantile", "--validation", 0).succeeds();
        Cli run = Cli.run("predict", model).succeeds();
        assertEquals(10, ((IntervalNote.Uncalibrated) note().orElseThrow()).needed());
        assertTrue(run.numbers("lower80")[0] <= run.numbers("upper80")[0]);
    }

    @Test
    void quantilesThatTooFewRowsPutRightAreTakenAsLearned() throws LstmException {
        // Eight rows are held out, two horizons, and each tells of every step once.
        train("--loss", "quantile", "--validation", 0.01, "--horizon", 4).succeeds();
        assertEquals(10, ((IntervalNote.Uncalibrated) note().orElseThrow()).needed());
        train("--loss", "quantile", "--validation", 0.1).succeeds();
        assertTrue(note().isEmpty());
    }

    @Test
    void quantilesAreInspectedBacktestedAndResumed() throws IOException {
        Object[] options = {"--loss", "quantile", "--level", "80"};
        train(options).succeeds();
        byte[] whole = Files.readAllBytes(model);
        assertEquals(
                "[0.1,0.5,0.9]",
                Cli.run("inspect", model, "--json")
                        .succeeds()
                        .json()
                        .get("quantiles")
                        .toString());
        Files.delete(model);
        Cli.runInterrupted("train", csv, "--target", "y", "-o", model, Cli.TINY, List.of(options));
        assertEquals(2, train("--resume").code(), "--force and --resume");
        Cli.run("train", csv, "--target", "y", "-o", model, "--resume", List.of(options))
                .succeeds();
        Cli.runInterrupted("train", csv, "--target", "y", "-o", model, "--force", Cli.TINY, List.of(options));
        Cli half = Cli.run("train", csv, "--target", "y", "-o", model, "--resume", "--level", "80");
        half.fails(2, "--level", "--loss quantile");
        Cli.run("train", csv, "--target", "y", "-o", model, "--resume").succeeds();
        assertArrayEquals(whole, Files.readAllBytes(model));
        Cli back = Cli.run("backtest", csv, "--target", "y", "--origins", 3, "--horizon", 2, Cli.TINY, List.of(options))
                .succeeds();
        assertTrue(
                back.lines().get(0).endsWith(",lower80,upper80"), back.lines().get(0));
        assertTrue(back.numbers("lower80")[0] <= back.numbers("upper80")[0]);
    }

    @Test
    void aTrainingOfOtherQuantilesIsNotResumed() {
        Cli.runInterrupted("train", csv, "--target", "y", "-o", model, "--loss", "quantile", "--level", "80", Cli.TINY);
        Cli run =
                Cli.run("train", csv, "--target", "y", "-o", model, "--resume", "--loss", "quantile", "--level", "90");
        run.fails(2, "(0.1, 0.5, 0.9)");
    }

    @Test
    void dropoutDrawsTheSameBytesForASeedWhateverTheThreads() {
        train("--dropout", 0.5, "--horizon", 3).succeeds();
        Cli one = predict("--intervals", "dropout", "--samples", 40, "--horizon", 5);
        assertEquals(
                one.out(),
                predict("--intervals", "dropout", "--samples", 40, "--horizon", 5)
                        .out());
        assertFalse(one.out()
                .equals(predict("--intervals", "dropout", "--samples", 40, "--horizon", 5, "--seed", 2)
                        .out()));
        assertArrayEquals(predict("--horizon", 5).numbers("forecast"), one.numbers("forecast"));
        Object[] scored = {"evaluate", model, later, "--intervals", "dropout", "--samples", 40, "--quiet"};
        assertEquals(
                Cli.run(List.of(scored), "--threads", 1).succeeds().out(),
                Cli.run(List.of(scored), "--threads", 3).succeeds().out());
    }

    @Test
    void drawsOfDropoutSpreadAndAHigherLevelSpreadsMore() {
        train("--dropout", 0.5).succeeds();
        Cli run = predict("--intervals", "dropout", "--level", "50,90");
        double narrow = run.numbers("upper50")[0] - run.numbers("lower50")[0];
        double wide = run.numbers("upper90")[0] - run.numbers("lower90")[0];
        assertTrue(narrow > 0 && wide > narrow, narrow + " " + wide);
    }

    @Test
    void whatDropoutCoversCanBeMeasured() {
        train("--dropout", 0.3).succeeds();
        JsonNode scores = Cli.run("evaluate", model, later, "--intervals", "dropout", "--json")
                .succeeds()
                .json();
        double share = scores.get("intervals").get("80").get("coverage").doubleValue();
        assertTrue(share >= 0 && share < 0.7, "the noise is not in it: " + share);
        JsonNode usual = Cli.run("evaluate", model, later, "--json").succeeds().json();
        assertEquals(0.8, usual.get("intervals").get("80").get("coverage").doubleValue(), 0.08);
        assertEquals(usual.get("model"), scores.get("model"));
        double blind = scores.get("crps").doubleValue();
        double crps = usual.get("crps").doubleValue();
        assertTrue(crps > 0 && crps < blind, crps + " " + blind);
        assertTrue(blind < scores.get("model").get("mae").doubleValue(), "narrow intervals come to the forecast");
    }

    @Test
    void aBacktestMakesIntervalsOfDropoutToo() {
        Cli run = Cli.run(
                        "backtest",
                        csv,
                        "--target",
                        "y",
                        "--origins",
                        2,
                        "--intervals",
                        "dropout",
                        "--samples",
                        20,
                        Cli.TINY)
                .succeeds();
        assertTrue(run.numbers("lower80")[0] < run.numbers("upper80")[0]);
    }
}
