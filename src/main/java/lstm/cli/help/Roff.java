package lstm.cli.help;

import java.util.List;
import java.util.Locale;

/** Text in roff, with the macros of man(7). */
public final class Roff {
    private final StringBuilder page = new StringBuilder();

    void title(String name, String version) {
        page.append(".TH ")
                .append(quoted(name.toUpperCase(Locale.ROOT)))
                .append(" 1 \"\" ")
                .append(quoted(version))
                .append('\n');
        // No hyphens within words, and text that is not spread to both margins: names stay as they are typed.
        page.append(".nh\n.ad l\n");
    }

    void section(String name) {
        page.append(".SH ").append(quoted(name)).append('\n');
    }

    void subsection(String name) {
        page.append(".SS ").append(quoted(name)).append('\n');
    }

    /** A paragraph. */
    public void text(String text) {
        line(text);
        page.append(".PP\n");
    }

    void bold(String text) {
        page.append(".B ").append(quoted(text)).append('\n');
    }

    /** A term with its description. */
    public void item(String term, String meaning) {
        page.append(".TP\n.B ").append(quoted(term)).append('\n');
        line(meaning);
    }

    /** Preformatted lines. */
    void example(List<String> lines) {
        page.append(".PP\n.nf\n");
        lines.forEach(this::line);
        page.append(".fi\n.PP\n");
    }

    private void line(String text) {
        String safe = escaped(text);
        // A point or a quote in the first place would make it a command.
        page.append(safe.startsWith(".") || safe.startsWith("'") ? "\\&" : "")
                .append(safe)
                .append('\n');
    }

    private static String quoted(String text) {
        return "\"" + escaped(text).replace("\"", "\\(dq") + "\"";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("'", "\\(aq")
                .replace("~", "\\(ti");
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
