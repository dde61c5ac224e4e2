package lstm.cli;

/** The reader of standard output went away: nothing more to do, and nothing to complain of. */
final class ReaderGoneException extends Exception {
    private static final long serialVersionUID = 1L;
}
