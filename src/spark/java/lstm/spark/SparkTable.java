package lstm.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.hour;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.minute;
import static org.apache.spark.sql.functions.second;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.unix_date;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lstm.csv.DateText;
import lstm.error.LstmException;
import lstm.series.KeyFilter;
import lstm.series.StampKind;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StringType;

/**
 * A table on Spark, of the columns that are needed: keys as text, the stamp in seconds of local time, the values, and
 * dates that are text once more as they are.
 *
 * @param all the rows
 * @param rows those of the series that are wanted
 */
record SparkTable(TableLayout layout, Dataset<Row> all, Dataset<Row> rows) {
    /**
     * The columns of a table for its layout.
     *
     * @param others names of columns that are kept as they are
     */
    static SparkTable of(Dataset<Row> table, TableLayout layout, String... others) {
        List<Column> columns = new ArrayList<>();
        for (int k = 0; k < layout.keys().size(); k++) {
            columns.add(trim(named(layout.keys().get(k)).cast("string")).as("k" + k));
        }
        columns.add(stamp(layout).as("stamp"));
        for (int k = 0; k < layout.values().size(); k++) {
            String name = layout.values().get(k);
            boolean isText = table.schema().apply(name).dataType() instanceof StringType;
            columns.add((isText ? named(name) : named(name).cast("double")).as("v" + k));
        }
        if (layout.hasTextDates()) {
            columns.add(named(layout.date()).as("text"));
        }
        Stream.of(others).map(SparkTable::named).forEach(columns::add);
        Dataset<Row> all = table.select(columns.toArray(Column[]::new));
        return new SparkTable(layout, all, all);
    }

    /**
     * The same with some of the series.
     *
     * @param conditions as {@link KeyFilter#alternatives}
     * @throws LstmException of kind {@code DATA} if no series has one of the wanted values
     */
    SparkTable only(KeyFilter conditions) throws LstmException {
        if (conditions.equals(KeyFilter.ALL)) {
            return this;
        }
        for (Map<Integer, List<String>> wanted : conditions.alternatives()) {
            require(wanted);
            for (Map.Entry<Integer, List<String>> column : wanted.entrySet()) {
                for (String value : column.getValue()) {
                    require(Map.of(column.getKey(), List.of(value)));
                }
            }
        }
        return new SparkTable(layout, all, all.filter(takes(conditions.alternatives())));
    }

    private void require(Map<Integer, List<String>> wanted) throws LstmException {
        List<Map<Integer, List<String>>> one = List.of(wanted);
        if (all.filter(takes(one)).isEmpty()) {
            new KeyFilter(one).requireUsed(List.of(), layout.keys(), layout.source());
        }
    }

    private FilterFunction<Row> takes(List<Map<Integer, List<String>>> alternatives) {
        TableLayout columns = layout;
        return row -> new KeyFilter(alternatives).takes(SeriesIterator.key(row, columns));
    }

    /**
     * The rows by series, each in the order of time, in a number of partitions that Spark leaves as it is.
     *
     * @param partitions by default {@code spark.sql.shuffle.partitions}
     */
    Dataset<Row> sorted(OptionalInt partitions) throws LstmException {
        Column[] keys = keys();
        List<Column> order = new ArrayList<>(List.of(keys));
        order.add(col("stamp"));
        int number = partitions.isPresent() ? partitions.getAsInt() : usualPartitions();
        return rows.repartition(number, keys).sortWithinPartitions(order.toArray(Column[]::new));
    }

    private int usualPartitions() throws LstmException {
        String setting = all.sparkSession().conf().get("spark.sql.shuffle.partitions");
        try {
            return Integer.parseInt(setting);
        } catch (NumberFormatException e) {
            throw LstmException.usage("spark.sql.shuffle.partitions is ", LstmException.quote(setting))
                    .remedy("give the number of tasks with ", TableOptions.PARTITIONS);
        }
    }

    Column[] keys() {
        return IntStream.range(0, layout.keys().size())
                .mapToObj(k -> col("k" + k))
                .toArray(Column[]::new);
    }

    /** What the stamps are: days if the column holds dates, or no row of the table has a time of day. */
    StampKind kind() {
        boolean timed = !hasDaysOnly() && !all.filter(hasTime()).isEmpty();
        return timed ? StampKind.DATE_TIME : StampKind.DATE;
    }

    /** Whether the column holds dates. */
    boolean hasDaysOnly() {
        return layout.dateType().equals(DataTypes.DateType);
    }

    /** Whether a row has a time of day. */
    static Column hasTime() {
        return col("stamp").mod(lit(StampKind.DAY)).notEqual(lit(0L));
    }

    /** Whether a column of the rows holds doubles instead of text. */
    boolean holdsNumbers(int value) {
        return rows.schema().apply("v" + value).dataType().equals(DataTypes.DoubleType);
    }

    /** A column by its name, which may have dots and spaces. */
    static Column named(String name) {
        return col("`" + name.replace("`", "``") + "`");
    }

    private static Column stamp(TableLayout layout) {
        Column date = named(layout.date());
        if (layout.hasTextDates()) {
            return udf(reader(Optional.ofNullable(layout.dateFormat())), DataTypes.LongType)
                    .apply(date);
        }
        Column day = unix_date(date.cast("date")).cast("bigint").multiply(lit(StampKind.DAY));
        if (layout.dateType().equals(DataTypes.DateType)) {
            return day;
        }
        Column clock = hour(date)
                .multiply(lit(3600))
                .plus(minute(date).multiply(lit(60)))
                .plus(second(date));
        return day.plus(clock);
    }

    /** Reads dates in text; what cannot be read has no stamp. */
    private static UDF1<String, Long> reader(Optional<String> format) {
        String pattern = format.orElse(null);
        return text -> {
            if (text == null) {
                return null;
            }
            OptionalLong seconds = DateReaders.of(pattern).seconds(text);
            return seconds.isPresent() ? (Long) seconds.getAsLong() : null;
        };
    }

    /** The reader of each format that a task has met. */
    private static final class DateReaders {
        private static final ThreadLocal<DateReaders> LATEST = new ThreadLocal<>();

        private final String pattern;
        private final DateText reader;

        private DateReaders(String pattern) throws LstmException {
            this.pattern = pattern;
            reader = DateText.of(Optional.ofNullable(pattern));
        }

        static DateText of(String pattern) throws LstmException {
            DateReaders latest = LATEST.get();
            if (latest == null || !Objects.equals(latest.pattern, pattern)) {
                latest = new DateReaders(pattern);
                LATEST.set(latest);
            }
            return latest.reader;
        }
    }
}
