package lstm.prepare;

/** What a network learns from: windows of inputs, each with the targets to predict from it. */
public interface Samples {
    /** The number of samples. */
    int count();

    /**
     * Copies the inputs of samples order[from] .. order[from + n - 1], step by step and column by column, and behind
     * them what is known beside the rows: [T*F + S, n]. Modifies {@code to}.
     */
    void read(int[] order, int from, int n, float[] to);

    /** Copies the targets of samples order[from] .. order[from + n - 1]: [n, O]. Modifies {@code to}. */
    void targets(int[] order, int from, int n, float[] to);
}
