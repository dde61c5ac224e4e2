package lstm.csv;

import java.util.Arrays;

/**
 * The lines on which the rows of a CSV start. Where rows stand on one line after the other only the first is kept, so
 * that a plain file takes no memory.
 */
public final class LineNumbers {
    /** The first row of each run of lines, and how far its line is ahead of it. */
    private int[] starts = new int[4];

    private long[] aheads = new long[4];
    private int runs;
    private int size;
    private boolean reversed;

    /** The line of a row. */
    public long of(int row) {
        int place = reversed ? size - 1 - row : row;
        int run = Arrays.binarySearch(starts, 0, runs, place);
        return place + aheads[run >= 0 ? run : -run - 2];
    }

    /** The number of rows. */
    public int size() {
        return size;
    }

    /** Adds a row; the line is beyond those before it. */
    void add(long line) {
        long ahead = line - size;
        if (runs == 0 || aheads[runs - 1] != ahead) {
            if (runs == starts.length) {
                starts = Arrays.copyOf(starts, 2 * runs);
                aheads = Arrays.copyOf(aheads, 2 * runs);
            }
            starts[runs] = size;
            aheads[runs++] = ahead;
        }
        size++;
    }

    /** Turns the order of the rows around, once all have been added. */
    void reverse() {
        reversed = !reversed;
    }

    /** The lines of some of the rows, which rise. */
    LineNumbers of(int[] rows) {
        LineNumbers some = new LineNumbers();
        for (int k = 0; k < rows.length; k++) {
            some.add(of(rows[reversed ? rows.length - 1 - k : k]));
        }
        some.reversed = reversed;
        return some;
    }
}
