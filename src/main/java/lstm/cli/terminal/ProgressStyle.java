package lstm.cli.terminal;

/** How progress is shown on standard error. */
public enum ProgressStyle {
    /** As one line that is rewritten: a person watches. */
    LIVE,
    /** As a plain line now and then: standard error is a log. */
    LINES,
    /** Not at all. */
    NONE
}
