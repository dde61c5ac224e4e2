package lstm.spark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.shiftrightunsigned;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lstm.error.LstmException;
import lstm.error.Place;
import lstm.model.Model;
import lstm.series.KeyedSeries;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.series.SeriesTable;
import lstm.workflow.Training;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.NumericType;

/**
 * Trains one model for all series of a table on the driver, on a sample of the series that the executors draw: the
 * model that {@code lstm train --by} makes of a table with just these series.
 */
public final class SparkGlobalTrainer {
    /** Bits of a hash that make a number between 0 and 1. */
    private static final int BITS = 53;

    private static final String WEIGHT = "sampling_weight";
    private static final String RANK = "rank";

    private SparkGlobalTrainer() {}

    /**
     * Samples series and trains. The sample depends on the seed, the keys and the weights only.
     *
     * @param options of {@link TrainingOptions#ofGlobal}
     * @throws LstmException if the table has no such columns, or none of the series can be trained on
     */
    public static Model train(Dataset<Row> table, TrainingOptions options) throws LstmException {
        return train(table, options, "the table");
    }

    static Model train(Dataset<Row> table, TrainingOptions options, String source) throws LstmException {
        return Training.of(sample(table, options, source))
                .settings(options.settings())
                .run()
                .model();
    }

    /** The sampled series, in the order of their keys. */
    private static List<Series> sample(Dataset<Row> table, TrainingOptions options, String source)
            throws LstmException {
        TableLayout layout = TableLayout.of(table, options.reading(), source);
        SparkTable all = SparkTable.of(table, layout).only(options.filter());
        SparkTable sampled = new SparkTable(
                layout, all.all(), all.rows().join(broadcast(keys(table, all, options)), names(layout), "left_semi"));
        List<KeyedSeries> each = new ArrayList<>();
        SeriesIterator rows = new SeriesIterator(
                sampled.sorted(options.partitions()).toLocalIterator(), layout, all.kind(), Integer.MAX_VALUE);
        ReadOptions reading = options.reading();
        while (rows.hasNext()) {
            SeriesIterator.Read one = rows.next();
            String name = SeriesTable.name(source, layout.keys(), one.key());
            if (one.rows().fault().isPresent()) {
                throw one.rows().fault().get().in(name).remedy("correct its rows, or leave it out");
            }
            one.rows().series(name, reading).ifPresent(series -> each.add(new KeyedSeries(one.key(), series)));
        }
        if (each.isEmpty()) {
            throw LstmException.data("no row has a value in every column").in(source);
        }
        return each.stream()
                .sorted(Comparator.comparing(KeyedSeries::key))
                .map(KeyedSeries::series)
                .toList();
    }

    /**
     * The keys of the sample: those with the smallest -ln(u) / weight, where u is between 0 and 1 and follows from the
     * key and the seed (Efraimidis and Spirakis 2006).
     */
    private static Dataset<Row> keys(Dataset<Row> table, SparkTable all, TrainingOptions options) throws LstmException {
        TableLayout layout = all.layout();
        Dataset<Row> weighted = weighted(table, all, options.sampleWeight());
        Column[] keys = all.keys();
        Column[] hashed = Stream.concat(
                        Stream.of(lit(options.settings().rough().recipe().seed())), Stream.of(keys))
                .toArray(Column[]::new);
        Column u = shiftrightunsigned(xxhash64(hashed), Long.SIZE - BITS)
                .plus(lit(0.5))
                .divide(lit(Math.scalb(1.0, BITS)));
        Column[] order = Stream.concat(Stream.of(col(RANK)), Stream.of(keys)).toArray(Column[]::new);
        Dataset<Row> chosen = weighted.groupBy(keys)
                .agg(sum(WEIGHT).as(WEIGHT))
                .filter(col(WEIGHT).gt(lit(0)))
                .withColumn(RANK, log(u).multiply(lit(-1)).divide(col(WEIGHT)))
                .orderBy(order)
                .limit(options.sample())
                .select(keys);
        return table.sparkSession().createDataFrame(chosen.collectAsList(), chosen.schema());
    }

    private static Dataset<Row> weighted(Dataset<Row> table, SparkTable all, Optional<String> weight)
            throws LstmException {
        if (weight.isEmpty()) {
            return all.rows().select(all.keys()).distinct().withColumn(WEIGHT, lit(1.0));
        }
        String name = weight.get();
        TableLayout layout = all.layout();
        if (!List.of(table.columns()).contains(name)
                || !(table.schema().apply(name).dataType() instanceof NumericType)) {
            throw LstmException.data("is not a column of numbers")
                    .at(Place.of(layout.source()).column(name))
                    .remedy("name one with ", TrainingOptions.SAMPLE_WEIGHT);
        }
        Column value = coalesce(SparkTable.named(name).cast("double"), lit(0.0));
        return SparkTable.of(table.withColumn(WEIGHT, value), layout, WEIGHT)
                .rows()
                .join(all.rows().select(all.keys()).distinct(), names(layout), "left_semi");
    }

    private static String[] names(TableLayout layout) {
        String[] names = new String[layout.keys().size()];
        for (int k = 0; k < names.length; k++) {
            names[k] = "k" + k;
        }
        return names;
    }
}
