package lstm.text;

import java.util.Locale;

/** Text of lines that begin with what they are about, in a column of its own. */
public final class LabelledLines {
    private static final int WIDTH = 80;
    private static final int INDENT = 9;

    private final StringBuilder text = new StringBuilder();

    /** Adds a line. */
    public void add(String about, String value) {
        text.append(String.format(Locale.ROOT, "%-9s%s%n", about, PrintableText.of(value)));
    }

    /** Adds the lines of a text, the first of them with what they are about. */
    public void addLines(String about, String values) {
        String label = about;
        for (String value : values.split("\n", -1)) {
            add(label, value);
            label = "";
        }
    }

    /** Adds lines that are complete. */
    public void addAll(String lines) {
        text.append(lines);
    }

    /** Adds as many lines as keep to the width of a terminal; longer words stand out. */
    public void addWrapped(String about, String value) {
        StringBuilder line = new StringBuilder();
        String label = about;
        for (String word : value.split(" ", -1)) {
            if (!line.isEmpty() && INDENT + line.length() + 1 + word.length() > WIDTH) {
                add(label, line.toString());
                line.setLength(0);
                label = "";
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        add(label, line.toString());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
