package lstm.chart;

import lstm.text.PrintableText;

/** Escapes text for HTML and SVG. */
public final class Markup {
    private Markup() {}

    /**
     * Escapes text for use between tags and within quotes. Characters that XML does not allow, or that are not what
     * they seem, become question marks.
     */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(c < 0x7f && c >= ' ' || isCharacter(c) ? c : '?');
            }
        });
        return escaped.toString();
    }

    private static boolean isCharacter(int c) {
        boolean deceptive = c != '\n' && c != '\t' && PrintableText.isDeceptive(c);
        return !deceptive && (c & 0xfffe) != 0xfffe;
    }
}
