package lstm.prepare;

/**
 * The split of a series into training rows and, after them, held-out rows.
 *
 * @param rows total number of rows
 * @param trainRows number of training rows, the first ones, which scaler and weights are fitted on
 */
public record Split(int rows, int trainRows) {
    /**
     * Minimum number of windows for a training: a couple of dozen to learn from and some to hold out. With fewer, a
     * score is meaningless.
     */
    public static final int LEAST_WINDOWS = 31;

    /** Checks that there is a training row. */
    public Split {
        if (trainRows < 1 || trainRows > rows) {
            throw new IllegalArgumentException(trainRows + " of " + rows + " rows to train on");
        }
    }

    /**
     * Holds out the last {@code share} of the rows, rounded down, unless the share is 0.
     *
     * @param share in [0, 1)
     * @param least minimum number of held-out rows: the output steps of the network
     */
    public static Split holdingOut(double share, int rows, int least) {
        return new Split(rows, rows - heldRows(share, rows, least));
    }

    /** Number of rows that {@link #holdingOut} holds out; may exceed the number of rows. */
    public static int heldRows(double share, int rows, int least) {
        return share == 0 ? 0 : Math.max(least, (int) (rows * share));
    }

    /** Number of held-out rows. */
    public int heldRows() {
        return rows - trainRows;
    }

    /** Minimum number of rows, including held-out rows, for training with this lookback. */
    public static long leastRows(int lookback, PreparationPlan plan) {
        return (long) lookback + plan.transformLag() + 2L * (plan.outputSteps() - 1) + LEAST_WINDOWS;
    }

    /** The longest lookback that this many rows allow; not positive if they allow none. */
    public static int longestLookback(int rows, PreparationPlan plan) {
        return rows - (int) leastRows(0, plan);
    }
}
