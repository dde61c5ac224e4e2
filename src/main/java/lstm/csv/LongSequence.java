package lstm.csv;

import java.util.Arrays;
import java.util.stream.IntStream;
import lstm.series.StampColumn;

/**
 * A growing list of longs that takes no memory while each follows the one before it at the same distance, afterwards 4
 * bytes for each, or 8 where they are very far apart.
 */
final class LongSequence {
    private static final int FIRST = 8;

    private long first;
    private long step;
    private int size;

    /** Distances of all from the first, once one did not follow; null before, and once one was too far away. */
    private int[] near;

    /** All of them, once one was too far away; null before. */
    private long[] far;

    void add(long value) {
        if (isEven() && size < 2) {
            first = size == 0 ? value : first;
            step = size == 0 ? 0 : value - first;
        } else if (!isEven() || value != even(size)) {
            put(value);
        }
        size++;
    }

    private boolean isEven() {
        return near == null && far == null;
    }

    private long even(int place) {
        return first + step * place;
    }

    private void put(long value) {
        if (far == null && isNear(value) && isNear(get(size - 1))) {
            int[] all = near == null
                    ? IntStream.range(0, size).map(k -> (int) (even(k) - first)).toArray()
                    : near;
            near = size == all.length ? Arrays.copyOf(all, room()) : all;
            near[size] = (int) (value - first);
        } else {
            long[] all =
                    far == null ? IntStream.range(0, size).mapToLong(this::get).toArray() : far;
            far = size == all.length ? Arrays.copyOf(all, room()) : all;
            far[size] = value;
            near = null;
        }
    }

    private int room() {
        return size + Math.max(FIRST, size >> 1);
    }

    private boolean isNear(long value) {
        return (int) (value - first) == value - first;
    }

    long get(int place) {
        if (far != null) {
            return far[place];
        }
        return near == null ? even(place) : first + near[place];
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
        if (isEven()) {
            return size < 2 || Long.signum(step) == direction;
        }
        for (int k = 1; k < size; k++) {
            if (Long.compare(get(k), get(k - 1)) != direction) {
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
