package lstm.prepare;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Windows of a series, each with the rows after it as its truth. They are views: nothing is copied until a batch is
 * read.
 */
public final class Windows implements Samples {
    private final ScaledSeries series;
    private final int first;
    private final int count;
    /** First rows of the windows where they do not follow one another; else null. */
    private final int[] starts;

    private Windows(ScaledSeries series, int first, int count, int[] starts) {
        this.series = series;
        this.first = first;
        this.count = count;
        this.starts = starts;
    }

    /**
     * The windows whose truths are rows of from .. to-1, as far as whole windows lie before them.
     *
     * @param masked rows that no window or truth may touch
     */
    static Windows of(ScaledSeries series, int from, int to, BitSet masked) {
        Preparation preparation = series.preparation();
        int lookback = preparation.lookback();
        int head = preparation.plan().head();
        int lead = preparation.plan().lead();
        int first = Math.max(lead, from - lookback);
        int count = Math.max(0, to - head - lookback - first + 1);
        if (masked.isEmpty()) {
            return new Windows(series, first, count, null);
        }
        int[] starts = new int[count];
        int kept = 0;
        for (int start = first; start < first + count; start++) {
            if (isFree(masked, start - lead, start + lookback + head)) {
                starts[kept++] = start;
            }
        }
        return new Windows(series, first, kept, starts);
    }

    /** Whether none of the rows from .. to-1 is masked. */
    public static boolean isFree(BitSet masked, int from, int to) {
        int hit = masked.nextSetBit(from);
        return hit < 0 || hit >= to;
    }

    @Override
    public int count() {
        return count;
    }

    /** For each window the row of the series that it forecasts first. */
    public int[] truthRows() {
        int[] rows = new int[count];
        Arrays.setAll(rows, window -> start(window) + series.preparation().lookback());
        return rows;
    }

    private int start(int window) {
        return starts == null ? first + window : starts[window];
    }

    @Override
    public void read(int[] order, int from, int n, float[] to) {
        for (int k = 0; k < n; k++) {
            read(order[from + k], k, n, to);
        }
    }

    /** Writes one window as number {@code k} of n. Modifies {@code to}. */
    void read(int window, int k, int n, float[] to) {
        series.read(start(window), k, n, to);
    }

    @Override
    public void targets(int[] order, int from, int n, float[] to) {
        int outputs = series.preparation().plan().outputs();
        for (int k = 0; k < n; k++) {
            truth(order[from + k], to, k * outputs);
        }
    }

    /** Writes the truth of one window. Modifies {@code to} from {@code at} on. */
    void truth(int window, float[] to, int at) {
        series.truth(start(window), to, at);
    }
}
