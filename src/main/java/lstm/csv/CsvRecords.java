package lstm.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lstm.error.LstmException;
import lstm.series.ReadOptions;
import lstm.series.SeriesNote;
import lstm.series.TableLayout;
import lstm.text.FormulaText;

/**
 * The records of a CSV, one after the other, each with as many fields as the header. Blank lines are skipped; other
 * lines that are no rows are passed over and counted.
 */
final class CsvRecords implements RowSource {
    private final CsvSource source;
    private final CsvLimits limits;
    private final TextReader text;
    private final char delimiter;
    private final RecordParser parser;
    private final Row header;
    private final PassedLines passed = new PassedLines();
    private final Optional<SeriesNote> talk;
    private final int width;
    private final boolean ragged;
    private Row waiting;

    private CsvRecords(CsvSource source, TextReader text, ReadOptions options, CsvLimits limits)
            throws IOException, LstmException {
        this.source = source;
        this.limits = limits;
        this.text = text;
        TableStart start = TableStart.find(text, options, source.name());
        delimiter = start.delimiter();
        talk = start.talk();
        parser = new RecordParser(text, delimiter, start.linesBefore() + 1);
        Row first = take();
        if (first == null) {
            throw LstmException.data("is empty")
                    .remedy("give a CSV with a header and rows")
                    .in(source.name());
        } else if (first.cells().size() > limits.columns()) {
            throw LstmException.data("the header has ", first.cells().size(), " columns")
                    .remedy("leave columns out: at most ", limits.columns(), " can be read")
                    .at(first.place());
        }
        boolean unnamed = options.headerLine().equals(Optional.of(ReadOptions.NO_HEADER));
        ragged = options.layout().form() == TableLayout.Form.ROWS;
        width = first.cells().size();
        header = unnamed ? numbered(first) : first;
        waiting = unnamed ? first : null;
    }

    /** Names for columns that have none: c1, c2 and so on. */
    private static Row numbered(Row first) {
        List<String> names = IntStream.rangeClosed(1, first.cells().size())
                .mapToObj(column -> "c" + column)
                .toList();
        return new Row(first.source(), first.line(), names);
    }

    /**
     * Opens a CSV and reads its header.
     *
     * @throws LstmException if there is none
     */
    static CsvRecords open(CsvSource source, ReadOptions options, CsvLimits limits) throws LstmException {
        TextReader text = new TextReader(source.open(), limits.recordChars());
        try {
            return new CsvRecords(source, text, options, limits);
        } catch (IOException e) {
            close(text);
            throw RecordErrors.of(source, 1, limits, e);
        } catch (LstmException e) {
            close(text);
            throw e;
        }
    }

    @Override
    public char delimiter() {
        return delimiter;
    }

    @Override
    public Row header() {
        return header;
    }

    /** The next row, or null at the end. */
    @Override
    public Row next() throws LstmException {
        for (Row record = takeWaiting(); record != null; record = take()) {
            if (!ragged && record.cells().size() != width && !differsInBlanks(record)) {
                passed.addShort(record, raggedness(record));
            } else if (PassedLines.isBlank(record)) {
                passed.add(record);
            } else {
                passed.rowFollows();
                return ragged || record.cells().size() == width ? record : fitted(record);
            }
        }
        return null;
    }

    private Row takeWaiting() throws LstmException {
        Row first = waiting;
        waiting = null;
        return first == null ? take() : first;
    }

    /** Whether only empty fields at the end are too many, or missing below an empty name. */
    private boolean differsInBlanks(Row record) {
        List<String> longer = record.cells().size() > width ? record.cells() : header.cells();
        int least = Math.min(width, record.cells().size());
        return record.cells().size() > 1
                && longer.subList(least, longer.size()).stream().allMatch(String::isEmpty);
    }

    private Row fitted(Row record) {
        List<String> cells = new ArrayList<>(
                record.cells().subList(0, Math.min(width, record.cells().size())));
        while (cells.size() < width) {
            cells.add("");
        }
        return new Row(record.source(), record.line(), cells);
    }

    private LstmException raggedness(Row record) {
        int count = record.cells().size();
        return LstmException.data(count, count == 1 ? " field" : " fields", " where the header has ", width)
                .remedy("add or remove a delimiter, or quote the field that holds one")
                .at(record.place());
    }

    /** What was passed over above the table and in it. */
    @Override
    public List<SeriesNote> notes() {
        return Stream.concat(talk.stream(), passed.note().stream()).toList();
    }

    /** The next rows without the units below the header. */
    @Override
    public List<Row> firstRows(int most) throws LstmException {
        List<Row> rows = next(most);
        int units = 0;
        while (units < rows.size() - 1 && UnitsLine.is(rows.get(units).cells())) {
            passed.add(rows.get(units));
            units++;
        }
        return rows.subList(units, rows.size());
    }

    /** Up to this many of the next rows. */
    List<Row> next(int most) throws LstmException {
        List<Row> rows = new ArrayList<>();
        while (rows.size() < most) {
            Row row = next();
            if (row == null) {
                break;
            }
            rows.add(row);
        }
        return rows;
    }

    private Row take() throws LstmException {
        try {
            String[] cells = parser.next();
            if (cells != null && source.form()) {
                Arrays.setAll(cells, k -> FormulaText.unescaped(cells[k]));
            }
            return cells == null ? null : new Row(source.name(), parser.line(), Arrays.asList(cells));
        } catch (IOException e) {
            throw RecordErrors.of(source, parser.line(), limits, e);
        }
    }

    private static void close(TextReader text) {
        try {
            text.close();
        } catch (IOException e) {
            // Nothing was written: a failure to close an input loses nothing.
        }
    }

    @Override
    public void close() {
        close(text);
    }
}
