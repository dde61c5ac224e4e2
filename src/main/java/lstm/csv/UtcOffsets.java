package lstm.csv;

import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
    private LineReference back;
    private int now = ClockText.NO_OFFSET;
    private long rows;
    private boolean all = true;

    /** Takes the next row: its offset, and the time on its clock. */
    void next(LineReference place, int offset, long clock) {
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

    /** How rows with offsets are read; nothing if not all have one. */
    Optional<String> note() {
        return all && rows > 0
                ? Optional.of("times are read as their clock shows them, without the offset " + list())
                : Optional.empty();
    }

    /** The same for rows that were moved. */
    Optional<String> movedNote() {
        return Optional.of("the clock is changed (offsets " + list() + "), first on line " + back.line()
                + "; all times are moved to " + ClockText.offsetText(distinct.first()));
    }

    private String list() {
        return distinct.stream().limit(4).map(ClockText::offsetText).collect(Collectors.joining(", "))
                + (distinct.size() > 4 ? ", ..." : "");
    }
}
