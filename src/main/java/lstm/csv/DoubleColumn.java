package lstm.csv;

import java.util.Arrays;

/** A growing list of doubles. */
final class DoubleColumn {
    private double[] values = new double[256];
    private int size;

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = value;
    }

    DoubleColumn copy() {
        DoubleColumn copy = new DoubleColumn();
        copy.values = values.clone();
        copy.size = size;
        return copy;
    }

    /** The array that holds the values, with room after them; it may be another after the next is added. */
    double[] array() {
        return values;
    }

    double[] toArray() {
        return Arrays.copyOf(values, size);
    }

    /** Removes the first values. */
    void dropFirst(int count) {
        System.arraycopy(values, count, values, 0, size - count);
        size -= count;
    }
}
