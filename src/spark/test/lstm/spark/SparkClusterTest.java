package lstm.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lstm.error.LstmException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
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
}
