package lstm.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;

/** The records of a CSV, one after the other, each with as many fields as the header. Blank lines are skipped. */
final class CsvRecords implements Closeable {
    private final CsvSource source;
    private final CsvLimits limits;
    private final TextReader text;
    private final char delimiter;
    private final long linesSkipped;
    private final CSVParser parser;
    private final Iterator<CSVRecord> iterator;
    private final Row header;

    private CsvRecords(CsvSource source, TextReader text, Optional<Character> asked, CsvLimits limits)
            throws IOException, LstmException {
        this.source = source;
        this.limits = limits;
        this.text = text;
        Delimiter found = Delimiter.settle(text, asked);
        delimiter = found.character();
        linesSkipped = found.linesBefore();
        parser = CSVParser.builder().setReader(text).setFormat(format()).get();
        iterator = parser.iterator();
        header = take();
        if (header == null) {
            throw LstmException.data("is empty")
                    .remedy("give a CSV with a header and rows")
                    .in(source.name());
        } else if (header.cells().size() > limits.columns()) {
            throw LstmException.data("the header has ", header.cells().size(), " columns")
                    .remedy("leave columns out: at most ", limits.columns(), " can be read")
                    .at(header.place());
        }
    }

    /**
     * Opens a CSV and reads its header.
     *
     * @throws LstmException if there is none
     */
    static CsvRecords open(CsvSource source, Optional<Character> delimiter, CsvLimits limits) throws LstmException {
        TextReader text = new TextReader(source.open(), limits.recordChars());
        try {
            return new CsvRecords(source, text, delimiter, limits);
        } catch (IOException e) {
            close(text);
            throw RecordErrors.of(source, 1, limits, e);
        } catch (LstmException e) {
            close(text);
            throw e;
        }
    }

    /** This quote mode distinguishes quoted empty fields from unquoted ones. */
    private CSVFormat format() {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .setIgnoreSurroundingSpaces(true)
                .setQuoteMode(QuoteMode.ALL_NON_NULL)
                .get();
    }

    char delimiter() {
        return delimiter;
    }

    Row header() {
        return header;
    }

    /** The next row, or null at the end. */
    Row next() throws LstmException {
        Row row = take();
        if (row != null && row.cells().size() != header.cells().size()) {
            int count = row.cells().size();
            throw LstmException.data(
                            count,
                            count == 1 ? " field" : " fields",
                            " where the header has ",
                            header.cells().size())
                    .remedy("add or remove a delimiter, or quote the field that holds one")
                    .at(row.place());
        }
        return row;
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
        while (true) {
            long line = parser.getCurrentLineNumber() + 1 + linesSkipped;
            try {
                if (!iterator.hasNext()) {
                    return null;
                }
                CSVRecord record = iterator.next();
                text.recordEnds();
                if (record.size() > 1 || record.get(0) != null) {
                    return new Row(source.name(), line, cells(record));
                }
            } catch (UncheckedIOException e) {
                throw RecordErrors.of(source, line, limits, e.getCause());
            }
        }
    }

    private static List<String> cells(CSVRecord record) {
        String[] cells = record.values();
        for (int k = 0; k < cells.length; k++) {
            cells[k] = cells[k] == null ? "" : cells[k].strip();
        }
        return Arrays.asList(cells);
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
