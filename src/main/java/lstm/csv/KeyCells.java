package lstm.csv;

import java.util.ArrayList;
import java.util.List;
import lstm.error.LstmException;
import lstm.series.SeriesKey;

/**
 * The cells of a row that name a series.
 *
 * @param columns where they are
 * @param relation of a row to its series, for messages: {@code belongs to} or {@code is about}
 */
record KeyCells(Header header, List<Integer> columns, String relation) {
    /**
     * The key in a row.
     *
     * @throws LstmException if a part of it is empty
     */
    SeriesKey of(Row row) throws LstmException {
        List<String> cells = new ArrayList<>(columns.size());
        for (int column : columns) {
            if (row.cell(column).isEmpty()) {
                throw LstmException.data("the key is empty, so it is not clear which series the row ", relation)
                        .at(row.place().column(header.name(column)))
                        .remedy("write the key, or delete line ", row.line());
            }
            cells.add(row.cell(column));
        }
        return new SeriesKey(cells);
    }

    /** Whether a row has this key, which is never empty. */
    boolean hold(SeriesKey key, Row row) {
        for (int k = 0; k < columns.size(); k++) {
            if (!row.cell(columns.get(k)).equals(key.values().get(k))) {
                return false;
            }
        }
        return true;
    }
}
