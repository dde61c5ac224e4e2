package lstm.workflow;

import java.util.Optional;

/**
 * The origins of the forecasts that compare settings: over the last tenth of the rows, or as many more as
 * {@value #LEAST_FORECASTS} forecasts need that do not overlap, of all series together. With fewer, what errs less is
 * chance. A part of {@value #HORIZONS} horizons then follows another, each forecast by a network trained on the rows
 * before it; at least half of the rows are before all of them.
 *
 * @param number how many
 * @param every rows from one to the next
 * @param refit origins after which a network is trained anew
 */
record ComparisonOrigins(int number, int every, int refit) {
    private static final int MOST = 36;
    private static final int LEAST_FORECASTS = 6;
    private static final int HORIZONS = 2;

    /** The rows that are forecast are one in this many, if these are enough. */
    private static final int USUAL = 10;

    private static final int MOST_ROWS = 2;

    /**
     * The origins for this many series.
     *
     * @param rows in one of them
     * @return empty if the rows are too few to compare anything
     */
    static Optional<ComparisonOrigins> of(int series, int rows, int horizon) {
        int needed = (LEAST_FORECASTS + series - 1) / series;
        long wanted = Math.max(rows / USUAL, (long) Math.max(HORIZONS, needed) * horizon);
        int length = (int) Math.min(wanted, rows / MOST_ROWS);
        if (length < (long) needed * horizon) {
            return Optional.empty();
        }
        int number = Math.min(MOST, length - horizon + 1);
        int every = number == 1 ? 1 : (length - horizon) / (number - 1);
        int parts = rows / USUAL >= (long) needed * horizon ? 1 : (needed + HORIZONS - 1) / HORIZONS;
        return Optional.of(new ComparisonOrigins(number, every, (number + parts - 1) / parts));
    }

    /** Rows from the first to the last. */
    int span() {
        return (number - 1) * every;
    }

    /** Number of networks trained. */
    int trainings() {
        return (number + refit - 1) / refit;
    }
}
