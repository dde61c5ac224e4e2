package lstm.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import lstm.cli.Cli;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A table of sales, as a file and on Spark: most series are waves, some cannot be forecast by a model. */
final class Sales {
    static final StructType TYPES = new StructType()
            .add("store", DataTypes.StringType)
            .add("item", DataTypes.IntegerType)
            .add("date", DataTypes.DateType)
            .add("units", DataTypes.DoubleType);

    private static final LocalDate START = LocalDate.of(2024, 1, 1);

    private Sales() {}

    /**
     * Rows of several series of 60 days. One is short, one constant, and one ended.
     *
     * @param series at least 4
     */
    static List<Row> rows(int series) {
        List<Row> rows = new ArrayList<>();
        for (int k = 0; k < series; k++) {
            int last = k == 2 ? 50 : 60;
            for (int day = k == 0 ? 55 : 0; day < last; day++) {
                double units = k == 1 ? 7 : 100 * (k + 1) + 10 * StrictMath.sin((day + k) / 3.0) + day * k % 7;
                rows.add(RowFactory.create("s" + k % 3, k, java.sql.Date.valueOf(START.plusDays(day)), units));
            }
        }
        return rows;
    }

    /** The same rows in another order. */
    static List<Row> shuffled(List<Row> rows, long seed) {
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    /** The rows on Spark, in as many partitions as Spark likes. */
    static Dataset<Row> table(SparkSession spark, List<Row> rows) {
        return spark.createDataFrame(rows, TYPES);
    }

    /** The rows as a CSV. */
    static Path file(Path folder, List<Row> rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of("store,item,date,units"));
        for (Row row : rows) {
            lines.add(row.mkString(",").replace("null", ""));
        }
        return Files.write(folder.resolve("sales.csv"), lines);
    }

    /** A model of a file with these rows: it looks back 8 days. */
    static Path model(Path file, Object... network) throws IOException {
        Path model = file.resolveSibling("sales.json");
        List<Object> columns = List.of("--by", "store,item", "--target", "units", "--scaler", "window");
        Cli.run("train", file, columns, "--layers", 1, "--lookback", 8, List.of(network), "-o", model)
                .succeeds();
        return model;
    }
}
