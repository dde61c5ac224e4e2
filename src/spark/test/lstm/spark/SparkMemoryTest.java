package lstm.spark;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import lstm.error.LstmException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The memory of an executor, whose heap is resident from its start on. */
@ResourceLock("spark")
class SparkMemoryTest {
    private static final int MEBI = 1 << 20;

    @TempDir
    static Path folder;

    private static SparkSession spark;
    private static Path model;

    @BeforeAll
    static void start() throws IOException {
        spark = Sessions.local();
        model = Sales.model(Sales.file(folder, Sales.rows(8)), "--units", 128, "--epochs", 1);
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    @Test
    void isAfterAThousandTasksWhatItWasAfterTen() throws LstmException, IOException {
        double few = resident(10);
        double many = resident(1_000);
        // One network that is not closed takes more than a quarter of a mebibyte.
        assertTrue(many < few + 128, "MiB resident after ten tasks " + few + ", after a thousand more " + many);
    }

    /** The mebibytes that the process holds outside of its heap after a job of this number of tasks. */
    private static double resident(int partitions) throws LstmException, IOException {
        List<Row> rows = new ArrayList<>();
        for (int k = 0; k < 2_000; k++) {
            for (int day = 10; day < 20; day++) {
                rows.add(RowFactory.create("s", k, Date.valueOf("2024-01-" + day), (double) (day * k % 7)));
            }
        }
        ForecastOptions options = ForecastOptions.of("--partitions", String.valueOf(partitions));
        SparkForecaster.forecast(Sales.table(spark, rows), model.toString(), options)
                .write()
                .format("noop")
                .mode(SaveMode.Overwrite)
                .save();
        return residentHere();
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
