package lstm.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.series.Missing;
import lstm.series.ReadOptions;
import lstm.series.SeriesNote;
import lstm.series.TableLayout;

/**
 * A table in which each row is a series: key columns, then values. The rows may differ in length. Empty cells before
 * the first and after the last value are no values. The values are dated by a start and a step, by dates in the header,
 * or not at all.
 */
final class RowsAsSeries extends SpreadRows {
    /** The name of the column of dates that the file has not. */
    static final String DATE = "date";

    private final CsvRecords records;
    private final Header names;
    private final Row header;
    private final List<Integer> keys = new ArrayList<>();
    private final Optional<SeriesDates> dates;

    /** The columns of values; empty: all but the keys, also those beyond the header. */
    private final List<Integer> dated;

    /** Rows without a value, and the line of the first. */
    private long empty;

    private Optional<Long> firstEmpty = Optional.empty();

    RowsAsSeries(CsvRecords records, ReadOptions options) throws LstmException {
        super(records);
        this.records = records;
        names = new Header(records.header());
        if (!options.features().isEmpty()) {
            throw LstmException.usage(Setting.LAYOUT.to(TableLayout.Form.ROWS), " has one value at each date")
                    .remedy("leave out further columns, or write a row for each date and series");
        }
        findKeys(options.keys());
        TableLayout layout = options.layout();
        dates = layout.start().isPresent()
                ? Optional.of(SeriesDates.of(layout.start().get(), layout.step().orElseThrow()))
                : Optional.empty();
        dated = dates.isPresent()
                ? List.of()
                : WideTable.of(names.names()).map(WideTable::columns).orElse(List.of());
        requireValues(dates.isPresent());
        Row first = records.header();
        Stream<String> others = isDated()
                ? Stream.of(DATE, options.target().orElse(TableLayout.VALUE))
                : Stream.of(options.target().orElse(TableLayout.VALUE));
        List<String> all = Stream.concat(options.keys().stream(), others).toList();
        header = new Row(first.source(), first.line(), all);
    }

    private void findKeys(List<String> wanted) throws LstmException {
        try {
            for (String key : wanted) {
                keys.add(names.find(key, Setting.BY));
            }
        } catch (LstmException e) {
            List<String> cells = records.header().cells();
            long numbers = cells.stream().filter(FieldKind::isNumber).count();
            boolean named = WideTable.of(cells).isPresent() || 2 * numbers < cells.size();
            throw named ? e : TableStart.unnamed(names.place());
        }
    }

    /** A header of dates says which columns hold values; a start says that all do but the keys. */
    private void requireValues(boolean started) throws LstmException {
        List<Integer> named =
                started ? WideTable.of(names.names()).map(WideTable::columns).orElse(List.of()) : List.of();
        for (int column = 0; column < names.size() && !named.isEmpty(); column++) {
            if (!named.contains(column) && !keys.contains(column)) {
                throw LstmException.data(
                                "the header has dates, and this column between the keys and the values has none, but ",
                                Setting.START,
                                " counts each column as a value")
                        .at(names.place().column(names.name(column)))
                        .remedy("leave out ", Setting.START, " and ", Setting.STEP, ", or remove the column");
            }
        }
    }

    private boolean isDated() {
        return dates.isPresent() || !dated.isEmpty();
    }

    @Override
    public ReadOptions reading(ReadOptions options) {
        return options.withDate(isDated() ? DATE : RequestedColumns.NO_DATES);
    }

    @Override
    public Row header() {
        return header;
    }

    @Override
    public List<Row> firstRows(int most) throws LstmException {
        for (Row row : records.firstRows(2)) {
            spread(row);
        }
        return takeFirst(most);
    }

    @Override
    void spread(Row row) throws LstmException {
        List<Integer> columns = dated.isEmpty()
                ? IntStream.range(0, row.cells().size())
                        .filter(column -> !keys.contains(column))
                        .boxed()
                        .toList()
                : dated;
        int from = 0;
        int to = columns.size();
        while (from < to && isMissing(row, columns.get(from))) {
            from++;
        }
        while (from < to && isMissing(row, columns.get(to - 1))) {
            to--;
        }
        if (from == to) {
            firstEmpty = firstEmpty.isPresent() ? firstEmpty : Optional.of(row.line());
            empty++;
        }
        for (int k = from; k < to; k++) {
            add(one(row, columns.get(k), k));
        }
    }

    private static boolean isMissing(Row row, int column) {
        return column >= row.cells().size() || Missing.isMissing(row.cell(column));
    }

    private Row one(Row row, int column, int index) throws LstmException {
        List<String> cells = new ArrayList<>(keys.size() + 2);
        for (int key : keys) {
            cells.add(key < row.cells().size() ? row.cell(key) : "");
        }
        String name = column < names.size() ? names.name(column) : "c" + (column + 1);
        if (dates.isPresent()) {
            cells.add(dates.get().text(index, row));
        } else if (!dated.isEmpty()) {
            cells.add(WideTable.dateText(name));
        }
        cells.add(column < row.cells().size() ? row.cell(column) : "");
        return new Row(row.source(), row.line(), cells, Optional.of(name));
    }

    @Override
    public List<SeriesNote> notes() {
        List<SeriesNote> notes = new ArrayList<>(records.notes());
        firstEmpty.ifPresent(line -> notes.add(new SeriesNote.WithoutValues("line " + line, empty - 1)));
        return notes;
    }

    @Override
    public void close() {
        records.close();
    }
}
