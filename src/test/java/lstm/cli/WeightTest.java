package lstm.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import lstm.model.Model;
import lstm.modelfile.ModelFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --weight}: what each series of a table counts in the loss and in the scores. */
class WeightTest {
    private static final List<Object> SMALL =
            List.of("--units", 3, "--layers", 1, "--lookback", 6, "--epochs", 2, "--scaler", "window");
    private static final List<Object> BY = List.of("--by", "store", "--target", "units");

    @TempDir
    Path folder;

    private Path table;
    private Path model;

    @BeforeEach
    void table() {
        model = folder.resolve("model.json");
        table = sales("sales.csv", k -> k < 60 ? "3" : "0.5");
    }

    /** Two series of 60 days; a second column that is no number of the series. */
    private Path sales(String name, IntFunction<String> revenue) {
        return SeriesFile.of(
                folder.resolve(name),
                "store,date,units,revenue",
                120,
                k -> (k < 60 ? "a," : "b,") + LocalDate.of(2024, 1, 1).plusDays(k % 60) + ","
                        + SeriesFile.wave(k < 60 ? k : 7 * k) + "," + revenue.apply(k));
    }

    private Cli train(Path csv, Object... more) {
        return Cli.run("train", csv, BY, SMALL, "--force", "-o", model, List.of(more));
    }

    private byte[] trained(Path csv, Object... more) throws Exception {
        train(csv, more).succeeds();
        return Files.readAllBytes(model);
    }

    @Test
    void aSeriesThatCountsForNothingTeachesNothing() throws Exception {
        float[] both = weights(table);
        float[] first = weights(sales("first.csv", k -> k < 60 ? "9" : "0"), "--weight", "revenue");
        float[] alike = weights(sales("alike.csv", k -> "2.5"), "--weight", "revenue");
        assertFalse(Arrays.equals(both, first));
        assertArrayEquals(both, alike);
        String other = Files.readString(folder.resolve("first.csv")).replaceAll("(?m)^(b,.*),\\d+(\\..*,)", "$1,4$2");
        assertArrayEquals(first, weights(SeriesFile.lines(folder.resolve("b.csv"), other), "--weight", "revenue"));
        float[] drawn =
                weights(sales("again.csv", k -> k < 60 ? "9" : "0"), "--weight", "revenue", "--sampling", "weight");
        assertFalse(Arrays.equals(first, drawn), "drawn with repetition");
    }

    private float[] weights(Path csv, Object... more) throws Exception {
        train(csv, more).succeeds();
        return ModelFile.read(model).weights().get(0);
    }

    @Test
    void theModelKnowsItsColumnAndForecastsWithoutIt() throws Exception {
        byte[] whole = trained(table, "--weight", "revenue");
        Model read = ModelFile.read(model);
        assertEquals(Optional.of("revenue"), read.reading().weight());
        assertArrayEquals(whole, ModelFile.bytes(read));
        Path without = SeriesFile.of(
                folder.resolve("without.csv"),
                "store,date,units",
                60,
                k -> "c," + LocalDate.of(2024, 1, 1).plusDays(k) + "," + SeriesFile.wave(k));
        assertEquals(
                "c",
                Cli.run("predict", model, without).succeeds().column("store").get(0));
        Cli.run("explain", model, without).succeeds();
        Cli.run("evaluate", model, without).fails(3, "revenue");
        Cli.run("update", model, without).fails(3, "revenue");
        Cli.run("evaluate", model, table).succeeds();
    }

    @Test
    void anInterruptedTrainingEndsInTheSameBits() throws Exception {
        byte[] whole = trained(table, "--weight", "revenue", "--sampling", "weight", "--epoch-windows", 20);
        Object[] again = {"--weight", "revenue", "--sampling", "weight", "--epoch-windows", 20};
        Cli.runInterrupted("train", table, BY, SMALL, "--force", "-o", model, List.of(again));
        Path other = sales("other.csv", k -> "1");
        Cli.run("train", other, BY, SMALL, "-o", model, "--resume", List.of(again))
                .fails(3, "not the data");
        Cli.run("train", table, BY, SMALL, "-o", model, "--resume", List.of(again))
                .succeeds();
        assertArrayEquals(whole, Files.readAllBytes(model));
    }

    @Test
    void weightsThatSayNothingAreRefused() {
        String zero = train(sales("zero.csv", k -> "0"), "--weight", "revenue")
                .fails(3)
                .err();
        assertTrue(zero.contains("zero.csv: column \"revenue\""), zero);
        String one = Cli.run("train", table, BY, SMALL, "-o", model, "--only", "store=a", "--weight", "revenue")
                .fails(2)
                .err();
        assertTrue(one.contains("--weight"), one);
        assertTrue(train(table, "--sampling", "weight").fails(2).err().contains("name it with --weight"));
        Cli.run("train", table, "--target", "units", "-o", model, "--weight", "revenue")
                .fails(2);
        Cli.run("compare", "--task", "adding", "--weight", "revenue").fails(2);
        assertFalse(Files.exists(model));
    }

    @Test
    void theScoresAreMeansInWhichEachSeriesCountsAsItSays() throws Exception {
        trained(table, "--weight", "revenue", "--horizon", 2);
        JsonNode weighed = evaluate("--sum-all");
        double first = weighed.at("/each/0/model/rmse").doubleValue();
        double second = weighed.at("/each/1/model/rmse").doubleValue();
        assertEquals((3 * first + 0.5 * second) / 3.5, weighed.at("/model/rmse").doubleValue(), 1e-9);
        assertEquals("revenue", weighed.get("weight").textValue());

        double series = evaluate().at("/wrmsse/model").doubleValue();
        double sum = 2 * weighed.at("/wrmsse/model").doubleValue() - series;
        assertTrue(series > 0 && sum > 0 && Math.abs(sum - series) > 1e-3, "the sum is a level of its own");

        JsonNode alike = evaluate("--weight", "none");
        assertEquals((first + second) / 2, alike.at("/model/rmse").doubleValue(), 1e-9);
        assertTrue(alike.at("/wrmsse").isMissingNode());
        assertEquals(alike.get("owa"), weighed.get("owa"));

        trained(table, "--horizon", 2);
        assertTrue(evaluate().at("/wrmsse").isMissingNode());
        assertTrue(evaluate("--weight", "revenue").at("/wrmsse/naive").doubleValue() > 0);
    }

    private JsonNode evaluate(Object... more) {
        return Cli.run("evaluate", model, table, "--json", List.of(more))
                .succeeds()
                .json();
    }

    @Test
    void otherCommandsTakeItToo() {
        Object[] small = {"--units", 2, "--layers", 1, "--lookback", 5, "--epochs", 1, "--weight", "revenue"};
        Cli backtest = Cli.run("backtest", table, BY, List.of(small), "--origins", 2, "--json")
                .succeeds();
        assertTrue(backtest.json().at("/wrmsse/model").doubleValue() > 0);
        Cli.run("compare", table, BY, List.of(small), "--cells", "rnn", "-o", folder.resolve("cells.csv"))
                .succeeds();
        Cli.run("check", table, BY, "--weight", "revenue").succeeds();
        Cli.run(
                        "tune",
                        table,
                        BY,
                        "--trials",
                        1,
                        "--epochs",
                        1,
                        "--lookback",
                        5,
                        "--weight",
                        "revenue",
                        "--sampling",
                        "series",
                        "-o",
                        model)
                .succeeds();
        Path later = sales("later.csv", k -> "1");
        Cli.run("update", model, later, "--epochs", 1).succeeds();
        Cli.run("batch", table, "--by", "store", "--weight", "revenue").fails(2);
    }
}
