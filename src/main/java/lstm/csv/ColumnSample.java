package lstm.csv;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import lstm.series.Missing;

/** Properties of the columns, as far as the first rows show. */
final class ColumnSample {
    private final Header header;
    private final List<Row> rows;
    private final char delimiter;

    ColumnSample(Header header, List<Row> rows, char delimiter) {
        this.header = header;
        this.rows = rows;
        this.delimiter = delimiter;
    }

    char delimiter() {
        return delimiter;
    }

    List<Row> rows() {
        return rows;
    }

    /**
     * The share of numbers among the values that are not missing, whatever stands beside them; 0 if all are missing.
     */
    double numbers(int column) {
        return share(column, FieldKind::isNumber);
    }

    /** The share of numbers without a unit. */
    double bareNumbers(int column) {
        return share(column, text -> {
            NumberCell cell = NumberCell.of(text);
            return cell != null && cell.unit().isEmpty() && FieldKind.isNumber(text);
        });
    }

    /** Whether every value that is not missing is a word, and there are some. */
    boolean isOfWords(int column) {
        return share(column, text -> NumberCell.of(text) == null && CellProblem.ofText(text) == CellProblem.WORD) == 1;
    }

    private double share(int column, Predicate<String> suits) {
        List<String> values = rows.stream()
                .map(row -> row.cell(column))
                .filter(text -> !Missing.isMissing(text))
                .toList();
        long numbers = values.stream().filter(suits).count();
        return values.isEmpty() ? 0 : (double) numbers / values.size();
    }

    /** The columns that have a name and, among the values that are not missing, at least this share of numbers. */
    List<Integer> numeric(double share) {
        return IntStream.range(0, header.size())
                .filter(column -> !header.name(column).isEmpty() && numbers(column) >= share)
                .boxed()
                .toList();
    }
}
