package lstm.prepare;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import lstm.series.Series;

/**
 * The split of a series into training rows and, after them, held-out rows, of which the earlier part may choose the
 * epoch and the later part score it.
 *
 * @param rows total number of rows
 * @param trainRows number of training rows, the first ones, which scaler and weights are fitted on
 * @param scoredFrom the first row that is scored: that after the rows that choose the epoch, or the first held-out row
 *     if all held-out rows do both
 */
public record Split(int rows, int trainRows, int scoredFrom) {
    /**
     * Minimum number of windows for a training: a couple of dozen to learn from and some to hold out. With fewer, a
     * score is meaningless.
     */
    public static final int LEAST_WINDOWS = 31;

    /** Windows to learn from that are left when rows are held out beyond the share that was asked for. */
    private static final int LEAST_LEARNED = 24;

    /** Horizons that are held out, so that there is more than one origin. */
    private static final int HORIZONS = 2;

    /** At most one row in this many is held out for that. */
    private static final int PART = 3;

    /** Minimum number of origins in each half of the held-out rows; with fewer, one part does both. */
    private static final int LEAST_ORIGINS = 20;

    /** Checks that there is a training row. */
    public Split {
        if (trainRows < 1 || trainRows > rows || scoredFrom < trainRows || scoredFrom > rows) {
            throw new IllegalArgumentException(
                    trainRows + " of " + rows + " rows to train on, scores from row " + scoredFrom);
        }
    }

    /** A split whose held-out rows do both. */
    public Split(int rows, int trainRows) {
        this(rows, trainRows, trainRows);
    }

    /**
     * Holds out the last {@code share} of the rows, rounded down, unless the share is 0.
     *
     * @param share in [0, 1)
     * @param least minimum number of held-out rows
     */
    public static Split holdingOut(double share, int rows, int least) {
        return new Split(rows, rows - (share == 0 ? 0 : Math.max(least, (int) (rows * share))));
    }

    /** The split for a training: as many rows as {@link #heldRows} are held out, and all of them choose and score. */
    public static Split of(double share, int rows, PreparationPlan plan, int lookback) {
        return new Split(rows, rows - heldRows(share, rows, plan, lookback));
    }

    /**
     * Number of rows that a training holds out: the share, but whole outputs of the network, and for several steps two
     * horizons as far as a third of the rows and the windows to learn from allow. May exceed the number of rows.
     */
    public static int heldRows(double share, int rows, PreparationPlan plan, int lookback) {
        long windows = (long) rows - lookback - plan.transformLag() - plan.outputSteps() + 1;
        int room = (int) Math.max(0, windows - LEAST_LEARNED);
        return Math.max(sharedRows(share, rows, plan), Math.min(mostHeld(share, rows, plan), room));
    }

    private static int sharedRows(double share, int rows, PreparationPlan plan) {
        return share == 0 ? 0 : Math.max(plan.outputSteps(), (int) (rows * share));
    }

    /** The same for any lookback: no training holds out more. */
    static int mostHeld(double share, int rows, PreparationPlan plan) {
        int held = sharedRows(share, rows, plan);
        return share == 0 || plan.horizon() == 1
                ? held
                : Math.max(held, (int) Math.min((long) HORIZONS * plan.horizon(), rows / PART));
    }

    /**
     * Divides the held-out rows of each series in time order, so that the rows that are scored have chosen nothing.
     * Each half must have a whole horizon to forecast in every series, and enough of them in all; otherwise nothing is
     * divided.
     *
     * @param masked rows of each series that no window or forecast may contain
     * @param historyRows rows that a forecast needs before it
     */
    public static List<Split> divided(List<Split> each, List<BitSet> masked, int historyRows, int horizon) {
        int chosen = 0;
        int scored = 0;
        for (int k = 0; k < each.size(); k++) {
            Split half = each.get(k).halved();
            int early = origins(masked.get(k), half.trainRows, half.scoredFrom, historyRows, horizon);
            int late = origins(masked.get(k), half.scoredFrom, half.rows, historyRows, horizon);
            if (early == 0 || late == 0) {
                return each;
            }
            chosen += early;
            scored += late;
        }
        return Math.min(chosen, scored) < LEAST_ORIGINS
                ? each
                : each.stream().map(Split::halved).toList();
    }

    private Split halved() {
        return new Split(rows, trainRows, trainRows + heldRows() / 2);
    }

    private static int origins(BitSet masked, int from, int to, int historyRows, int horizon) {
        return (int) IntStream.rangeClosed(Math.max(from, historyRows), to - horizon)
                .filter(origin -> Windows.isFree(masked, origin - historyRows, origin + horizon))
                .count();
    }

    /**
     * The same, but no row before a boundary was interpolated towards one behind it. Where the gap is so long that it
     * leaves no window to learn from, the boundaries stay.
     *
     * @param window rows of a window with what it is to forecast
     */
    Split beforeGaps(Series series, int window) {
        int train = trainRows == rows ? rows : series.origin(trainRows);
        int scored = scoredFrom == trainRows ? train : series.origin(scoredFrom);
        return train < window ? this : new Split(rows, train, scored);
    }

    /** The same with held-out rows that choose and score. */
    public Split undivided() {
        return new Split(rows, trainRows);
    }

    /** Whether the rows that are scored have not chosen the epoch. */
    public boolean isDivided() {
        return scoredFrom > trainRows;
    }

    /** Number of held-out rows. */
    public int heldRows() {
        return rows - trainRows;
    }

    /** Number of held-out rows that are scored. */
    public int scoredRows() {
        return rows - scoredFrom;
    }

    /** The row after the last one that chooses the epoch. */
    public int chosenTo() {
        return isDivided() ? scoredFrom : rows;
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
