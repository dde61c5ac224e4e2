package lstm.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lstm.cli.Cli;
import lstm.csv.CsvReader;
import lstm.csv.CsvSource;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import lstm.model.Model;
import lstm.modelfile.ModelFile;
import lstm.series.ReadOptions;
import lstm.workflow.Backtest;
import lstm.workflow.SettingsRequest;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Trainings and backtests on Spark are those of the command line on the rows of each series. */
@ResourceLock("spark")
class SparkTrainerTest {
    private static final List<Row> ROWS = Sales.rows(4);
    private static final List<String> TINY = List.of(
            "--by",
            "store,item",
            "--target",
            "units",
            "--units",
            "3",
            "--layers",
            "1",
            "--lookback",
            "6",
            "--epochs",
            "1");

    @TempDir
    static Path folder;

    private static SparkSession spark;

    @BeforeAll
    static void start() {
        spark = Sessions.local();
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    /** The file of one series. */
    private static Path file(int item) throws IOException {
        List<String> lines = new ArrayList<>(List.of("date,units"));
        ROWS.stream().filter(row -> row.getInt(1) == item).forEach(row -> lines.add(row.get(2) + "," + row.get(3)));
        return Files.write(folder.resolve(item + ".csv"), lines);
    }

    private static Map<String, Row> byItem(List<Row> rows) {
        return rows.stream().collect(Collectors.toMap(row -> row.getString(1), row -> row));
    }

    private static List<String> words(String... more) {
        return Stream.concat(TINY.stream(), Stream.of(more)).toList();
    }

    @Test
    void eachModelIsThatOfAFileWithItsRows() throws IOException, LstmException {
        Map<String, Row> models =
                byItem(SparkTrainer.train(Sales.table(spark, Sales.shuffled(ROWS, 3)), TrainingOptions.of(TINY))
                        .collectAsList());
        Path expected = folder.resolve("expected.json");
        Cli.run("train", file(3), TINY.subList(2, TINY.size()), "-o", expected).succeeds();
        Model model = ModelFile.parse(((String) models.get("3").getAs("model")).getBytes(UTF_8), "3");
        assertArrayEquals(
                ModelFile.read(expected).weights().get(0), model.weights().get(0));
        assertEquals(ModelFile.read(expected).scores(), model.scores());
        assertEquals("failed", models.get("0").getAs("status"));
        assertTrue(models.get("0").<String>getAs("reason").contains("5 rows"));
        assertEquals(model.scores().get(0).model().rmse(), models.get("3").<Double>getAs("model_rmse"));
        assertEquals(4, models.size());
    }

    @Test
    void eachBacktestIsThatOfAFileWithItsRows() throws IOException, LstmException {
        Map<String, Row> scores = byItem(SparkTrainer.backtest(
                        Sales.table(spark, Sales.shuffled(ROWS, 4)),
                        TrainingOptions.ofBacktest(words("--origins", "3", "--horizon", "2")))
                .collectAsList());
        double expected = Backtest.of(CsvReader.read(CsvSource.of(file(3)), ReadOptions.DEFAULT))
                .settings(new SettingsRequest()
                        .units(3)
                        .layers(1)
                        .lookback(6)
                        .epochs(1)
                        .horizon(2))
                .origins(3)
                .run()
                .forecasts()
                .scores()
                .get(0)
                .model()
                .rmse();
        assertEquals(expected, scores.get("3").<Double>getAs("model_rmse"));
        assertEquals("failed", scores.get("0").getAs("status"));
    }

    @Test
    void oneModelForAllIsThatOfATableWithTheSampledSeries() throws IOException, LstmException {
        Path expected = folder.resolve("all.json");
        Cli.run("train", Sales.file(folder, ROWS), TINY, "-o", expected).succeeds();
        Model all =
                SparkGlobalTrainer.train(Sales.table(spark, Sales.shuffled(ROWS, 5)), TrainingOptions.ofGlobal(TINY));
        assertArrayEquals(
                ModelFile.read(expected).weights().get(0), all.weights().get(0));
        assertEquals(ModelFile.read(expected).data(), all.data());
        assertEquals(List.of("store", "item"), all.reading().keys());

        List<String> two = words("--sample", "2", "--sample-weight", "units");
        List<Row> heavy = ROWS.stream().filter(row -> row.getInt(1) >= 2).toList();
        Cli.run("train", Sales.file(folder, heavy), TINY, "-o", expected, "--force")
                .succeeds();
        Model sampled = SparkGlobalTrainer.train(Sales.table(spark, ROWS), TrainingOptions.ofGlobal(two));
        assertEquals(2, sampled.data().series());
        assertNotEquals(all.data(), sampled.data());
    }

    @Test
    void seriesThatCountMoreAreNotForSpark() {
        LstmException refused =
                assertThrows(LstmException.class, () -> TrainingOptions.ofGlobal("--by", "item", "--weight", "units"));
        assertEquals(Kind.USAGE, refused.kind());
    }

    @Test
    void aTrainingNeedsKeys() {
        assertEquals(
                Kind.USAGE,
                assertThrows(LstmException.class, () -> TrainingOptions.of("--epochs", "1"))
                        .kind());
        assertEquals(
                Kind.USAGE,
                assertThrows(LstmException.class, () -> TrainingOptions.of("--by", "store", "--origins", "1"))
                        .kind());
    }
}
