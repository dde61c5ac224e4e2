package lstm.cli.terminal;

import lstm.text.CharacterSet;

/** A progress bar. */
record ProgressBar(CharacterSet characters) {
    /** The character of the filled part. */
    String full() {
        return characters == CharacterSet.ASCII ? "#" : "\u2588";
    }

    private String empty() {
        return characters == CharacterSet.ASCII ? "-" : "\u2591";
    }

    /** A bar of this width, filled to a share in [0, 1]. */
    String of(double share, int width) {
        int full = (int) (width * share);
        return full().repeat(full) + empty().repeat(width - full);
    }
}
