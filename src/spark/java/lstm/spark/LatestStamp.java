package lstm.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import lstm.series.Missing;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * The last stamp of a table, at which a series ends that has not ended earlier. It is that of the last row that a
 * series keeps, so that it depends on what becomes of missing values.
 */
final class LatestStamp {
    private LatestStamp() {}

    /** The last stamp; empty if no row has a value in every column. */
    static OptionalLong of(SparkTable table) {
        Missing missing = table.layout().missing();
        Column[] known = known(table.layout());
        Row last = missing == Missing.FORWARD || missing.bridges()
                ? bySeries(table, known, missing)
                : table.rows().agg(max(when(all(known), col("stamp")))).first();
        return last.isNullAt(0) ? OptionalLong.empty() : OptionalLong.of(last.getLong(0));
    }

    /** Gaps are filled from the rows around them, so that columns may end at different rows. */
    private static Row bySeries(SparkTable table, Column[] known, Missing missing) {
        List<Column> ends = new ArrayList<>();
        for (int k = 0; k < known.length; k++) {
            ends.add(max(when(known[k], col("stamp"))).as("to" + k));
            ends.add(min(when(known[k], col("stamp"))).as("from" + k));
        }
        Dataset<Row> series =
                table.rows().groupBy(table.keys()).agg(max(col("stamp")).as("end"), ends.toArray(Column[]::new));
        Column to = missing.bridges() ? extreme(known.length, "to", true) : col("end");
        Column from = extreme(known.length, "from", false);
        Column whole = IntStream.range(0, known.length)
                .mapToObj(k -> col("to" + k).isNotNull())
                .reduce(lit(true), Column::and);
        return series.filter(whole.and(from.leq(to))).agg(max(to)).first();
    }

    private static Column extreme(int columns, String name, boolean least) {
        Column[] all = IntStream.range(0, columns).mapToObj(k -> col(name + k)).toArray(Column[]::new);
        return columns == 1 ? all[0] : least ? functions.least(all) : functions.greatest(all);
    }

    private static Column all(Column[] known) {
        return IntStream.range(0, known.length).mapToObj(k -> known[k]).reduce(lit(true), Column::and);
    }

    /** Whether a row has a value, of each column. */
    private static Column[] known(TableLayout layout) {
        List<Double> marks = layout.marks();
        UDF1<Object, Boolean> reads = cell -> {
            OptionalDouble value = PlainNumber.of(cell, marks);
            return value.isPresent() && !Double.isNaN(value.getAsDouble());
        };
        UserDefinedFunction isKnown = udf(reads, DataTypes.BooleanType);
        return IntStream.range(0, layout.values().size())
                .mapToObj(k -> isKnown.apply(col("v" + k)))
                .toArray(Column[]::new);
    }
}
