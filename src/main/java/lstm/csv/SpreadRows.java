package lstm.csv;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import lstm.error.LstmException;

/** A table whose rows hold several values each, read as a row for each value. */
abstract class SpreadRows implements RowSource {
    private final CsvRecords records;
    private final Deque<Row> ready = new ArrayDeque<>();

    SpreadRows(CsvRecords records) {
        this.records = records;
    }

    /** Adds the rows for the values of a row of the file. */
    abstract void spread(Row row) throws LstmException;

    /** Adds a row for one value. */
    final void add(Row row) {
        ready.add(row);
    }

    /** The first rows, at most this many, of those added; they are not given again. */
    final List<Row> takeFirst(int most) {
        List<Row> first = ready.stream().limit(most).toList();
        first.forEach(row -> ready.remove());
        return first;
    }

    @Override
    public char delimiter() {
        return records.delimiter();
    }

    @Override
    public Row next() throws LstmException {
        while (ready.isEmpty()) {
            Row row = records.next();
            if (row == null) {
                return null;
            }
            spread(row);
        }
        return ready.remove();
    }
}
