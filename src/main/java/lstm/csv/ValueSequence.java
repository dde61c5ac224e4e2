package lstm.csv;

import java.util.Arrays;

/** A growing list of numbers that takes 4 bytes for each while all are whole, as counts are, or missing. */
final class ValueSequence {
    private static final int FIRST = 8;
    private static final int MISSING = Integer.MIN_VALUE;

    private int size;
    private int[] whole = new int[FIRST];

    /** All of them, once one was not whole; null before. */
    private double[] all;

    void add(double value) {
        if (all == null && !isWhole(value)) {
            all = Arrays.copyOf(toArray(), room());
            whole = null;
        }
        if (all == null) {
            whole = size == whole.length ? Arrays.copyOf(whole, room()) : whole;
            whole[size] = Double.isNaN(value) ? MISSING : (int) value;
        } else {
            all = size == all.length ? Arrays.copyOf(all, room()) : all;
            all[size] = value;
        }
        size++;
    }

    private int room() {
        return Math.max(FIRST, size + (size >> 1));
    }

    /** Negative zero is not. */
    private static boolean isWhole(double value) {
        return Double.isNaN(value)
                || (int) value != MISSING
                        && Double.doubleToRawLongBits((int) value) == Double.doubleToRawLongBits(value);
    }

    double get(int place) {
        return all == null ? number(whole[place]) : all[place];
    }

    private static double number(int value) {
        return value == MISSING ? Double.NaN : value;
    }

    /** Those at these places. */
    ValueSequence at(int[] places) {
        ValueSequence some = new ValueSequence();
        for (int place : places) {
            some.add(get(place));
        }
        return some;
    }

    /** A copy. */
    double[] toArray() {
        return all == null
                ? Arrays.stream(whole, 0, size)
                        .mapToDouble(ValueSequence::number)
                        .toArray()
                : Arrays.copyOf(all, size);
    }
}
