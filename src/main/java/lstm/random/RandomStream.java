package lstm.random;

/** First coordinate of each use of randomness, so that no two draw the same numbers. */
public final class RandomStream {
    public static final long WEIGHTS = 1;
    public static final long DROPOUT = 2;
    /** The order of the windows in an epoch. */
    public static final long SHUFFLE = 3;
    /** The samples of a synthetic task. */
    public static final long TASK = 4;
    /** The settings that a search tries. */
    public static final long SEARCH = 5;

    /** What is dropped while predicting. */
    public static final long SAMPLE = 5;

    private RandomStream() {}
}
