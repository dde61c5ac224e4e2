package lstm.prepare;

import java.util.Locale;

/** What becomes of a series with too few rows for a whole window. */
public enum ColdStart {
    /** A simple method forecasts it. */
    FALLBACK,
    /** The network does: the rows that are missing are padded, and it is told how many. */
    PAD;

    /** The name in options and files: {@code pad}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
