package lstm.prepare;

import lstm.random.RandomStream;
import lstm.random.SplitMix64;

/**
 * The rows of a series that a network reads at once, the first of which may be padding: then the network sees the mean
 * of the others in their place.
 *
 * @param first row, which may lie before the first row of the series as far as the window is padded
 * @param padded number of rows at its beginning that are padding
 */
record Window(int first, int padded) {
    /** Share of the training windows that are shown as those of a series that has only begun. */
    private static final double PADDED_SHARE = 0.2;

    /** At least one row in this many is no padding; of fewer, a network could tell little. */
    private static final int LEAST_PART = 4;

    /** A window without padding. */
    static Window whole(int first) {
        return new Window(first, 0);
    }

    /**
     * The window to learn from that begins at a row of a series: some are padded, the same ones in every epoch, so that
     * the network learns what to make of them.
     *
     * @param series number of the series
     */
    static Window toLearn(int series, int first, int lookback) {
        SplitMix64 random = SplitMix64.of(0, RandomStream.PADDING, series, first);
        if (random.nextDouble() >= PADDED_SHARE) {
            return whole(first);
        }
        int most = lookback - leastRows(lookback);
        return new Window(first, Math.min(most, 1 + (int) (random.nextDouble() * most)));
    }

    /** Minimum number of rows of a window that are no padding. */
    static int leastRows(int lookback) {
        return (lookback + LEAST_PART - 1) / LEAST_PART;
    }

    /** The first row that is no padding. */
    int shown() {
        return first + padded;
    }
}
