package lstm.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.model.Model;
import lstm.modelfile.ModelFile;
import lstm.report.KeyColumns;
import lstm.report.SeriesScores;
import lstm.series.Series;
import lstm.workflow.SeriesStatus;
import lstm.workflow.Training;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Trains and backtests each series of a table on Spark, by itself and on one thread. */
public final class SparkTrainer {
    private SparkTrainer() {}

    /**
     * Trains a model on each series, as {@code lstm train} does on a file that holds only its rows.
     *
     * @return a row for each series: its keys, its status, the reason if there is no model, the scores of its first
     *     target on the held-out rows, and {@code model}, the text of the model file
     * @throws LstmException if the table has no such columns
     */
    public static Dataset<Row> train(Dataset<Row> table, TrainingOptions options) throws LstmException {
        return run(SeriesTask.Work.TRAIN, table, options, "the table");
    }

    /**
     * Forecasts from dates in the past of each series, as {@code lstm backtest} does.
     *
     * @param options of {@link TrainingOptions#ofBacktest}
     * @return a row for each series: its keys, its status, the reason if there are no scores, and the scores of its
     *     first target
     * @throws LstmException if the table has no such columns
     */
    public static Dataset<Row> backtest(Dataset<Row> table, TrainingOptions options) throws LstmException {
        return run(SeriesTask.Work.BACKTEST, table, options, "the table");
    }

    static Dataset<Row> run(SeriesTask.Work work, Dataset<Row> table, TrainingOptions options, String source)
            throws LstmException {
        TableLayout layout = TableLayout.of(table, options.reading(), source);
        SparkTable rows = SparkTable.of(table, layout).only(options.filter());
        SeriesTask task = new SeriesTask(work, options, layout, rows.kind());
        return rows.sorted(options.partitions()).mapPartitions(task, Encoders.row(schema(layout, work)));
    }

    private static StructType schema(TableLayout layout, SeriesTask.Work work) {
        List<StructField> columns = columns(work);
        List<String> others = new ArrayList<>(List.of("status", "reason"));
        columns.forEach(column -> others.add(column.name()));
        StructType schema = new StructType();
        for (String key : KeyColumns.names(layout.keys(), others)) {
            schema = schema.add(key, DataTypes.StringType);
        }
        schema = schema.add("status", DataTypes.StringType).add("reason", DataTypes.StringType);
        for (StructField column : columns) {
            schema = schema.add(column);
        }
        return schema;
    }

    /** The columns of a result after keys, status and reason. */
    static List<StructField> columns(SeriesTask.Work work) {
        List<StructField> columns = new ArrayList<>();
        for (String name : measures()) {
            DataType type = name.equals("forecasts") ? DataTypes.IntegerType : DataTypes.DoubleType;
            columns.add(DataTypes.createStructField(name, type, true));
        }
        if (work == SeriesTask.Work.TRAIN) {
            columns.add(DataTypes.createStructField("model", DataTypes.StringType, true));
        }
        return columns;
    }

    /** The columns of scores without the status. */
    private static List<String> measures() {
        List<String> all = SeriesScores.columns();
        return all.subList(1, all.size());
    }

    /** The scores of a new model, and its file. */
    static List<Object> cells(Series series, TrainingOptions options) throws LstmException {
        Model model = Training.of(series)
                .settings(options.settings())
                .threads(1)
                .run()
                .model();
        List<Object> scores =
                SeriesScores.row(SeriesStatus.OK, model.scores().stream().findFirst());
        List<Object> cells = new ArrayList<>(scores.subList(1, scores.size()));
        cells.add(new String(ModelFile.bytes(model), UTF_8));
        return cells;
    }

    /** The scores of a backtest. */
    static List<Object> scores(Series series, TrainingOptions options) throws LstmException {
        List<Object> scores = SeriesScores.row(
                SeriesStatus.OK,
                Optional.of(options.backtest(series).run().forecasts().scores().get(0)));
        return scores.subList(1, scores.size());
    }
}
