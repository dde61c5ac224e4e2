package lstm.spark;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import lstm.csv.DateText;
import lstm.error.LstmException;
import lstm.series.Missing;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;

/** What the columns of text seem to hold, by the first rows of a table: a CSV has no others. */
record TextColumns(List<String> names, List<Row> sample) {
    private static final int ROWS = 100;

    /** Looks at the columns of a table that have none of these names. */
    static TextColumns of(Dataset<Row> table, List<String> others) {
        List<String> names = Arrays.stream(table.schema().fields())
                .filter(field -> field.dataType() instanceof StringType)
                .map(StructField::name)
                .filter(name -> !others.contains(name))
                .toList();
        Column[] columns = names.stream().map(SparkTable::named).toArray(Column[]::new);
        return new TextColumns(
                names, names.isEmpty() ? List.of() : table.select(columns).takeAsList(ROWS));
    }

    /** The columns of dates. */
    List<String> dates(Optional<String> format) throws LstmException {
        DateText reader = DateText.of(format);
        return whose(cell -> reader.seconds(cell).isPresent());
    }

    /** The columns of plain numbers. */
    List<String> numbers() {
        return whose(cell -> {
            OptionalDouble value = PlainNumber.of(cell, List.of());
            return value.isPresent() && !Double.isNaN(value.getAsDouble());
        });
    }

    /** The columns with a cell, of which all that are not missing are so. */
    private List<String> whose(Predicate<String> cells) {
        return IntStream.range(0, names.size())
                .filter(k -> {
                    List<String> known = sample.stream()
                            .filter(row -> !row.isNullAt(k))
                            .map(row -> row.getString(k))
                            .filter(cell -> !Missing.isMissing(cell.strip()))
                            .toList();
                    return !known.isEmpty() && known.stream().allMatch(cells);
                })
                .mapToObj(names::get)
                .toList();
    }
}
