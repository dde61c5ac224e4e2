package lstm.prepare;

/**
 * Which rows are learned from and which are held out: the last ones, in time order.
 *
 * @param rows in all
 * @param trainRows of these, from the first on, are for fitting scaler and weights
 */
public record Split(int rows, int trainRows) {
    /**
     * Windows a series must have for training: a couple of dozen to learn from and some to hold out. With fewer, a
     * score says nothing.
     */
    public static final int LEAST_WINDOWS = 31;

    /** Checks that there is something to train on. */
    public Split {
        if (trainRows < 1 || trainRows > rows) {
            throw new IllegalArgumentException(trainRows + " of " + rows + " rows to train on");
        }
    }

    /**
     * Holds out the last {@code share} of the rows, rounded down, unless the share is 0.
     *
     * @param share in [0, 1)
     * @param least but so many at least: the network's outputs reach as far
     */
    public static Split holdingOut(double share, int rows, int least) {
        return new Split(rows, rows - heldRows(share, rows, least));
    }

    /** How many rows that holds out, which may be more than there are. */
    public static int heldRows(double share, int rows, int least) {
        return share == 0 ? 0 : Math.max(least, (int) (rows * share));
    }

    /** Rows held out. */
    public int heldRows() {
        return rows - trainRows;
    }

    /** Rows that training with this lookback needs, some of them to hold out. */
    public static long leastRows(int lookback, PreparationPlan plan) {
        return (long) lookback + plan.transformLag() + 2L * (plan.outputSteps() - 1) + LEAST_WINDOWS;
    }

    /** The longest lookback that so many rows allow; not positive if there is none. */
    public static int longestLookback(int rows, PreparationPlan plan) {
        return rows - (int) leastRows(0, plan);
    }
}
