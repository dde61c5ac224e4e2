package lstm.prepare;

import java.util.BitSet;
import java.util.OptionalInt;

/**
 * The windows of a series, each with the rows after it as targets. They are views: nothing is copied until a batch is
 * read.
 */
public final class Windows implements Samples {
    private final WindowRows rows;
    private final int first;
    private final int count;
    /** First row of each window if windows are left out; otherwise null. */
    private final int[] starts;
    /** Number of the series, if it is learned from as if less were known of it. */
    private final OptionalInt learned;

    private Windows(WindowRows rows, int first, int count, int[] starts, OptionalInt learned) {
        this.rows = rows;
        this.first = first;
        this.count = count;
        this.starts = starts;
        this.learned = learned;
    }

    /**
     * The same to learn from: a few show a category of their series as one that was never seen, and some their first
     * rows as padding.
     *
     * @param number of the series
     */
    Windows toLearn(int number) {
        return new Windows(rows, first, count, starts, OptionalInt.of(number));
    }

    /**
     * The windows whose targets lie within the rows from .. to-1, if there are enough rows before them.
     *
     * @param masked rows that no window or target may contain
     */
    static Windows of(WindowRows rows, int from, int to, BitSet masked) {
        Preparation preparation = rows.preparation();
        int lookback = preparation.lookback();
        int outputSteps = preparation.plan().outputSteps();
        int transformLag = preparation.plan().transformLag();
        int first = Math.max(transformLag, from - lookback);
        int count = Math.max(0, to - outputSteps - lookback - first + 1);
        if (masked.isEmpty()) {
            return new Windows(rows, first, count, null, OptionalInt.empty());
        }
        int[] starts = new int[count];
        int kept = 0;
        for (int start = first; start < first + count; start++) {
            if (isFree(masked, start - transformLag, start + lookback + outputSteps)) {
                starts[kept++] = start;
            }
        }
        return new Windows(rows, first, kept, starts, OptionalInt.empty());
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

    private int start(int window) {
        return starts == null ? first + window : starts[window];
    }

    private Window window(int number) {
        int start = start(number);
        return learned.isEmpty() || rows.preparation().plan().cold() == ColdStart.FALLBACK
                ? Window.whole(start)
                : Window.toLearn(learned.getAsInt(), start, rows.preparation().lookback());
    }

    @Override
    public void read(int[] order, int from, int n, float[] to) {
        for (int k = 0; k < n; k++) {
            read(order[from + k], k, n, to);
        }
    }

    /** Writes one window as number {@code k} of n. Modifies {@code to}. */
    void read(int window, int k, int n, float[] to) {
        Window shown = window(window);
        rows.inputs(shown).read(shown, facts(window), k, n, to);
    }

    /** What a window is told beside its rows; a few to learn from are told less. */
    private float[] facts(int window) {
        if (learned.isEmpty() || rows.statics().length == 0) {
            return rows.statics();
        }
        float[] told = rows.statics().clone();
        rows.preparation().statics().hideSome(learned.getAsInt(), start(window), told);
        return told;
    }

    @Override
    public void targets(int[] order, int from, int n, float[] to) {
        int outputs = rows.preparation().plan().outputs();
        for (int k = 0; k < n; k++) {
            truth(order[from + k], to, k * outputs);
        }
    }

    @Override
    public void units(int[] order, int from, int n, float[] to) {
        int outputs = rows.preparation().plan().outputs();
        for (int k = 0; k < n; k++) {
            units(order[from + k], to, k * outputs);
        }
    }

    /** Writes the units of the targets of one window. Modifies {@code to} from {@code at} on. */
    void units(int window, float[] to, int at) {
        Window of = window(window);
        rows.targets(of).units(of, to, at);
    }

    /** Writes the targets of one window. Modifies {@code to} from {@code at} on. */
    void truth(int window, float[] to, int at) {
        Window of = window(window);
        rows.targets(of).truth(of, to, at);
    }
}
