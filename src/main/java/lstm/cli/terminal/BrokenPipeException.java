package lstm.cli.terminal;

/** The reader of standard output went away: nothing more to do, and nothing to complain of. */
public final class BrokenPipeException extends Exception {
    private static final long serialVersionUID = 1L;
}
