package lstm.csv;

import java.util.regex.Pattern;

/** Why a cell holds no number. */
enum CellProblem {
    /** It holds one. */
    NONE,
    /** It is empty or says that there is no value. */
    MISSING,
    /** It holds a number that stands for a missing value. */
    MARK,
    /** It holds text without a digit. */
    WORD,
    /** It holds an infinity. */
    INFINITE,
    /** It has digits, but is no number. */
    UNREADABLE,
    /** It is a number that is too large. */
    TOO_LARGE,
    /** It is a number with other signs than those of the file. */
    OTHER_STYLE,
    /** It is a number with another unit than that of the column. */
    OTHER_UNIT;

    /** What C prints for something that is no number or infinite; its digit is none of a number. */
    private static final Pattern PRINTED = Pattern.compile("(?i)-?1\\.#[a-z]+0*|-?nan\\(.*\\)");

    /** What is wrong with a text that is no number. */
    static CellProblem ofText(String text) {
        int from = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        String word = text.substring(from);
        if (word.equalsIgnoreCase("inf") || word.equalsIgnoreCase("infinity")) {
            return INFINITE;
        } else if (PRINTED.matcher(text).matches()) {
            return WORD;
        }
        return text.chars().anyMatch(c -> c >= '0' && c <= '9') ? UNREADABLE : WORD;
    }

    /** Whether there is no number that could be meant, so that the policy for missing values applies. */
    boolean isMissing() {
        return this == MISSING || this == MARK || this == WORD || this == INFINITE;
    }
}
