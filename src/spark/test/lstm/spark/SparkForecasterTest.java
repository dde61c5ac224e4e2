package lstm.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lstm.cli.Cli;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import py4j.reflection.ReflectionEngine;

/** Forecasts on Spark are those of the command line. */
@ResourceLock("spark")
class SparkForecasterTest {
    private static final List<Row> ROWS = Sales.rows(8);

    @TempDir
    static Path folder;

    private static SparkSession spark;
    private static Path file;
    private static Path model;

    @BeforeAll
    static void start() throws IOException {
        spark = Sessions.local();
        file = Sales.file(folder, ROWS);
        model = Sales.model(file, "--units", 4, "--epochs", 2, "--horizon", 2);
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    @Test
    void areTheSameForAnyNumberOfPartitionsAndOrderOfRows() throws IOException, LstmException {
        Predicted expected = Predicted.by(model, file);
        assertEquals(8, expected.statuses().size());
        for (int partitions : new int[] {1, 3, 16}) {
            ForecastOptions options =
                    ForecastOptions.of("--by", "store,item", "--partitions", String.valueOf(partitions));
            assertEquals(
                    expected,
                    Predicted.by(SparkForecaster.forecast(
                            Sales.table(spark, Sales.shuffled(ROWS, partitions)), model.toString(), options)));
        }
        assertTrue(expected.statuses().get(0).contains("short"));
    }

    @Test
    void withoutAModelAreThoseOfABatch() throws IOException, LstmException {
        Path own = Files.createDirectories(folder.resolve("base"));
        List<Row> rows = Sales.rows(4);
        Path table = Sales.file(own, rows);
        Cli.run("batch", "--base", table, "--by", "store,item", "--horizon", 2, "-o", own)
                .succeeds();
        List<String> expected = new ArrayList<>();
        for (String key : List.of("s0,0", "s0,3", "s1,1", "s2,2")) {
            Files.readAllLines(own.resolve(key.replace(',', '_') + ".forecast.csv")).stream()
                    .skip(1)
                    .forEach(line -> expected.add(key + "," + line));
        }
        String[] words = {"--by", "store,item", "--horizon", "2", "--partitions", "2"};
        Predicted predicted = Predicted.by(
                SparkForecaster.forecast(Sales.table(spark, Sales.shuffled(rows, 1)), ForecastOptions.of(words)));
        assertEquals(expected, predicted.forecasts());
        assertEquals(List.of("s0,0,ok,", "s0,3,ok,", "s1,1,ok,", "s2,2,ended,"), predicted.statuses());
        String output = folder.resolve("of-base").toString();
        Object[] job = {"forecast", "--base", "--by", "store,item", "--input", table, "--output", output};
        run(0, job);
        assertEquals(4, spark.read().parquet(output).count());
        assertTrue(run(2, "forecast", "--by", "store,item", "--input", table, "--output", "none")
                .contains("--base"));
        run(2, Stream.concat(Stream.of(job), Stream.of("--method", "drift")).toArray());
    }

    @Test
    void ofSeriesThatTheModelCannotForecastHaveTheStatusesOfTheCommandLine() throws IOException, LstmException {
        List<Row> rows = new ArrayList<>(ROWS);
        for (int day = 1; day <= 20; day++) {
            // One series has no value at all, another ends with days that have none.
            rows.add(RowFactory.create("s9", 9, Date.valueOf("2024-01-" + (day < 10 ? "0" : "") + day), null));
            rows.add(RowFactory.create("s0", 3, Date.valueOf("2024-04-" + (day < 10 ? "0" : "") + day), null));
        }
        for (String policy : List.of("drop", "forward", "interpolate")) {
            Object[] words = {"--missing", policy, "--ended", "skip", "--fallback", "naive", "--horizon", "3"};
            ForecastOptions options =
                    ForecastOptions.of(Stream.of(words).map(Object::toString).toArray(String[]::new));
            Predicted expected = Predicted.by(model, Sales.file(folder, rows), words);
            assertEquals(
                    expected,
                    Predicted.by(SparkForecaster.forecast(
                            Sales.table(spark, Sales.shuffled(rows, 1)), model.toString(), options)));
            assertTrue(expected.statuses().toString().contains("missing"), expected.toString());
            assertTrue(expected.statuses().toString().contains("ended"), expected.toString());
        }
    }

    @Test
    void ofFaultyRowsFailForTheirSeriesOnly() throws LstmException {
        List<Row> rows = new ArrayList<>(ROWS);
        rows.add(RowFactory.create("s0", 3, Date.valueOf("2024-01-05"), 1.0));
        rows.add(RowFactory.create("s1", 4, null, 1.0));
        rows.add(RowFactory.create("s2", 5, Date.valueOf("2024-04-01"), null));
        rows.add(RowFactory.create("s0", 6, Date.valueOf("2024-04-01"), Double.POSITIVE_INFINITY));
        List<String> statuses = Predicted.by(
                        SparkForecaster.forecast(Sales.table(spark, rows), model.toString(), ForecastOptions.of()))
                .statuses();
        assertEquals(
                List.of(
                        "s0,3,failed,there are two rows of 2024-01-05",
                        "s0,6,failed,Infinity is not a finite number in column units at 2024-04-01",
                        "s1,4,failed,a row has no date",
                        "s2,5,failed,there is no value in column units at 2024-04-01"),
                statuses.stream().filter(line -> line.contains("failed")).toList());
        assertEquals(8, statuses.size());
    }

    @Test
    void haveTheTypeOfTheDatesOfTheTable() throws LstmException {
        Dataset<Row> table = Sales.table(spark, ROWS);
        for (String type : List.of("date", "timestamp", "timestamp_ntz", "string")) {
            Dataset<Row> rows = SparkForecaster.rows(SparkForecaster.forecast(
                    table.withColumn("date", functions.col("date").cast(type)),
                    model.toString(),
                    ForecastOptions.of("--only", "store=s0,item=3")));
            assertEquals(type, rows.schema().apply("date").dataType().simpleString());
            assertEquals(
                    List.of("2024-03-01", "2024-03-02"),
                    rows.select(functions.col("date").cast("date").cast("string"))
                            .as(Encoders.STRING())
                            .collectAsList());
        }
    }

    @Test
    void needColumnsThatAreThereAndKeysThatAreKnown() throws LstmException {
        Dataset<Row> table = Sales.table(spark, ROWS);
        refused(Kind.DATA, "\"item\"", () -> table.drop("item"), "--by", "store,item");
        refused(Kind.DATA, "date", () -> table.withColumn("date", functions.lit(3)));
        refused(Kind.DATA, "units", () -> table.withColumn("units", functions.col("date")));
        refused(Kind.DATA, "s7", () -> table, "--only", "store=s7");
        refused(Kind.DATA, "no row", () -> table.limit(0));
        assertEquals(
                Kind.USAGE,
                assertThrows(LstmException.class, () -> ForecastOptions.of("--horizon", "0"))
                        .kind());
        assertEquals(
                Kind.USAGE,
                assertThrows(LstmException.class, () -> ForecastOptions.of("--epochs", "2"))
                        .kind());
    }

    private static void refused(Kind kind, String part, Supplier<Dataset<Row>> table, String... words) {
        LstmException e = assertThrows(
                LstmException.class,
                () -> SparkForecaster.forecast(table.get(), model.toString(), ForecastOptions.of(words)));
        assertEquals(kind, e.kind());
        assertTrue(e.getMessage().contains(part), e.getMessage());
    }

    @Test
    void areWrittenIntoNewFoldersOnly() throws IOException {
        String output = folder.resolve("run-1").toString();
        String status = folder.resolve("status-1").toString();
        Object[] job = {"forecast", "--model", model, "--input", file, "--output", output, "--status", status};
        assertEquals("", run(0, job).replaceAll("lstm: 8 series: 5 ok, 1 short, 1 constant, 1 ended\\R", ""));
        assertTrue(Files.exists(Path.of(output, "_SUCCESS")));
        assertEquals(16, spark.read().parquet(output).count());
        assertEquals(8, spark.read().parquet(status).count());
        assertTrue(run(2, job).contains("exists"));
    }

    @Test
    void ofADamagedModelEndTheJobWithOneLine() throws IOException {
        Path damaged = folder.resolve("damaged.json");
        Files.writeString(damaged, Files.readString(model).replace("\"units\"", "\"unitz\""));
        String err = run(4, "forecast", "--model", damaged, "--input", file, "--output", folder.resolve("none"));
        assertEquals(1, err.lines().count(), err);
        assertFalse(Files.exists(folder.resolve("none")));
    }

    @Test
    void thatMustNotFailEndTheJobWithOneLine() throws IOException {
        String err =
                run(3, "forecast", "--strict", "--model", model, "--input", file, "--output", folder.resolve("strict"));
        assertEquals(1, err.lines().count(), err);
        assertFalse(Files.exists(folder.resolve("strict").resolve("_SUCCESS")));
    }

    /** PySpark finds methods by the classes of the arguments; a list of Python arrives as an ArrayList. */
    @Test
    void areThereForPython() throws IOException {
        Object options = python(ForecastOptions.class, "of", new ArrayList<>(List.of("--by", "store,item")));
        Object series = python(SparkForecaster.class, "forecast", Sales.table(spark, ROWS), model.toString(), options);
        Dataset<?> rows = (Dataset<?>) python(SparkForecaster.class, "rows", series);
        assertEquals(Predicted.by(model, file).forecasts().size(), rows.count());
        python(TrainingOptions.class, "of", new ArrayList<>(List.of("--by", "store,item")));
    }

    private static Object python(Class<?> type, String method, Object... arguments) {
        ReflectionEngine engine = new ReflectionEngine();
        return engine.invoke(null, engine.getMethod(type.getName(), method, arguments), arguments);
    }

    @Test
    void ofAFolderOfCsvFilesNeedNoFormat() throws IOException {
        Path sales = Files.createDirectories(folder.resolve("sales"));
        Files.copy(file, sales.resolve("part-1.csv"));
        String output = folder.resolve("of-folder").toString();
        run(0, "forecast", "--model", model, "--input", sales, "--output", output);
        assertEquals(16, spark.read().parquet(output).count());
        Object[] parquet = {"forecast", "--model", model, "--input-format", "parquet", "--input", sales};
        run(
                3,
                Stream.concat(Stream.of(parquet), Stream.of("--output", folder.resolve("none")))
                        .toArray());
    }

    private static String run(int code, Object... words) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int ended = Main.run(
                new PrintStream(err, true, UTF_8),
                Stream.of(words).map(Object::toString).toArray(String[]::new));
        assertEquals(code, ended, err.toString(UTF_8));
        return err.toString(UTF_8);
    }

    @Test
    void ofATaskThatFailsOnceAreThereOnce() throws LstmException, IOException {
        Path failed = folder.resolve("failed");
        String mark = failed.toString();
        Dataset<Row> table = Sales.table(spark, ROWS)
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>) rows -> {
                            if (TaskContext.get().attemptNumber() == 0 && !Files.exists(Path.of(mark))) {
                                Files.createFile(Path.of(mark));
                                throw new IllegalStateException("the first attempt");
                            }
                            return rows;
                        },
                        Encoders.row(Sales.TYPES));
        assertEquals(
                Predicted.by(model, file),
                Predicted.by(SparkForecaster.forecast(table, model.toString(), ForecastOptions.of())));
        assertTrue(Files.exists(failed));
    }
}
