package lstm.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.series.SeriesKey;
import lstm.series.StaticColumn;

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

    /** A column of facts; one that is a key is text, as keys are, unless it is asked for as numbers. */
    StaticColumn fact(int column, Optional<StaticColumn.Kind> asked) {
        boolean isKey = columns.contains(column);
        return new StaticColumn(
                header.name(column),
                asked.or(() -> isKey ? Optional.of(StaticColumn.Kind.CATEGORY) : Optional.empty()));
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
