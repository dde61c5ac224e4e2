package lstm.csv;

import java.util.BitSet;
import java.util.List;
import lstm.series.GapFilling;
import lstm.series.Missing;

/**
 * Decides which rows to keep if only the latest ones are wanted: the last so far in a file that is oldest first, the
 * first in a file that is newest first. All rows are kept until the order is known, and during a gap whose end decides
 * how it is filled.
 */
final class LastRows {
    /** Number of surplus rows to collect before some are dropped. */
    private static final int SLACK = 1024;

    private final int wanted;
    private final Missing policy;
    private final StampReader stamps;
    private final List<ValueReader> columns;
    private BitSet holes = new BitSet();
    private long givenUp;
    private int held;
    private long next;
    private boolean full;

    /**
     * Creates the decision for a file of which no row was read.
     *
     * @param wanted number of rows; {@link Integer#MAX_VALUE}: all
     * @param stamps null if rows are numbered
     */
    LastRows(int wanted, Missing policy, StampReader stamps, List<ValueReader> columns) {
        this.wanted = wanted;
        this.policy = policy;
        this.stamps = stamps;
        this.columns = columns;
        next = 2L * wanted + SLACK;
    }

    /** Whether the next row may be wanted; if so it has to be added to the columns and stamps. */
    boolean holdsNext() {
        return !full;
    }

    /**
     * Call this after adding a row; it drops rows that are no longer wanted.
     *
     * @param whole whether it has a value in every column
     */
    void added(boolean whole) {
        holes.set(held, !whole);
        held++;
        if (held < next || wanted == Integer.MAX_VALUE) {
            return;
        }
        if (stamps != null && stamps.allFall()) {
            long newest = policy.bridges() ? firstWhole() : 0;
            full = lastKnown() - wanted + 1 >= newest;
        } else if (stamps == null || stamps.allRise()) {
            long end = policy.bridges() ? lastKnown() + 1 : givenUp + held;
            giveUp((int) Math.max(0, end - wanted - givenUp));
        }
        next = Math.max(next, 2L * held);
    }

    /** Rows before this one hold nothing that a later row could change: they are filled first. */
    private void giveUp(int count) {
        List<DoubleColumn> values =
                columns.stream().flatMap(column -> column.held().stream()).toList();
        double[][] filled = values.stream().map(DoubleColumn::takeAll).toArray(double[][]::new);
        GapFilling.fill(filled, policy);
        for (int k = 0; k < filled.length; k++) {
            values.get(k).addFrom(filled[k], count);
        }
        if (stamps != null) {
            stamps.dropFirst(count);
        }
        holes = holes.get(count, held);
        givenUp += count;
        held -= count;
        next = 2L * wanted + SLACK;
    }

    /** Those of the rows that are held in which a value is missing, counted from the other end if asked to. */
    BitSet holes(boolean backwards) {
        BitSet counted = new BitSet();
        holes.stream().forEach(row -> counted.set(backwards ? held - 1 - row : row));
        return counted;
    }

    /** Rows that were held once and stood before those that are held now. */
    long givenUp() {
        return givenUp;
    }

    /** The first row in the file from which on every column had a value. */
    long firstWhole() {
        return columns.stream().mapToLong(ValueReader::first).max().orElseThrow();
    }

    /** The last row in the file until which every column has a value still to come, or has one there. */
    long lastKnown() {
        return columns.stream().mapToLong(ValueReader::last).min().orElseThrow();
    }
}
