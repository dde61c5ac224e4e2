package lstm.prepare;

import java.util.Arrays;

/** What a network learns from: windows of inputs, each with the targets to predict from it. */
public interface Samples {
    /** The number of samples. */
    int count();

    /** Index of the first sample of each series, and last the total count. */
    default int[] starts() {
        return new int[] {0, count()};
    }

    /**
     * The series that a sample belongs to: the last that has any and starts at or before it.
     *
     * @param starts as {@link #starts} gives them
     */
    static int seriesOf(int sample, int[] starts) {
        int found = Arrays.binarySearch(starts, sample);
        if (found < 0) {
            return -found - 2;
        }
        while (starts[found + 1] == sample) {
            found++;
        }
        return found;
    }

    /** What each of these series counts, none negative and one positive; empty if they count alike. */
    default double[] weights() {
        return new double[0];
    }

    /**
     * Copies the inputs of samples order[from] .. order[from + n - 1], step by step and column by column, and behind
     * them what is known beside the rows: [T*F + S, n]. Modifies {@code to}.
     */
    void read(int[] order, int from, int n, float[] to);

    /** Copies the targets of samples order[from] .. order[from + n - 1]: [n, O]. Modifies {@code to}. */
    void targets(int[] order, int from, int n, float[] to);

    /**
     * Copies by what each target of samples order[from] .. order[from + n - 1] is multiplied to be in the unit of the
     * series: [n, O]. Modifies {@code to}.
     */
    default void units(int[] order, int from, int n, float[] to) {
        Arrays.fill(to, 1);
    }
}
