package lstm.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The packaged jar, submitted to Spark. */
@ResourceLock("spark")
class SparkSubmitTest {
    private static final List<Row> ROWS = Sales.rows(5);
    private static final List<String> TINY =
            List.of("--units", "3", "--layers", "1", "--lookback", "6", "--epochs", "1");

    @TempDir
    private Path folder;

    @Test
    void forecastsTrainsAndBacktests() throws IOException, InterruptedException {
        Path sales = Files.createDirectory(folder.resolve("sales"));
        Path file = Sales.file(sales, ROWS);
        Path model = Sales.model(file, "--units", 4, "--epochs", 1, "--horizon", 2);
        Path err = folder.resolve("err");
        int code = Submissions.run(
                err,
                List.of(
                        job("forecast", file, List.of("--model", model.toString(), "--output-format", "csv")),
                        job("train", sales, TINY),
                        job("backtest", sales, TINY, List.of("--origins", "2", "--output-format", "csv"))));
        String said = Files.readString(err);
        assertEquals(0, code, said);
        List<String> ours =
                said.lines().filter(line -> line.startsWith("lstm: ")).toList();
        assertEquals("lstm: 5 series: 2 ok, 1 short, 1 constant, 1 ended", ours.get(0));
        assertEquals(3, ours.size(), said);
        assertEquals(Predicted.by(model, file).forecasts(), rows("forecast"));
        assertEquals(5, rows("backtest").size());
        assertTrue(Files.exists(folder.resolve("train").resolve("_SUCCESS")));
    }

    private List<String> job(String name, Path input, List<?>... options) {
        List<String> words =
                new ArrayList<>(List.of("--class", "lstm.spark.Main", System.getProperty("lstm.spark.jar")));
        words.addAll(List.of(name, "--by", "store,item", "--input", input.toString(), "--partitions", "2"));
        words.addAll(List.of("--output", folder.resolve(name).toString()));
        Stream.of(options).flatMap(List::stream).map(Object::toString).forEach(words::add);
        return words;
    }

    /** The lines of a result without its headers, in the order of their text. */
    private List<String> rows(String name) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> parts = Files.list(folder.resolve(name))) {
            for (Path part :
                    parts.filter(path -> path.toString().endsWith(".csv")).toList()) {
                lines.addAll(Files.readAllLines(part));
            }
        }
        return lines.stream()
                .filter(line -> !line.startsWith("store,"))
                .sorted()
                .toList();
    }
}
