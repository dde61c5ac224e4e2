package lstm.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A growing list of longs. It is kept in blocks, so that millions of values are neither copied while it grows nor held
 * twice when they are taken.
 */
final class LongColumn {
    private static final int BLOCK = 1 << 13;

    private final List<long[]> blocks = new ArrayList<>();
    private long[] last = new long[BLOCK / 32];
    private int used;
    private int size;

    void add(long value) {
        if (used == last.length) {
            grow();
        }
        last[used++] = value;
        size++;
    }

    private void grow() {
        if (last.length < BLOCK) {
            last = Arrays.copyOf(last, 2 * last.length);
        } else {
            blocks.add(last);
            last = new long[BLOCK];
            used = 0;
        }
    }

    int size() {
        return size;
    }

    /** Takes all values out of the list, which is empty afterwards. */
    long[] takeAll() {
        long[] all = new long[size];
        int at = 0;
        for (int k = 0; k < blocks.size(); k++) {
            System.arraycopy(blocks.set(k, null), 0, all, at, BLOCK);
            at += BLOCK;
        }
        System.arraycopy(last, 0, all, at, used);
        blocks.clear();
        used = 0;
        size = 0;
        return all;
    }

    /** Removes the first values. */
    void dropFirst(int count) {
        addFrom(takeAll(), count);
    }

    private void addFrom(long[] values, int from) {
        for (int k = from; k < values.length; k++) {
            add(values[k]);
        }
    }
}
