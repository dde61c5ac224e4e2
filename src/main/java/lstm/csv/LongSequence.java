package lstm.csv;

import java.util.Arrays;
import lstm.series.StampColumn;

/** A growing list of longs that takes no memory while each follows the one before it at the same distance. */
final class LongSequence {
    private static final int FIRST = 8;

    private long first;
    private long step;
    private int size;

    /** All of them, once one did not follow; null before. */
    private long[] all;

    void add(long value) {
        if (all == null && size < 2) {
            first = size == 0 ? value : first;
            step = size == 0 ? 0 : value - first;
        } else if (all == null && value != first + step * size) {
            all = new long[size + Math.max(FIRST, size >> 1)];
            Arrays.setAll(all, this::even);
        }
        if (all != null) {
            all = size == all.length ? Arrays.copyOf(all, size + (size >> 1)) : all;
            all[size] = value;
        }
        size++;
    }

    private long even(int place) {
        return first + step * place;
    }

    long get(int place) {
        return all == null ? even(place) : all[place];
    }

    int size() {
        return size;
    }

    /** Whether each is larger than the one before it. */
    boolean rises() {
        return isOrdered(1);
    }

    /** Whether each is smaller than the one before it. */
    boolean falls() {
        return isOrdered(-1);
    }

    private boolean isOrdered(int direction) {
        if (all == null) {
            return size < 2 || Long.signum(step) == direction;
        }
        for (int k = 1; k < size; k++) {
            if (Long.compare(all[k], all[k - 1]) != direction) {
                return false;
            }
        }
        return true;
    }

    /** Those at some places, in this order. */
    LongSequence at(int[] places) {
        LongSequence some = new LongSequence();
        for (int place : places) {
            some.add(get(place));
        }
        return some;
    }

    StampColumn toColumn() {
        return StampColumn.of(size, this::get);
    }
}
