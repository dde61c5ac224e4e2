package lstm.workflow;

import java.util.Locale;

/** How it went with one series of a table. */
public enum SeriesStatus {
    /** The model forecast it. */
    OK,
    /** The model forecast it, but has fewer rows than it looks back: the first of its window are padding. */
    PADDED,
    /** It has too few rows for the model. */
    SHORT,
    /** All its values are the same. */
    CONSTANT,
    /** It has no row with a value in every column. */
    MISSING,
    /** It ends earlier than other series. */
    ENDED,
    /** The model cannot forecast it. */
    FAILED;

    /** The name in files: {@code short}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
