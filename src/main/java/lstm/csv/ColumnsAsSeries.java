package lstm.csv;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.series.Missing;
import lstm.series.ReadOptions;
import lstm.series.SeriesNote;
import lstm.series.TableLayout;

/**
 * A table with a column of dates in which each other column is a series, as rows of a date, the name of a series and
 * its value; or one in which each of some columns is a series, with the cells of others beside it. Empty cells before
 * the first and after the last value of a series are no rows: it starts late, or has ended.
 */
final class ColumnsAsSeries extends SpreadRows {
    private final CsvRecords records;
    private final Header names;
    private final Row header;
    private final int date;
    private final boolean anyDate;

    /** By column the rows without a value since its last one; null before the first. */
    private final List<List<Row>> open;

    /** The columns that are series. */
    private final List<Integer> series = new ArrayList<>();

    /** The columns whose cells belong to each series. */
    private final List<Integer> shared = new ArrayList<>();

    ColumnsAsSeries(CsvRecords records, ReadOptions options) throws LstmException {
        super(records);
        this.records = records;
        names = new Header(records.header());
        date = options.date().isPresent() ? names.findDate(options.date().get()) : 0;
        anyDate = options.dateFormat().isPresent();
        if (names.size() < 2) {
            throw LstmException.data("has one column, and a wide table has dates and a column for each series")
                    .at(names.place())
                    .remedy("name another file, or leave out ", Setting.LAYOUT);
        } else if (options.keys().size() > 1) {
            throw LstmException.usage(
                            Setting.LAYOUT.to(TableLayout.Form.WIDE), " has one key, the names of the columns")
                    .remedy("give it one name with ", Setting.BY);
        } else if (!options.features().isEmpty() && !options.layout().isOfTargets()) {
            throw LstmException.usage(Setting.LAYOUT.to(TableLayout.Form.WIDE), " has one value at each date")
                    .remedy("leave out further columns, or write a row for each date and series");
        }
        open = new ArrayList<>(Collections.nCopies(names.size(), null));
        String value = options.target().orElse(TableLayout.VALUE);
        Row first = records.header();
        List<String> columns =
                new ArrayList<>(List.of(names.name(date), options.keys().get(0), value));
        choose(options);
        shared.forEach(column -> columns.add(names.name(column)));
        header = new Row(first.source(), first.line(), columns);
    }

    private void choose(ReadOptions options) throws LstmException {
        for (int column = 0; column < names.size() && !options.layout().isOfTargets(); column++) {
            if (column != date && !names.name(column).isEmpty()) {
                series.add(column);
            }
        }
        for (String target : options.layout().targets()) {
            add(series, target, Setting.TARGET);
        }
        for (String feature : options.features()) {
            add(shared, feature, Setting.FEATURES);
        }
    }

    private void add(List<Integer> to, String name, Setting setting) throws LstmException {
        int column = names.find(name, setting);
        if (column == date) {
            throw RequestedColumns.twice(setting, names, column, "the date column");
        } else if (series.contains(column)) {
            throw RequestedColumns.twice(setting, names, column, "a target");
        } else if (shared.contains(column)) {
            throw RequestedColumns.twice(setting, names, column, "a feature");
        }
        to.add(column);
    }

    @Override
    public ReadOptions reading(ReadOptions options) {
        return options.withDate(names.name(date));
    }

    @Override
    public Row header() {
        return header;
    }

    @Override
    public List<Row> firstRows(int most) throws LstmException {
        // Two lines at least, so that units below the header can be told from values.
        for (Row row : records.firstRows(Math.max(2, most / names.size()))) {
            requireDate(row);
            spread(row);
        }
        return takeFirst(most);
    }

    private void requireDate(Row row) throws LstmException {
        String cell = row.cell(date);
        boolean isDate = DateFormats.ALL.stream().anyMatch(form -> form.seconds(cell) != DateFormat.NONE)
                || DateFormats.TEXT.stream()
                        .anyMatch(form -> form.seconds(ClockText.beginning(cell)) != DateFormat.NONE);
        if (!anyDate && !isDate) {
            throw LstmException.data(
                            LstmException.quote(cell), " is not a date, and a wide table has dates in its rows")
                    .at(row.place().column(names.name(date)))
                    .remedy(
                            "name the column of dates with ",
                            Setting.DATE,
                            ", or their format with ",
                            Setting.DATE_FORMAT);
        }
    }

    @Override
    void spread(Row row) {
        for (int column : series) {
            List<Row> gap = open.get(column);
            if (!Missing.isMissing(row.cell(column))) {
                if (gap == null || !gap.isEmpty()) {
                    (gap == null ? List.<Row>of() : gap).forEach(this::add);
                    open.set(column, new ArrayList<>(0));
                }
                add(one(row, column));
            } else if (gap != null) {
                gap.add(one(row, column));
            }
        }
    }

    private Row one(Row row, int column) {
        String name = names.name(column);
        List<String> cells = new ArrayList<>(3 + shared.size());
        cells.addAll(List.of(row.cell(date), name, row.cell(column)));
        shared.forEach(other -> cells.add(row.cell(other)));
        return new Row(row.source(), row.line(), cells, Optional.of(name));
    }

    @Override
    public List<SeriesNote> notes() {
        List<SeriesNote> notes = new ArrayList<>(records.notes());
        List<Integer> empty =
                series.stream().filter(column -> open.get(column) == null).toList();
        if (!empty.isEmpty()) {
            String first = "column " + LstmException.quote(names.name(empty.get(0)));
            notes.add(new SeriesNote.WithoutValues(first, empty.size() - 1L));
        }
        return notes;
    }

    @Override
    public void close() {
        records.close();
    }
}
