package lstm.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lstm.error.LstmException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Executors that are processes of their own, without a home directory. */
@ResourceLock("spark")
class SparkClusterTest {
    private static final List<Row> ROWS = Sales.rows(40);
    private static final int MEBI = 1 << 20;

    @TempDir
    static Path folder;

    private static SparkSession spark;
    private static Path natives;
    private static Path file;
    private static Path model;

    @BeforeAll
    static void start() throws IOException {
        file = Sales.file(folder, ROWS);
        model = Sales.model(file, "--units", 128, "--epochs", 1);
        natives = folder.resolve("natives");
        spark = Sessions.cluster(natives);
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    private static Dataset<Row> forecast(List<Row> rows, int partitions) throws LstmException {
        return SparkForecaster.forecast(
                Sales.table(spark, rows),
                model.toString(),
                ForecastOptions.of("--partitions", String.valueOf(partitions)));
    }

    @Test
    void forecastAsTheCommandLineAndUnpackTheirNativesWhereTheyAreTold() throws IOException, LstmException {
        assertEquals(Predicted.by(model, file), Predicted.by(forecast(ROWS, 4)));
        try (Stream<Path> unpacked = Files.walk(natives)) {
            assertTrue(unpacked.anyMatch(path -> path.toString().contains("openblas")));
        }
    }

    @Test
    void thatAreKilledInTheMiddleChangeNothing() throws IOException, LstmException {
        String mark = folder.resolve("killed").toString();
        Dataset<Row> series = forecast(ROWS, 4);
        Dataset<Row> killed = series.mapPartitions(
                (MapPartitionsFunction<Row, Row>) rows -> MappedIterator.of(rows, row -> {
                    try {
                        Files.createFile(Path.of(mark));
                        Runtime.getRuntime().halt(137);
                    } catch (IOException e) {
                        // Another task was killed before.
                    }
                    return row;
                }),
                Encoders.row(series.schema()));
        assertEquals(Predicted.by(model, file), Predicted.by(killed));
        assertTrue(Files.exists(Path.of(mark)));
    }

    @Test
    void keepTheMemoryOfTheirFirstTasks() throws LstmException {
        double few = resident(20);
        double many = resident(2_000);
        // One network that is not closed takes more than a quarter of a mebibyte.
        assertTrue(many < few + 128, "MiB resident after 20 tasks " + few + ", after 2,000 " + many);
    }

    /** The mebibytes that the larger executor holds outside of its heap after a job of this number of tasks. */
    private static double resident(int partitions) throws LstmException {
        List<Row> rows = new ArrayList<>();
        for (int k = 0; k < 3_000; k++) {
            for (int day = 10; day < 20; day++) {
                rows.add(RowFactory.create("s", k, Date.valueOf("2024-01-" + day), (double) (day * k % 7)));
            }
        }
        return forecast(rows, partitions)
                .mapPartitions(
                        (MapPartitionsFunction<Row, Double>) series -> {
                            series.forEachRemaining(row -> {});
                            return List.of(residentHere()).iterator();
                        },
                        Encoders.DOUBLE())
                .collectAsList()
                .stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElseThrow();
    }

    private static double residentHere() throws IOException {
        double kibi = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
        return kibi / 1024 - Runtime.getRuntime().totalMemory() / (double) MEBI;
    }
}
