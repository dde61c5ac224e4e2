package lstm.csv;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import lstm.error.LstmException;
import lstm.series.KeyFilter;
import lstm.series.SeriesKey;

/** The rows of each series of a table that is wanted. */
final class RowsByKey {
    private final KeyFilter filter;
    private final Map<SeriesKey, KeyRows> rows = new HashMap<>();
    private SeriesKey latestKey;
    private KeyRows latest;

    RowsByKey(KeyFilter filter) {
        this.filter = filter;
    }

    /**
     * The rows of the series that a row belongs to; null if the series is not wanted. Tables mostly name their series
     * one after the other again and again, or each for many rows, so that the latest and the one that followed it last
     * time are tried before the others.
     *
     * @param shape of the rows of a new series
     */
    KeyRows of(Row row, KeyCells cells, Supplier<KeyRows.Shape> shape) throws LstmException {
        if (latestKey != null && cells.hold(latestKey, row)) {
            return latest;
        }
        KeyRows before = latest;
        if (before != null
                && before.next().isPresent()
                && cells.hold(before.next().get().key(), row)) {
            latest = before.next().get();
            latestKey = latest.key();
            return latest;
        }
        latestKey = cells.of(row);
        latest = rows.get(latestKey);
        if (latest == null && filter.takes(latestKey)) {
            latest = new KeyRows(latestKey, shape.get());
            rows.put(latestKey, latest);
        }
        if (before != null) {
            before.expect(latest);
        }
        return latest;
    }

    /** The keys of all series. */
    Set<SeriesKey> keys() {
        return rows.keySet();
    }

    /** The rows of a series. */
    KeyRows of(SeriesKey key) {
        return rows.get(key);
    }

    /** All rows, for whoever gives up those of each series when it is made: nothing here holds them any longer. */
    Map<SeriesKey, KeyRows> takeAll() {
        rows.values().forEach(of -> of.expect(null));
        latest = null;
        return rows;
    }
}
