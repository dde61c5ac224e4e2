package lstm.cli.terminal;

/** How progress is shown on standard error. */
public enum ProgressStyle {
    /** One line that is rewritten in place, for a terminal. */
    LIVE,
    /** A plain line now and then, for a log. */
    LINES,
    /** No progress. */
    NONE
}
