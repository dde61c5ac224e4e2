package lstm.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lstm.model.Model;
import lstm.modelfile.ModelFile;
import lstm.network.Loss;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --segment}: rows are read in segments, and the horizon is forecast in segments. */
class SegmentOptionTest {
    private static final List<Object> SMALL = List.of("--units", 4, "--layers", 1, "--epochs", 2);

    @TempDir
    Path directory;

    private Path csv;
    private Path model;

    @BeforeEach
    void file() {
        csv = SeriesFile.weekdays(directory.resolve("prices.csv"), 90);
        model = directory.resolve("model.json");
    }

    private Cli train(Object... more) {
        return segmented(5, more);
    }

    private Cli segmented(int rows, Object... more) {
        return Cli.run("train", csv, "-o", model, "--force", "--segment", rows, SMALL, List.of(more));
    }

    @Test
    void aHorizonMayEndWithinASegment() throws Exception {
        train("--lookback", 10, "--horizon", 7, "--residual", 5, "--scaler", "window", "--loss", "quantile")
                .succeeds();
        assertEquals(List.of("1", "2", "3", "4", "5", "6", "7"), predict().column("step"));
        Model trained = ModelFile.read(model);
        assertEquals(7 * 5, trained.architecture().outputs());
        assertEquals(5 * 5, trained.architecture().layout().tensor("dense.b").columns());
        assertArrayEquals(Files.readAllBytes(model), ModelFile.bytes(trained));
        Cli.run("evaluate", model, csv).succeeds();
        Cli.run("inspect", model).succeeds();
    }

    @Test
    void errorsMayCountInTheUnitOfTheSeries() throws Exception {
        List<Object> options = List.of("--lookback", 10, "--horizon", 5, "--scaler", "window", "--loss");
        train(options, "mae").succeeds();
        float[] plain = ModelFile.read(model).weights().get(0);
        train(options, "series-mae").succeeds();
        Model trained = ModelFile.read(model);
        assertEquals(Loss.Point.SERIES_MAE, trained.recipe().loss());
        assertArrayEquals(Files.readAllBytes(model), ModelFile.bytes(trained));
        assertFalse(Arrays.equals(plain, trained.weights().get(0)));
    }

    private Cli predict(Object... more) {
        return Cli.run("predict", model, csv, List.of(more)).succeeds();
    }

    @Test
    void theLookbackIsRoundedUpToWholeSegmentsUnlessItIsGiven() throws Exception {
        csv = SeriesFile.weekdays(directory.resolve("more.csv"), 110);
        segmented(7, "--horizon", 2).succeeds();
        assertEquals(63, ModelFile.read(model).lookback());
        Cli refused = train("--lookback", 12).fails(2);
        assertTrue(refused.err().contains("--lookback 15"), refused.err());
    }

    @Test
    void columnsKnownAheadReachTheStepsOfTheirSegment() {
        train("--lookback", 10, "--horizon", 7, "--known-ahead", "open", "--calendar", "weekday")
                .succeeds();
        Path changed = SeriesFile.of(
                directory.resolve("future.csv"),
                "date,open",
                7,
                k -> SeriesFile.weekday(90 + k) + "," + (SeriesFile.wave(93 + k) + (k == 6 ? 20 : 0)));
        Path plain = SeriesFile.of(
                directory.resolve("plain.csv"),
                "date,open",
                7,
                k -> SeriesFile.weekday(90 + k) + "," + SeriesFile.wave(93 + k));
        List<String> one = predict("--future", plain).column("forecast");
        List<String> other = predict("--future", changed).column("forecast");
        assertTrue(!one.get(5).equals(other.get(5)), "the second segment knows its columns");
        Cli refused =
                train("--lookback", 5, "--horizon", 7, "--known-ahead", "open").fails(2);
        assertTrue(refused.err().contains("--lookback 10"), refused.err());
    }

    @Test
    void anInterruptedTrainingEndsInTheSameBits() throws Exception {
        Object[] options = {"--lookback", 10, "--horizon", 6, "--cell", "gru", "--dropout", 0.2};
        train(options).succeeds();
        byte[] whole = Files.readAllBytes(model);
        Cli.runInterrupted("train", csv, "-o", model, "--force", "--segment", 5, SMALL, List.of(options));
        Cli.run("train", csv, "-o", model, "--resume", "--segment", 5, SMALL, List.of(options))
                .succeeds();
        assertArrayEquals(whole, Files.readAllBytes(model));
    }

    @Test
    void eachRowOfAnExplanationHasTheGatesOfItsSegment() {
        train("--lookback", 10, "--horizon", 6).succeeds();
        Cli run = Cli.run("explain", model, csv, "--step", 6).succeeds();
        List<String> values = run.column("mean");
        List<String> quantities = run.column("quantity");
        List<String> forget = IntStream.range(0, values.size())
                .filter(k -> quantities.get(k).equals("forget"))
                .mapToObj(values::get)
                .toList();
        assertEquals(10, forget.size());
        assertEquals(1, forget.subList(0, 5).stream().distinct().count());
        assertEquals(2, forget.stream().distinct().count());
    }
}
