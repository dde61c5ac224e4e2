package lstm.base;

/**
 * The seasons of a series.
 *
 * @param main steps of the first; 1 for none
 * @param longer steps of the second, a multiple of the first; 0 for none
 */
public record SeasonPair(int main, int longer) {
    /** No season. */
    public static final SeasonPair NONE = new SeasonPair(1, 0);

    /** The season that repeats at the longest interval; 1 for none. */
    public int longest() {
        return Math.max(main, longer);
    }

    /** Whether there is a season at all. */
    public boolean isSeasonal() {
        return main > 1;
    }
}
