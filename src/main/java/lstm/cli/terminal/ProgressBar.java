package lstm.cli.terminal;

import lstm.text.CharacterSet;

/** A bar that is filled as far as work is done. */
record ProgressBar(CharacterSet characters) {
    /** The character of the filled part. */
    String full() {
        return characters == CharacterSet.ASCII ? "#" : "\u2588";
    }

    private String empty() {
        return characters == CharacterSet.ASCII ? "-" : "\u2591";
    }

    /** A bar of that many columns, of which a share in [0, 1] is filled. */
    String of(double share, int width) {
        int full = (int) (width * share);
        return full().repeat(full) + empty().repeat(width - full);
    }
}
