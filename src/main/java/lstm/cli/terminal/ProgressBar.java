package lstm.cli.terminal;

/** How far something is, as a row of blocks. */
final class ProgressBar {
    static final String FULL = "█";
    static final String EMPTY = "░";

    private ProgressBar() {}

    /** Full as far as {@code share}, in [0, 1], goes. */
    static String of(double share, int width) {
        int full = (int) (width * share);
        return FULL.repeat(full) + EMPTY.repeat(width - full);
    }
}
