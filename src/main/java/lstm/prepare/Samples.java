package lstm.prepare;

/** What a network learns from: inputs over time, each with the truth that they should lead to. */
public interface Samples {
    /** How many there are. */
    int count();

    /**
     * Copies the inputs of samples order[from] .. order[from + n - 1], step by step and column by column: [T, F, n].
     * Modifies {@code to}.
     */
    void read(int[] order, int from, int n, float[] to);

    /** Copies what they should lead to, sample by sample: [n, O]. Modifies {@code to}. */
    void targets(int[] order, int from, int n, float[] to);
}
