package lstm.text;

import java.util.regex.Pattern;

/** Text in a CSV that a spreadsheet would take for a formula. */
public final class FormulaText {
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r]");

    private FormulaText() {}

    /** The text with an apostrophe in front if it is a formula, or already looks escaped. */
    public static String escaped(String text) {
        return FORMULA.matcher(text).lookingAt() ? "'" + text : text;
    }

    /** The text that an escaped one stands for: without one apostrophe. */
    public static String unescaped(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).lookingAt() ? cell.substring(1) : cell;
    }
}
