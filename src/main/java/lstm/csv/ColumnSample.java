package lstm.csv;

import java.util.List;
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

    /** The number format of a column, as far as the first rows show. */
    Decimals decimals(int column) {
        Decimals decimals = new Decimals(delimiter);
        rows.forEach(row -> decimals.observe(row.cell(column)));
        return decimals;
    }

    /** The share of numbers among the values that are not missing; 0 if all are. */
    double numbers(int column) {
        Decimals decimals = decimals(column);
        int values = 0;
        int numbers = 0;
        for (Row row : rows) {
            String text = row.cell(column);
            if (!Missing.isMissing(text)) {
                values++;
                numbers += Double.isNaN(decimals.parse(text)) ? 0 : 1;
            }
        }
        return values == 0 ? 0 : (double) numbers / values;
    }

    /** The columns that have a name and, among the values that are not missing, at least this share of numbers. */
    List<Integer> numeric(double share) {
        return IntStream.range(0, header.size())
                .filter(column -> !header.name(column).isEmpty() && numbers(column) >= share)
                .boxed()
                .toList();
    }
}
