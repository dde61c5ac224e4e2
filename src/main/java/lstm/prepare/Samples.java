package lstm.prepare;

/** Training samples: inputs over time, each with the target values to be predicted from them. */
public interface Samples {
    /** Number of samples. */
    int count();

    /**
     * Copies the inputs of samples order[from] .. order[from + n - 1], step by step and column by column: [T, F, n].
     * Modifies {@code to}.
     */
    void read(int[] order, int from, int n, float[] to);

    /** Copies the target values of these samples, sample by sample: [n, O]. Modifies {@code to}. */
    void targets(int[] order, int from, int n, float[] to);
}
