package lstm.model;

import lstm.base.SeasonPair;

/**
 * What the base network is told about a series: it learns nothing else from it.
 *
 * @param seasons found in the training rows
 */
public record BaseFit(SeasonPair seasons) {
    /** The network was trained on histories of up to this many rows. */
    private static final int MEMORY = 1_500;

    private static final int SEASONS = 4;

    /** The most that {@link #memory} can be: a longer season is left out of what the network is told. */
    static final int MOST_MEMORY = 6_000;

    /** Checks that there is a row in a season. */
    public BaseFit {
        if (seasons.main() < 1 || seasons.longer() < 0) {
            throw new IllegalArgumentException(seasons.toString());
        }
    }

    /** Rows that a forecast starts from, at most. */
    public int memory() {
        return (int) Math.min(MOST_MEMORY, Math.max(MEMORY, (long) SEASONS * seasons.longest()));
    }
}
