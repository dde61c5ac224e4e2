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
import lstm.series.StampKind;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * The last stamp of a table, at which a series ends that has not ended earlier, and what the stamps are. It is that of
 * the last row that a series keeps, so that it depends on what becomes of missing values.
 *
 * @param stamp empty if no row has a value in every column
 */
record LatestStamp(OptionalLong stamp, StampKind kind) {
    /** Reads the table once for both, if one look at each row will do. */
    static LatestStamp of(SparkTable table) {
        Missing missing = table.layout().missing();
        Column[] known = known(table);
        if (missing == Missing.FORWARD || missing.bridges()) {
            return new LatestStamp(stamp(bySeries(table, known, missing)), table.kind());
        }
        Column latest = max(when(all(known), col("stamp")));
        if (table.hasDaysOnly() || table.rows() != table.all()) {
            return new LatestStamp(stamp(table.rows().agg(latest).first()), table.kind());
        }
        Row both = table.rows().agg(latest, max(SparkTable.hasTime())).first();
        boolean timed = !both.isNullAt(1) && both.getBoolean(1);
        return new LatestStamp(stamp(both), timed ? StampKind.DATE_TIME : StampKind.DATE);
    }

    private static OptionalLong stamp(Row last) {
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
    private static Column[] known(SparkTable table) {
        List<Double> marks = table.layout().marks();
        UDF1<Object, Boolean> reads = cell -> {
            OptionalDouble value = PlainNumber.of(cell, marks);
            return value.isPresent() && !Double.isNaN(value.getAsDouble());
        };
        UserDefinedFunction isKnown = udf(reads, DataTypes.BooleanType);
        return IntStream.range(0, table.layout().values().size())
                .mapToObj(k ->
                        marks.isEmpty() && table.holdsNumbers(k) ? isFinite(col("v" + k)) : isKnown.apply(col("v" + k)))
                .toArray(Column[]::new);
    }

    /** The same without a call of Java for each row; Spark orders NaN behind infinity. */
    private static Column isFinite(Column number) {
        return functions.abs(number).lt(lit(Double.POSITIVE_INFINITY));
    }
}
