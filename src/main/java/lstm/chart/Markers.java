package lstm.chart;

/** Whether the points of a line are marked. */
public enum Markers {
    /** Only the line is drawn; a single point is still a dot. */
    NONE,
    /** Each point is a dot. */
    DOTS
}
