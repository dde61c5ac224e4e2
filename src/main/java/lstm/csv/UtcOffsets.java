package lstm.csv;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import lstm.series.SeriesNote;
import lstm.series.StampColumn;

/**
 * The UTC offsets of a column of stamps. Stamps are read as local times, so that a trading day starts at 9:30 all year
 * and a day at midnight. If the clock goes back, an hour occurs twice; then, if every row has an offset, all rows are
 * converted to the smallest offset, which is standard time.
 */
final class UtcOffsets {
    private final StampColumn.Builder changes = new StampColumn.Builder();
    private final StampColumn.Builder values = new StampColumn.Builder();
    private final TreeSet<Integer> distinct = new TreeSet<>();
    private final StampOrder order = new StampOrder();
    private Row back;
    private int now = ClockText.NO_OFFSET;
    private long rows;
    private boolean all = true;

    /** Whether all rows so far have an offset; if one has none, those of others do not matter. */
    boolean areGiven() {
        return all;
    }

    /** Adds a row with its offset and local time. */
    void next(Row row, int offset, long clock) {
        all &= offset != ClockText.NO_OFFSET;
        if (!all) {
            return;
        }
        if (rows == 0 || offset != now) {
            back = rows > 0 && back == null ? row : back;
            changes.add(rows);
            values.add(offset);
            distinct.add(offset);
            now = offset;
        }
        rows++;
        order.next(row, clock - offset);
    }

    /** Whether the rows can be put on one offset: each has one, and they differ. */
    boolean canMove() {
        return all && distinct.size() > 1;
    }

    /** The order of the times in UTC. */
    StampOrder order() {
        return order;
    }

    /**
     * Local times at the smallest offset.
     *
     * @param before rows taken before the first of these
     */
    StampColumn moved(StampColumn clocks, long before) {
        StampColumn starts = changes.build();
        StampColumn offsets = values.build();
        StampColumn.Builder moved = new StampColumn.Builder();
        int part = 0;
        for (int row = 0; row < clocks.size(); row++) {
            while (part + 1 < starts.size() && starts.at(part + 1) <= before + row) {
                part++;
            }
            moved.add(clocks.at(row) + distinct.first() - offsets.at(part));
        }
        return moved.build();
    }

    /** A note that local times were kept, if all rows have an offset. */
    Optional<SeriesNote> keptNote() {
        return all && rows > 0 ? Optional.of(new SeriesNote.OffsetsIgnored(offsets())) : Optional.empty();
    }

    /** A note that the rows were converted to the smallest offset. */
    SeriesNote movedNote() {
        return new SeriesNote.ClocksMoved(offsets(), back.line());
    }

    private List<ZoneOffset> offsets() {
        return distinct.stream().map(ZoneOffset::ofTotalSeconds).toList();
    }
}
