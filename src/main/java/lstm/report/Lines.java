package lstm.report;

import java.util.Locale;

/** Text of lines that begin with what they are about, in a column of its own. */
public final class Lines {
    private final StringBuilder text = new StringBuilder();

    /** Adds a line. */
    public void add(String about, String value) {
        text.append(String.format(Locale.ROOT, "%-9s%s%n", about, value));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
