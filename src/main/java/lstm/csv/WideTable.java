package lstm.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import lstm.error.LstmException;
import lstm.series.Missing;

/**
 * A table with dates across its header, so that each row is a series.
 *
 * @param columns whose names are dates, rising or falling
 */
record WideTable(List<Integer> columns) {
    private static final int FEWEST = 3;

    /** {@code 1960}, {@code 1960 [YR1960]}. */
    private static final Pattern YEAR = Pattern.compile("(1[5-9]|2[01])\\d\\d( \\[YR\\d{4}\\])?");

    WideTable {
        columns = List.copyOf(columns);
    }

    /** The table with this header, if at least three names are dates in order. */
    static Optional<WideTable> of(List<String> names) {
        List<Integer> years = columns(names, name -> YEAR.matcher(name).matches() ? year(name) : DateFormat.NONE);
        if (years.size() >= FEWEST) {
            return Optional.of(new WideTable(years));
        }
        return DateFormats.TEXT.stream()
                .map(form -> columns(names, form::seconds))
                .filter(found -> found.size() >= FEWEST)
                .findFirst()
                .map(WideTable::new);
    }

    /** A name that is a date as a cell of a column of dates: {@code 1960} for {@code 1960 [YR1960]}. */
    static String dateText(String name) {
        return YEAR.matcher(name).matches() ? name.substring(0, 4) : name;
    }

    private static long year(String name) {
        return CommonDateFormat.number(name, 0, 4);
    }

    private static List<Integer> columns(List<String> names, java.util.function.ToLongFunction<String> reading) {
        List<Integer> columns = new ArrayList<>();
        List<Long> stamps = new ArrayList<>();
        for (int column = 0; column < names.size(); column++) {
            long stamp = reading.applyAsLong(names.get(column));
            if (stamp != DateFormat.NONE) {
                columns.add(column);
                stamps.add(stamp);
            }
        }
        boolean rise = IntStream.range(1, stamps.size()).allMatch(k -> stamps.get(k) > stamps.get(k - 1));
        boolean fall = IntStream.range(1, stamps.size()).allMatch(k -> stamps.get(k) < stamps.get(k - 1));
        return rise || fall ? columns : List.of();
    }

    /**
     * Whether a record is the header of such a table: the record below it holds no dates in order.
     *
     * @param cells of the first records
     */
    static boolean isHeader(List<List<String>> cells, int record) {
        return of(cells.get(record)).isPresent()
                && record + 1 < cells.size()
                && of(cells.get(record + 1)).isEmpty();
    }

    /** Whether the other columns hold no dates, so that the rows have none. */
    boolean hasUndatedRows(List<Row> rows) {
        List<String> first = rows.get(0).cells();
        return IntStream.range(0, first.size())
                .noneMatch(column -> !columns.contains(column) && FieldKind.isDate(first.get(column)));
    }

    /** The refusal to read it as one series. */
    LstmException refusal(Header header, List<Row> rows, char delimiter) {
        int first = columns.get(0);
        int last = columns.get(columns.size() - 1);
        boolean together = last - first + 1 == columns.size();
        Optional<Row> row = rows.stream()
                .filter(candidate -> AwkCommand.splits(List.of(candidate), delimiter, first, header.size()))
                .max((a, b) -> Long.compare(values(a), values(b)));
        LstmException fault = LstmException.data(
                "the dates ",
                LstmException.quote(header.name(first)),
                " to ",
                LstmException.quote(header.name(last)),
                " are names of columns, so each row is a series");
        if (!together || row.isEmpty()) {
            return fault.remedy("write each row as a file with the columns date and value")
                    .at(header.place());
        }
        String source = header.place().source();
        String command = AwkCommand.transposed(
                source,
                delimiter,
                header.place().line().orElseThrow(),
                row.get().line(),
                columns.size(),
                header.size() - 1 - last);
        return fault.remedy(
                        "write the row to forecast as a file, such as line ",
                        row.get().line(),
                        ": ",
                        command)
                .at(header.place());
    }

    private long values(Row row) {
        return columns.stream()
                .filter(column -> !Missing.isMissing(row.cell(column)))
                .count();
    }
}
