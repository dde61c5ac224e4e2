package lstm.network;

/** First coordinate of each use of randomness, so that no two draw the same numbers. */
public final class Stream {
    static final long WEIGHTS = 1;
    static final long DROPOUT = 2;
    /** The order of the windows in an epoch. */
    public static final long SHUFFLE = 3;
    /** The samples of a synthetic task. */
    public static final long TASK = 4;

    /** What is dropped while predicting. */
    static final long SAMPLE = 5;

    private Stream() {}
}
