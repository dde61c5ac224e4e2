package lstm.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lstm.error.LstmException;
import lstm.error.Place;
import lstm.error.Setting;
import lstm.series.Missing;
import lstm.series.ReadOptions;
import lstm.text.Suggestion;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The columns of a table that are read, and how.
 *
 * @param source what messages call the table
 * @param keys columns that tell the series apart
 * @param date the column of dates or times
 * @param dateType its type: date, timestamp, timestamp without time zone, or text
 * @param values columns of numbers, or of text that holds plain numbers; the targets first
 * @param missing what becomes of cells without a number
 * @param dateFormat how dates in text are written; null for ISO
 * @param marks numbers that stand for a missing value
 */
record TableLayout(
        String source,
        List<String> keys,
        String date,
        DataType dateType,
        List<String> values,
        Missing missing,
        String dateFormat,
        List<Double> marks)
        implements Serializable {
    private static final List<DataType> DATES =
            List.of(DataTypes.DateType, DataTypes.TimestampNTZType, DataTypes.TimestampType);

    /**
     * Finds the columns that a model or a training asks for.
     *
     * @throws LstmException of kind {@code DATA} if one is not there, or holds something else
     */
    static TableLayout of(Dataset<Row> table, ReadOptions reading, String source) throws LstmException {
        StructType columns = table.schema();
        List<String> keys = reading.keys();
        for (String key : keys) {
            field(columns, key, source);
        }
        String date = date(table, reading, source);
        List<String> values = new ArrayList<>(List.of(target(table, reading, date, source)));
        values.addAll(reading.features());
        for (String value : values) {
            DataType type = field(columns, value, source).dataType();
            if (!(type instanceof NumericType || type instanceof StringType)) {
                throw LstmException.data("holds values of the type ", type.simpleString())
                        .at(Place.of(source).column(value))
                        .remedy("cast them to double");
            }
        }
        return new TableLayout(
                source,
                List.copyOf(keys),
                date,
                dateType(field(columns, date, source), source),
                List.copyOf(values),
                reading.missing(),
                reading.dateFormat().orElse(null),
                reading.missingMarks().orElse(List.of()));
    }

    private static String target(Dataset<Row> table, ReadOptions reading, String date, String source)
            throws LstmException {
        if (reading.target().isPresent()) {
            return reading.target().get();
        }
        List<String> others = new ArrayList<>(reading.keys());
        others.addAll(reading.features());
        others.add(date);
        List<String> numeric = names(table, field -> field.dataType() instanceof NumericType).stream()
                .filter(name -> !others.contains(name))
                .toList();
        if (numeric.isEmpty()) {
            numeric = TextColumns.of(table, others).numbers();
        }
        if (numeric.size() != 1) {
            throw LstmException.data(numeric.isEmpty() ? "has no numeric column" : "has several numeric columns")
                    .in(source)
                    .remedy("name the one to forecast with ", Setting.TARGET);
        }
        return numeric.get(0);
    }

    private static String date(Dataset<Row> table, ReadOptions reading, String source) throws LstmException {
        Optional<String> asked = reading.date();
        if (asked.isPresent()) {
            return asked.get();
        }
        List<String> dates = names(table, field -> DATES.contains(field.dataType()));
        if (dates.isEmpty()) {
            dates = TextColumns.of(table, reading.keys()).dates(reading.dateFormat());
        }
        if (dates.size() != 1) {
            throw LstmException.data("has ", dates.isEmpty() ? "no column" : "several columns", " of dates")
                    .in(source)
                    .remedy("name the one that orders the rows with ", Setting.DATE);
        }
        return dates.get(0);
    }

    private static List<String> names(Dataset<Row> table, Predicate<StructField> wanted) {
        return Arrays.stream(table.schema().fields())
                .filter(wanted)
                .map(StructField::name)
                .toList();
    }

    private static DataType dateType(StructField field, String source) throws LstmException {
        DataType type = field.dataType() instanceof StringType ? DataTypes.StringType : field.dataType();
        if (!DATES.contains(type) && !(type instanceof StringType)) {
            throw LstmException.data("holds ", type.simpleString(), " instead of dates")
                    .at(Place.of(source).column(field.name()))
                    .remedy("cast it to date or timestamp, or name another with ", Setting.DATE);
        }
        return type;
    }

    private static StructField field(StructType columns, String name, String source) throws LstmException {
        List<String> names = List.of(columns.fieldNames());
        if (!names.contains(name)) {
            String meant = Suggestion.to(name, names)
                    .map(near -> "did you mean " + LstmException.quote(near) + "? ")
                    .orElse("");
            throw LstmException.data("has no column ", LstmException.quote(name))
                    .in(source)
                    .remedy(meant, "there are ", String.join(", ", names));
        }
        return columns.apply(name);
    }

    /** Whether dates are text. */
    boolean hasTextDates() {
        return dateType instanceof StringType;
    }

    /** Columns of the rows that {@link SparkTable} makes: the keys, the stamp, the values, and dates in text. */
    int stampAt() {
        return keys.size();
    }

    int valuesAt() {
        return keys.size() + 1;
    }

    int textAt() {
        return valuesAt() + values.size();
    }

    /** All columns that are read. */
    Stream<String> read() {
        return Stream.concat(Stream.concat(keys.stream(), Stream.of(date)), values.stream());
    }
}
