package lstm.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.series.SeriesKey;
import lstm.series.StampKind;
import org.apache.spark.sql.Row;

/** The series of one partition, whose rows come sorted by key and stamp. Holds the rows of one series at a time. */
final class SeriesIterator implements Iterator<SeriesIterator.Read> {
    /** The rows of a key. */
    record Read(SeriesKey key, SeriesRows rows) {}

    private final Iterator<Row> rows;
    private final TableLayout layout;
    private final StampKind kind;
    private final int wanted;
    private Row ahead;

    /** @param wanted rows to keep at the end of each series */
    SeriesIterator(Iterator<Row> rows, TableLayout layout, StampKind kind, int wanted) {
        this.rows = rows;
        this.layout = layout;
        this.kind = kind;
        this.wanted = wanted;
        advance();
    }

    private void advance() {
        ahead = rows.hasNext() ? rows.next() : null;
    }

    @Override
    public boolean hasNext() {
        return ahead != null;
    }

    @Override
    public Read next() {
        if (ahead == null) {
            throw new NoSuchElementException();
        }
        SeriesKey key = key(ahead, layout);
        SeriesRows read = new SeriesRows(layout, kind, wanted);
        while (ahead != null && isOf(key)) {
            read.add(ahead);
            advance();
        }
        return new Read(key, read);
    }

    private boolean isOf(SeriesKey key) {
        for (int k = 0; k < key.values().size(); k++) {
            if (!key.values().get(k).equals(ahead.get(k))) {
                return false;
            }
        }
        return true;
    }

    /** The key of a row; an empty one ends the job, since it is not clear which series the row belongs to. */
    static SeriesKey key(Row row, TableLayout layout) {
        List<String> cells = new ArrayList<>();
        for (int k = 0; k < layout.keys().size(); k++) {
            if (row.isNullAt(k) || row.getString(k).isEmpty()) {
                throw JobFailure.of(LstmException.data(
                                "a row has no ",
                                layout.keys().get(k),
                                ", so it is not clear which series it belongs to")
                        .in(layout.source())
                        .remedy("write the key, leave such rows out, or choose other columns with ", Setting.BY));
            }
            cells.add(row.getString(k));
        }
        return new SeriesKey(cells);
    }
}
