package lstm.chart;

/** How a line is drawn. */
public enum Stroke {
    /** Without gaps. */
    SOLID,
    /** With gaps. */
    DASHED
}
