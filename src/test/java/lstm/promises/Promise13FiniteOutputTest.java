package lstm.promises;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import lstm.cli.Cli;
import lstm.cli.SeriesFile;
import lstm.prepare.ScalingMethod;
import lstm.prepare.Transform;
import lstm.report.Json;
import lstm.series.Missing;
import lstm.tensor.Seed;
import lstm.text.NumberText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Promise 13: every number that comes out is finite, whatever goes in. */
@Order(16)
class Promise13FiniteOutputTest {
    private static final int SERIES = Tier.count(Integer.getInteger("hostile", 20), 10_000);

    @TempDir
    Path directory;

    private Path model;

    @BeforeEach
    void layOut() {
        model = directory.resolve("model.json");
    }

    private static void allFinite(String text) {
        assertTrue(!text.contains("NaN") && !text.contains("Infinity") && !text.contains("null,null"), text);
    }

    private void modelAndForecastsAreFinite(String where) throws IOException {
        // Letters of base64 can spell anything.
        allFinite(Files.readString(model).replaceAll("\"[^\"]*\"", ""));
        Cli forecast = Cli.run("predict", model, "--horizon", 3, "--quiet");
        if (forecast.code() != 0) {
            assertEquals(3, forecast.code(), where + forecast.err());
            assertEquals(1, forecast.err().lines().count(), where + forecast.err());
            return;
        }
        assertTrue(Arrays.stream(forecast.numbers("forecast")).allMatch(Double::isFinite), where + forecast.out());
    }

    /** In a build some of them, drawn by the seed. */
    static List<String> spellings() {
        return Tier.some(
                8,
                List.of(
                        "NaN",
                        "nan",
                        "-nan",
                        "NAN(0)",
                        "1.#QNAN",
                        "1.#INF",
                        "Inf",
                        "inf",
                        "-Inf",
                        "+inf",
                        "Infinity",
                        "-Infinity",
                        "\u221e",
                        "#N/A",
                        "#DIV/0!",
                        "#NUM!",
                        "NA",
                        "N/A",
                        "null",
                        "None",
                        ".",
                        "-",
                        "",
                        "?",
                        "--"));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void everySpellingOfNoNumberIsNamedOrHandledAsDeclared(String spelling) throws IOException {
        Path csv = withCell(spelling);
        refusesTheCell(csv, Missing.ERROR);
        for (Missing policy : Missing.values()) {
            if (policy != Missing.ERROR) {
                Cli.run("train", csv, "-o", model, "--target", "y", "--force", "--missing", policy, Cli.TINY)
                        .succeeds();
                modelAndForecastsAreFinite(policy + ": ");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-1e400", "1e99999999999", "9e308", "1e", "0x1p2000", "1e-400x", "12O", "1.2.3"})
    void aCellWithDigitsIsNeverMissing(String text) throws IOException {
        Path csv = withCell(text);
        for (Missing policy : Missing.values()) {
            refusesTheCell(csv, policy);
        }
    }

    private Path withCell(String text) throws IOException {
        return SeriesFile.of(
                directory.resolve("odd.csv"), "y;z", 60, k -> (k == 40 ? text : "" + SeriesFile.wave(k)) + ";x");
    }

    private void refusesTheCell(Path csv, Missing policy) {
        Cli refused = Cli.run("train", csv, "-o", model, "--target", "y", "--missing", policy, Cli.TINY);
        assertEquals(3, refused.code(), refused.err());
        assertTrue(refused.err().startsWith("lstm: " + csv + ":42: column \"y\": "), refused.err());
        assertEquals(1, refused.err().lines().count(), refused.err());
    }

    @Test
    void aTrainingThatDivergesStopsAtThatStep() throws IOException {
        Path csv = SeriesFile.numbers(directory.resolve("y.csv"), 300);
        Cli run =
                Cli.run("train", csv, "-o", model, "--learning-rate", "1e30", "--units", 4, "--lookback", 8, "--quiet");
        assertEquals(5, run.code(), run.err());
        assertTrue(
                run.err()
                        .matches("lstm: training diverged in epoch 1, batch [12]; no epoch was finished, so no model is"
                                + " kept; use a smaller --learning-rate or --clip-norm 1\n"),
                run.err());
        assertTrue(Files.notExists(model), "a model was written");
    }

    @Test
    void aTrainingThatDivergesBeforeItHasWeightsLeavesTheOldModel() throws IOException {
        Path csv = SeriesFile.numbers(directory.resolve("y.csv"), 60);
        Cli.run("train", csv, "-o", model, Cli.TINY).succeeds();
        byte[] old = Files.readAllBytes(model);
        assertEquals(
                5,
                Cli.run("train", csv, "-o", model, "--force", "--learning-rate", "1e30", Cli.TINY)
                        .code());
        assertArrayEquals(old, Files.readAllBytes(model));
    }

    @Test
    void aTrainingThatDivergesLaterKeepsTheLastGoodWeights() throws IOException {
        Path csv = SeriesFile.numbers(directory.resolve("y.csv"), 100);
        Cli run = Cli.run(
                "train",
                csv,
                "-o",
                model,
                "--learning-rate",
                "1e6",
                "--optimizer",
                "sgd",
                "--batch",
                1000,
                "--units",
                4,
                "--layers",
                1,
                "--lookback",
                8,
                "--epochs",
                50,
                "--quiet");
        assertEquals(5, run.code(), run.err());
        assertTrue(run.err().contains("; the weights of epoch "), run.err());
        modelAndForecastsAreFinite("");
    }

    /** A column that never changes, under every transform. */
    @ParameterizedTest
    @EnumSource
    void aConstantColumnTrainsAndForecastsItself(Transform transform) throws IOException {
        for (ScalingMethod scaler : ScalingMethod.values()) {
            for (String value : Tier.some(2, List.of("7.25", "1e-300", "1e300", "4.9e-324"))) {
                Path csv = SeriesFile.of(directory.resolve("constant.csv"), "y", 60, k -> value);
                Cli.run(
                                "train",
                                csv,
                                "-o",
                                model,
                                "--force",
                                "--season",
                                5,
                                "--transform",
                                transform,
                                "--scaler",
                                scaler,
                                "--units",
                                2,
                                "--layers",
                                1,
                                "--lookback",
                                3,
                                "--epochs",
                                1)
                        .succeeds();
                double expected = Double.parseDouble(value);
                for (double forecast :
                        Cli.run("predict", model, "--horizon", 3).succeeds().numbers("forecast")) {
                    assertEquals(expected, forecast, 1e-12 * expected, transform + " " + scaler);
                }
            }
        }
    }

    @Test
    void randomSeriesOfAnySizeTrainToFiniteForecasts() throws IOException {
        Random random = Seed.random();
        int trained = 0;
        for (int k = 0; k < SERIES; k++) {
            Path csv = directory.resolve("random.csv");
            List<String> values = values(random, 50 + random.nextInt(40));
            SeriesFile.of(csv, "y", values.size(), values::get);
            List<Object> options = List.of(
                    "--transform",
                    any(random, Transform.values()),
                    "--scaler",
                    any(random, ScalingMethod.values()),
                    "--season",
                    1 + random.nextInt(6),
                    "--horizon",
                    1 + random.nextInt(3),
                    "--validation",
                    random.nextBoolean() ? 0.1 : 0,
                    "--seed",
                    k);
            Cli run = Cli.run("train", csv, "-o", model, "--force", "--json", "--quiet", options, Cli.TINY);
            String where = "seed " + Seed.VALUE + ", case " + k + " " + options + " " + values + "\n" + run.err();
            assertTrue(List.of(0, 2, 3, 5).contains(run.code()), where);
            if (run.code() == 0) {
                trained++;
                allFinite(run.out());
                modelAndForecastsAreFinite(where);
            } else {
                assertEquals(1, run.err().lines().count(), where);
            }
        }
        assertTrue(trained > SERIES / 3, trained + " of " + SERIES + " trained");
        Figures.report("13.random.series.trained", trained);
        Figures.report("13.random.series.tried", SERIES);
    }

    private static Object any(Random random, Object[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** Walks, levels, spikes and noise, of any size from the least double to near the greatest. */
    private static List<String> values(Random random, int rows) {
        int exponent = random.nextInt(4) == 0 ? random.nextInt(600) - 300 : random.nextInt(12) - 6;
        int shape = random.nextInt(5);
        boolean positive = random.nextBoolean();
        double level = random.nextGaussian();
        List<String> values = new ArrayList<>();
        for (int k = 0; k < rows; k++) {
            double step = random.nextGaussian();
            level = shape == 0 ? level + step : shape == 1 ? (random.nextInt(20) == 0 ? step : level) : step;
            double value = shape == 2 && random.nextInt(30) == 0 ? level * 1e6 : shape == 3 ? Math.rint(level) : level;
            value = positive ? Math.abs(value) + 1e-3 : value;
            values.add(value + "e" + exponent);
        }
        return values.stream().map(text -> text.contains("E") ? "0" : text).toList();
    }

    /** Sums of such values overflow; what came of them is null in JSON, empty in a table, and words in a text. */
    @Test
    void whatOverflowsIsNoNumber() throws IOException {
        Path csv = SeriesFile.of(directory.resolve("huge.csv"), "y", 120, k -> (k % 2 == 0 ? "-" : "") + "1.7e308");
        for (List<Object> command : List.of(
                List.<Object>of("check", csv),
                List.<Object>of("check", csv, "--json"),
                List.<Object>of("train", csv, "-o", model, "--json", Cli.TINY, "--force"),
                List.<Object>of("backtest", csv, "--json", "--origins", 2, Cli.TINY),
                List.<Object>of("compare", csv, "--cells", "rnn", Cli.TINY))) {
            Cli run = Cli.run(command);
            assertTrue(run.code() == 0 || run.code() == 3, command + run.err());
            assertTrue(!run.out().contains("Infinity") && !run.out().contains("NaN"), run.out());
            assertTrue(!run.err().contains("Infinity") && !run.err().contains("NaN"), run.err());
        }
    }

    @Test
    void jsonHasNullForWhatIsBeyondItsNumbers() {
        assertEquals("[null,null,1.5]", Json.text(Arrays.asList(Double.POSITIVE_INFINITY, Double.NaN, 1.5)));
        assertEquals("more than 1.8e308", NumberText.of(Double.POSITIVE_INFINITY));
    }
}
