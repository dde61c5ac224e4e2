package lstm.csv;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import lstm.error.Place;
import lstm.series.SeriesNote;

/**
 * The offsets from UTC of a column of stamps. The time on the clock is what counts, so that a trading day begins at
 * 9:30 all the year and a day at midnight. But a clock that is put back shows an hour twice; then, if every row says
 * its offset, all rows are moved to the least of them, which is standard time.
 */
final class UtcOffsets {
    private final LongColumn changes = new LongColumn();
    private final LongColumn values = new LongColumn();
    private final TreeSet<Integer> distinct = new TreeSet<>();
    private final StampOrder order = new StampOrder();
    private Place back;
    private int now = ClockText.NO_OFFSET;
    private long rows;
    private boolean all = true;

    /** Takes the next row: its offset, and the time on its clock. */
    void next(Place place, int offset, long clock) {
        all &= offset != ClockText.NO_OFFSET;
        if (!all) {
            return;
        }
        if (rows == 0 || offset != now) {
            back = rows > 0 && back == null ? place : back;
            changes.add(rows);
            values.add(offset);
            distinct.add(offset);
            now = offset;
        }
        rows++;
        order.next(place, clock - offset);
    }

    /** Whether the rows can be put on one offset: each has one, and they differ. */
    boolean canMove() {
        return all && distinct.size() > 1;
    }

    /** The direction of the true times, which are those of UTC. */
    StampOrder order() {
        return order;
    }

    /**
     * The times on the clock moved to the least offset; modifies and returns them.
     *
     * @param before rows taken before the first of these
     */
    long[] moved(long[] clocks, long before) {
        long[] starts = changes.toArray();
        long[] offsets = values.toArray();
        int part = 0;
        for (int row = 0; row < clocks.length; row++) {
            while (part + 1 < starts.length && starts[part + 1] <= before + row) {
                part++;
            }
            clocks[row] += distinct.first() - offsets[part];
        }
        return clocks;
    }

    /** That the times on the clock were kept, if all rows have an offset. */
    Optional<SeriesNote> keptNote() {
        return all && rows > 0 ? Optional.of(new SeriesNote.OffsetsIgnored(offsets())) : Optional.empty();
    }

    /** That the rows were moved to the least offset. */
    SeriesNote movedNote() {
        return new SeriesNote.ClocksMoved(offsets(), back.line().getAsLong());
    }

    private List<ZoneOffset> offsets() {
        return distinct.stream().map(ZoneOffset::ofTotalSeconds).toList();
    }
}
