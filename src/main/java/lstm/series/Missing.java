package lstm.series;

import java.util.Locale;
import java.util.Set;

/** What to do about a cell without a number. */
public enum Missing {
    /** Reading stops at the first one and names its place. */
    ERROR,
    /** The row is left out. */
    DROP,
    /** The last value before it in time stands in; rows before the first value are left out. */
    FORWARD,
    /** Linear in the row number between its neighbors; rows before the first or after the last value are left out. */
    INTERPOLATE,
    /** As {@link #INTERPOLATE}, but windows that touch such a row are not used in training or scoring. */
    MASK;

    /** Whether values between others are made up from their neighbors. */
    public boolean bridges() {
        return this == INTERPOLATE || this == MASK;
    }

    private static final int LONGEST = 7;

    /** Words of programs and statistical offices for "no value"; the errors of spreadsheets among them. */
    private static final Set<String> WORDS = Set.of(
            "", "nan", "na", "n/a", "n.a.", "<na>", "#n/a", "#na", "#nv", "nat", "nil", "null", "(null)", "\\n", "none",
            "missing", "#div/0!", "#value!", "#wert!", "#ref!", "#num!", "#name?", "#null!", ".", "..", "...", "\u2026",
            "-", "--", "---", "\u2013", "\u2014", "\u2212", ":", "?");

    /** Whether a cell says that its value is missing: it is empty, or a word or sign for nothing, such as NA. */
    public static boolean isMissing(String text) {
        return text.length() <= LONGEST && WORDS.contains(text.toLowerCase(Locale.ROOT));
    }

    /** The name on the command line and in the model file. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
