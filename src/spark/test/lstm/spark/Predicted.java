package lstm.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lstm.cli.Cli;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What {@code lstm predict} writes for a table, and the same of Spark, as lines to compare: numbers with every digit,
 * in the order of their text.
 */
record Predicted(List<String> forecasts, List<String> statuses) {
    /** By the command line. */
    static Predicted by(Path model, Path table, Object... options) throws IOException {
        Path forecasts = Files.createTempFile(table.getParent(), "forecasts", ".csv");
        Path statuses = Files.createTempFile(table.getParent(), "status", ".csv");
        Cli.run("predict", model, table, "--status", statuses, "-o", forecasts, "--force", List.of(options))
                .succeeds();
        return new Predicted(lines(Files.readAllLines(forecasts)), lines(Files.readAllLines(statuses)));
    }

    private static List<String> lines(List<String> lines) {
        return lines.stream()
                .skip(1)
                .map(line -> line.replace("\"", ""))
                .sorted()
                .toList();
    }

    /** By Spark. */
    static Predicted by(Dataset<Row> series) {
        List<Row> all = series.collectAsList();
        List<String> forecasts = new ArrayList<>();
        List<String> statuses = new ArrayList<>();
        for (Row row : all) {
            String key = row.getString(0) + "," + row.getString(1);
            statuses.add(key + "," + row.getString(2) + "," + text(row.get(3)));
            for (Object one : row.getList(4)) {
                Row forecast = (Row) one;
                String[] cells = new String[forecast.size()];
                Arrays.setAll(cells, k -> text(forecast.get(k)));
                forecasts.add(key + "," + String.join(",", cells));
            }
        }
        return new Predicted(
                forecasts.stream().sorted().toList(), statuses.stream().sorted().toList());
    }

    private static String text(Object cell) {
        return cell == null ? "" : cell.toString().replace("\"", "");
    }
}
