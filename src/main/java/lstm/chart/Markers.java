package lstm.chart;

/** Which points of a line are marked. */
public enum Markers {
    /** Only the line is drawn; a single point is still a dot. */
    NONE,
    /** Each point is a dot. */
    DOTS,
    /** The last point is a dot, with its value beside it. */
    LAST
}
