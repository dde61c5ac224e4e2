package lstm.report;

import java.util.Locale;

/** Text of lines that begin with what they are about, in a column of its own. */
public final class Lines {
    private final StringBuilder text = new StringBuilder();

    /** Adds a line. */
    public void add(String about, String value) {
        text.append(String.format(Locale.ROOT, "%-9s%s%n", about, printable(value)));
    }

    /** Text that stays on its line, whatever names from a file are in it: control characters become question marks. */
    public static String printable(String text) {
        return text.replaceAll("[\\p{Cc}\\u2028\\u2029]", "?");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
