package lstm.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.inline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lstm.error.LstmException;
import lstm.forecast.IntervalLevels;
import lstm.model.Model;
import lstm.modelfile.ModelFile;
import lstm.report.ForecastReport;
import lstm.report.KeyColumns;
import lstm.series.StaticColumn;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Forecasts each series of a table on Spark, with the numbers of {@code lstm predict}.
 *
 * <pre>{@code
 * Dataset<Row> series = SparkForecaster.forecast(sales, "sales.model.json", ForecastOptions.of("--by", "store,item"));
 * SparkForecaster.rows(series).write().parquet("forecasts/2026-01-31");
 * SparkForecaster.status(series).filter("status != 'ok'").show();
 * }</pre>
 */
public final class SparkForecaster {
    private static final String MODEL = "the model";

    private SparkForecaster() {}

    /**
     * Forecasts with a model that is in a file, on whatever file system Spark reads.
     *
     * @throws LstmException as {@link #forecast(Dataset, Model, ForecastOptions)}, or of kind {@code MODEL}
     */
    public static Dataset<Row> forecast(Dataset<Row> table, String modelFile, ForecastOptions options)
            throws LstmException {
        return forecast(table, SparkFiles.model(table.sparkSession(), modelFile), modelFile, options, "the table");
    }

    /**
     * Forecasts with a model. The table is read twice: for its last date at once, and for the forecasts when the result
     * is used.
     *
     * @return a row for each series: its keys, its status, the reason if the model has not forecast it, and an array of
     *     its forecasts; see {@link #rows} and {@link #status}
     * @throws LstmException if the table has no such columns, or the model cannot give what the options ask for
     */
    public static Dataset<Row> forecast(Dataset<Row> table, Model model, ForecastOptions options) throws LstmException {
        return forecast(table, model, MODEL, options, "the table");
    }

    /**
     * Forecasts without a model, by the base network: each series from its own rows alone, so that the numbers are
     * those of {@code lstm batch --base}. The table is read as for a model.
     *
     * @return as {@link #forecast(Dataset, Model, ForecastOptions)}
     * @throws LstmException if the table has no such columns, or the network cannot give what the options ask for
     */
    public static Dataset<Row> forecast(Dataset<Row> table, ForecastOptions options) throws LstmException {
        return forecast(table, options, "the table");
    }

    static Dataset<Row> forecast(Dataset<Row> table, ForecastOptions options, String source) throws LstmException {
        return forecast(table, () -> SeriesForecasts.OfBase.of(options), options, source);
    }

    static Dataset<Row> forecast(Dataset<Row> table, Model model, String name, ForecastOptions options, String source)
            throws LstmException {
        options.requireModel();
        requireNothingAhead(model, name);
        requireRowsAlone(model, name);
        Broadcast<byte[]> bytes = JavaSparkContext.fromSparkContext(
                        table.sparkSession().sparkContext())
                .broadcast(ModelFile.bytes(model));
        return forecast(
                table,
                () -> SeriesForecasts.OfModel.of(ModelFile.parse(bytes.value(), name), name, options),
                options,
                source);
    }

    private static Dataset<Row> forecast(
            Dataset<Row> table, ForecastTask.Maker forecaster, ForecastOptions options, String source)
            throws LstmException {
        TableLayout layout;
        IntervalLevels levels;
        try (SeriesForecasts forecasts = forecaster.make()) {
            layout = TableLayout.of(table, forecasts.reading(), source);
            levels = forecasts.levels();
        }
        SparkTable rows = SparkTable.of(table, layout).only(options.filter(layout.keys()));
        LatestStamp latest = LatestStamp.of(rows);
        if (latest.stamp().isEmpty()) {
            throw LstmException.data("no row has a value in every column").in(source);
        }
        boolean isNamed = options.isMethodNamed();
        ForecastTask task = new ForecastTask(
                forecaster, isNamed, layout, latest.kind(), latest.stamp().getAsLong());
        StructType made = schema(layout, levels, isNamed, DataTypes.TimestampNTZType);
        Dataset<Row> series = rows.sorted(options.partitions()).mapPartitions(task, Encoders.row(made));
        DataType typed = schema(layout, levels, isNamed, layout.dateType())
                .apply("forecasts")
                .dataType();
        return series.withColumn("forecasts", col("forecasts").cast(typed));
    }

    private static void requireNothingAhead(Model model, String name) throws LstmException {
        if (!model.ahead().isEmpty()) {
            throw LstmException.usage("needs values that are known ahead: ", String.join(", ", model.ahead()))
                    .in(name)
                    .remedy("use a model without them, or lstm predict for one series after the other");
        }
    }

    private static void requireRowsAlone(Model model, String name) throws LstmException {
        List<StaticColumn> statics = model.reading().statics();
        if (!statics.isEmpty()) {
            throw LstmException.usage(
                            "needs facts about each series: ",
                            String.join(
                                    ", ",
                                    statics.stream().map(StaticColumn::name).toList()))
                    .in(name)
                    .remedy("use a model without them, or lstm predict");
        }
    }

    private static StructType schema(TableLayout layout, IntervalLevels levels, boolean named, DataType date) {
        List<String> columns = ForecastReport.columns(levels, named);
        StructType forecast = new StructType();
        for (String column : columns) {
            forecast = forecast.add(
                    column,
                    switch (column) {
                        case "date" -> layout.hasTextDates() ? DataTypes.StringType : date;
                        case "series", "method" -> DataTypes.StringType;
                        case "step" -> DataTypes.IntegerType;
                        default -> DataTypes.DoubleType;
                    });
        }
        List<String> others = new ArrayList<>(columns);
        others.addAll(List.of("status", "reason", "forecasts"));
        StructType schema = new StructType();
        for (String key : KeyColumns.names(layout.keys(), others)) {
            schema = schema.add(key, DataTypes.StringType);
        }
        return schema.add("status", DataTypes.StringType)
                .add("reason", DataTypes.StringType)
                .add("forecasts", DataTypes.createArrayType(forecast));
    }

    /**
     * The forecasts alone: a row for each series, target and step, with the columns of {@code lstm predict}.
     *
     * @param series the result of {@link #forecast}
     */
    public static Dataset<Row> rows(Dataset<Row> series) {
        List<Column> columns = new ArrayList<>(keys(series));
        columns.add(inline(col("forecasts")));
        return series.select(columns.toArray(Column[]::new));
    }

    /**
     * The status of each series, with the columns of {@code lstm predict --status}.
     *
     * @param series the result of {@link #forecast}
     */
    public static Dataset<Row> status(Dataset<Row> series) {
        return series.drop("forecasts");
    }

    /** The key columns of a result. */
    static List<Column> keys(Dataset<Row> series) {
        return Arrays.stream(series.columns())
                .takeWhile(name -> !name.equals("status"))
                .map(SparkTable::named)
                .toList();
    }
}
