package lstm.model;

import java.util.Optional;

/**
 * Methods that smooth, fitted on the training rows of a series.
 *
 * @param demand fitted only where the series is intermittent
 */
public record SmoothingFits(Smoothing smoothing, Theta theta, Optional<IntermittentDemand> demand) {
    private static final int MOST_MEMORY = 2_000;
    private static final int LEAST_MEMORY = 200;
    private static final int SEASONS = 6;

    /** Rows that a forecast starts from, at most: earlier ones change it no more. */
    public static int memory(int season) {
        return (int) Math.min(MOST_MEMORY, Math.max(LEAST_MEMORY, (long) SEASONS * season));
    }

    /** Rows that a forecast needs, the first of which give the season. */
    public int historyRows() {
        int longest = Math.max(smoothing.season(), theta.season());
        return longest == 1 ? 1 : 2 * longest;
    }
}
