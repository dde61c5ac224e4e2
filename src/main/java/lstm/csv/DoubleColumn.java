package lstm.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A growing list of doubles. It is kept in blocks, so that millions of values are neither copied while it grows nor
 * held twice when they are taken.
 */
final class DoubleColumn {
    private static final int BLOCK = 1 << 13;

    private final List<double[]> blocks = new ArrayList<>();
    private double[] last = new double[BLOCK / 32];
    private int used;
    private int size;

    void add(double value) {
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
            last = new double[BLOCK];
            used = 0;
        }
    }

    /** Takes all values out of the list, which is empty afterwards. */
    double[] takeAll() {
        double[] all = new double[size];
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

    DoubleColumn copy() {
        DoubleColumn copy = new DoubleColumn();
        blocks.forEach(block -> copy.addFrom(block, 0));
        copy.addFrom(Arrays.copyOf(last, used), 0);
        return copy;
    }

    /** Adds the values from .. values.length-1. */
    void addFrom(double[] values, int from) {
        for (int k = from; k < values.length; k++) {
            add(values[k]);
        }
    }
}
