package lstm.base;

/**
 * The seasons of a series.
 *
 * @param main steps of the first; 1 for none
 * @param longer steps of the second, a multiple of the first; 0 for none
 */
public record SeasonPair(int main, int longer) {
    /** The network was trained on histories of up to this many rows; more seasons than these say nothing new. */
    private static final int MEMORY = 1_500;

    private static final int SEASONS = 4;

    /** No season. */
    public static final SeasonPair NONE = new SeasonPair(1, 0);

    /** The season that repeats at the longest interval; 1 for none. */
    public int longest() {
        return Math.max(main, longer);
    }

    /** Rows that a forecast starts from. */
    public int memory() {
        return Math.max(MEMORY, (int) Math.min(Integer.MAX_VALUE, (long) SEASONS * longest()));
    }

    /** Whether there is a season at all. */
    public boolean isSeasonal() {
        return main > 1;
    }
}
