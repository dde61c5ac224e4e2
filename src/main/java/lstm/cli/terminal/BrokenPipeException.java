package lstm.cli.terminal;

/** The reader of standard output went away. There is nothing left to do and nothing to report. */
public final class BrokenPipeException extends Exception {
    private static final long serialVersionUID = 1L;
}
