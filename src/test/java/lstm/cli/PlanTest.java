package lstm.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import lstm.file.Disk;
import lstm.file.Existing;
import lstm.model.Model;
import lstm.modelfile.ModelFile;
import lstm.network.Network;
import lstm.network.ParameterLayout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Transforms, horizons, several targets, what is known ahead, gaps and backtests, as typed. */
class PlanTest {
    @TempDir
    Path directory;

    private Path csv;
    private Path model;

    @BeforeEach
    void write() {
        csv = SeriesFile.weekdays(directory.resolve("prices.csv"), 120);
        model = directory.resolve("model.json");
    }

    private Cli train(Object... options) {
        return Cli.run("train", csv, "-o", model, "--force", Cli.TINY, List.of(options));
    }

    @ParameterizedTest
    @ValueSource(strings = {"log", "difference", "log-return", "relative", "seasonal-difference", "seasonal-change"})
    void forecastsAreInTheUnitsOfTheDataWhateverTheTransform(String transform) {
        for (String scaler : List.of("min-max", "standard", "robust", "window")) {
            for (String strategy : List.of("direct", "recursive")) {
                train(
                                "--transform",
                                transform,
                                "--scaler",
                                scaler,
                                "--strategy",
                                strategy,
                                "--horizon",
                                3,
                                "--season",
                                3)
                        .succeeds();
                double[] forecasts = Cli.run("predict", model).succeeds().numbers("forecast");
                assertEquals(3, forecasts.length);
                for (double forecast : forecasts) {
                    assertEquals(100, forecast, 40, transform + " " + scaler + " " + strategy);
                }
            }
        }
    }

    @Test
    void severalTargetsAreForecastAtOnce() {
        train("--target", "close", "--target", "open", "--horizon", 2).succeeds();
        Cli run = Cli.run("predict", model).succeeds();
        assertEquals(List.of("close", "close", "open", "open"), run.column("series"));
        assertEquals(List.of("1", "2", "1", "2"), run.column("step"));
    }

    @Test
    void directForecastsGoOnBeyondTheTrainedHorizonFromThemselves() {
        train("--horizon", 3).succeeds();
        double[] three = Cli.run("predict", model).succeeds().numbers("forecast");
        double[] seven = Cli.run("predict", model, "--horizon", 7).succeeds().numbers("forecast");
        assertEquals(7, seven.length);
        for (int k = 0; k < 3; k++) {
            assertEquals(three[k], seven[k]);
        }
    }

    @Test
    void forecastsKeepTheBounds() {
        train("--min", 120, "--max", 130, "--horizon", 2).succeeds();
        for (double forecast : Cli.run("predict", model).succeeds().numbers("forecast")) {
            assertTrue(forecast >= 120 && forecast <= 130);
        }
    }

    @Test
    void intervalsHoldTheForecastAndGrowWithTheLevel() {
        train("--horizon", 2, "--validation", 0.3).succeeds();
        Cli run = Cli.run("predict", model, "--level", "50,99.5").succeeds();
        assertEquals(
                "date,series,step,forecast,lower50,upper50,lower99.5,upper99.5",
                run.lines().get(0));
        for (int k = 0; k < 2; k++) {
            assertTrue(run.numbers("lower99.5")[k] <= run.numbers("lower50")[k]);
            assertTrue(run.numbers("upper50")[k] <= run.numbers("upper99.5")[k]);
        }
    }

    @Test
    void withNothingHeldOutThereAreNoIntervalsAndThatIsSaid() {
        train("--validation", 0, "--calendar", "none").succeeds();
        Cli run = Cli.run("predict", model).succeeds();
        assertEquals("", run.column("lower80").get(0));
        assertEquals(2, run.err().lines().count(), "what is forecast, and that there are no intervals");
    }

    @Test
    void whatIsKnownAheadIsAskedForInAFormThatPredictTakes() throws IOException {
        train("--target", "close", "--known-ahead", "open", "--calendar", "auto", "--horizon", 3)
                .succeeds();
        Cli.run("predict", model).fails(2, "open");
        Cli form = Cli.run("future", model).succeeds();
        assertEquals(List.of("date,open", "2020-06-17,", "2020-06-18,", "2020-06-19,"), form.lines());
        Path future = directory.resolve("future.csv");
        Files.writeString(future, form.out().replace(",\n", ",101\n"));
        Cli low = Cli.run("predict", model, "--future", future).succeeds();
        Files.writeString(future, form.out().replace(",\n", ",111\n"));
        Cli high = Cli.run("predict", model, "--future", future).succeeds();
        assertTrue(low.numbers("forecast")[0] != high.numbers("forecast")[0]);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            date,open\\n2020-06-17,1\\n2020-06-18,1 | 2020-06-19
            date,open\\n2020-06-17,1\\n2020-06-19,1\\n2020-06-20,1 | 2020-06-18
            date,open\\n2020-06-17,1\\n2020-06-18,1\\n2020-06-19,1\\n2020-06-22,1 | 1 row
            date,open,x\\n2020-06-17,1,1\\n2020-06-18,1,1\\n2020-06-19,1,1 | column "x"
            date,x\\n2020-06-17,1 | column "x"
            date\\n2020-06-17 | "open"
            date,open\\n2020-06-17,1\\n2020-06-18,\\n2020-06-19,1 | future.csv:3
            """)
    void aFutureFileThatDoesNotFitIsRefusedInOneLine(String text, String said) throws IOException {
        train("--target", "close", "--known-ahead", "open", "--horizon", 3).succeeds();
        Path future = directory.resolve("future.csv");
        Files.writeString(future, text.replace("\\n", "\n") + "\n");
        Cli.run("predict", model, "--future", future).fails(3, future, said);
    }

    @Test
    void aMaskedGapIsNeitherLearnedFromNorScored() throws IOException {
        List<String> lines = new java.util.ArrayList<>(Files.readAllLines(csv));
        lines.set(30, lines.get(30).replaceAll(",[^,]*$", ","));
        Files.write(csv, lines);
        assertEquals(3, train().code());
        Cli run = train("--missing", "mask").succeeds();
        Cli whole = train("--missing", "interpolate").succeeds();
        assertTrue(whole.err().contains("\ntraining 100 "), whole.err());
        assertTrue(run.err().contains("\ntraining 91 "), run.err());
    }

    @Test
    void aBacktestHasARowForEachOriginAndStepAndScoresEach() throws IOException {
        Path out = directory.resolve("backtest.csv");
        Cli run = Cli.run("backtest", csv, "--horizon", 3, "--origins", 4, "--refit", 2, "-o", out, "--json", Cli.TINY)
                .succeeds();
        List<String> rows = Files.readAllLines(out);
        assertEquals(
                "origin,date,series,step,actual,predicted,naive,seasonal_naive,drift,autoregression,"
                        + "lower80,upper80,lower95,upper95",
                rows.get(0));
        assertEquals(1 + 4 * 3, rows.size());
        JsonNode scores = run.json();
        assertEquals(4, scores.get("origins").intValue());
        JsonNode target = scores.get("targets").get(0);
        assertEquals(12, target.get("scores").get("rows").intValue());
        assertEquals(3, target.get("steps").size());
        assertEquals(4, target.get("steps").get(2).get("rows").intValue());
        List<String> trainings = run.err()
                .lines()
                .filter(line -> line.startsWith("lstm: origin "))
                .toList();
        assertEquals(2, trainings.size(), "origins 1 and 3");
        assertTrue(trainings.get(1).startsWith("lstm: origin 3 of 4"), run.err());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            --origins 0                    | 2 | --origins 0
            --origins 100                  | 3 | use --origins
            --refit sometimes              | 2 | "sometimes"
            --level 100                    | 2 | --level 100
            --level 0                      | 2 | --level 0
            --horizon 0                    | 2 | --horizon 0
            --transform square             | 2 | 'square'
            --calendar century             | 2 | --calendar century
            --calendar hour                | 2 | --calendar hour
            --calendar none,weekday        | 2 | --calendar none
            --calendar century             | 2 | auto, none or
            --min 3 --max 2                | 2 | --min 3.0 and --max 2.0
            --min 1 --positive             | 2 | --positive
            --horizon 90 --origins 1       | 3 | 120 rows
            """)
    void whatCannotBeDoneIsRefusedInOneLine(String options, int code, String said) {
        Cli.run("backtest", csv, Cli.TINY, List.of(options.split(" "))).fails(code, said);
    }

    @Test
    void aLogarithmOfZeroNamesItsRow() throws IOException {
        Files.writeString(csv, Files.readString(csv).replaceFirst("(2020-01-07,[^,]*),[^\n]*", "$1,0"));
        train("--transform", "log-return").fails(3, "\"close\"", "2020-01-07", "--transform difference");
    }

    @ParameterizedTest
    @CsvSource({
        "difference, min-max, naive",
        "log-return, standard, naive",
        "relative, robust, naive",
        "seasonal-difference, min-max, seasonal_naive"
    })
    void anUntrainedModelOfChangesWhoseUnitsAreSilentForecastsAsNaiveDoes(String transform, String scaler, String naive)
            throws Exception {
        for (String loss : List.of("mse", "quantile")) {
            train("--transform", transform, "--scaler", scaler, "--season", 5, "--loss", loss, "--learning-rate", 1e-30)
                    .succeeds();
            Model untrained = ModelFile.read(model);
            ParameterLayout.Tensor kernel = untrained.architecture().layout().tensor("dense.W");
            Arrays.fill(untrained.networks().get(0).weights(), kernel.offset(), kernel.offset() + kernel.size(), 0f);
            ModelFile.write(Disk.LOCAL, model, untrained, Existing.REPLACE);
            Cli run = Cli.run("evaluate", model, csv, "--quiet").succeeds();
            assertArrayEquals(run.numbers(naive), run.numbers("predicted"), 1e-4);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "log"})
    void aModelOfLevelsStartsFromTheWeightsThatAreDrawn(String transform) throws Exception {
        train("--transform", transform, "--learning-rate", "1e-30").succeeds();
        Model untrained = ModelFile.read(model);
        float[] drawn = Network.initialWeights(
                untrained.architecture(), untrained.recipe().seed());
        // What two steps at a rate of 1e-30 add can only be seen where a weight is zero.
        assertArrayEquals(drawn, untrained.networks().get(0).weights(), 1e-28f);
    }

    @Test
    void aTrainingIsNotResumedWithoutItsColumns() {
        Cli.runInterrupted("train", csv, "-o", model, "--target", "close", "--known-ahead", "open", Cli.TINY);
        Cli run = Cli.run("train", csv, "-o", model, "--resume", "--target", "close", "--quiet");
        run.fails(3, model);
    }
}
