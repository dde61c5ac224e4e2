package lstm.chart;

/** Escapes text for HTML and SVG. */
public final class Markup {
    private Markup() {}

    /**
     * Escapes text for use between tags and within quotes. Characters that XML does not allow become question marks.
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
                default -> escaped.appendCodePoint(isCharacter(c) ? c : '?');
            }
        });
        return escaped.toString();
    }

    private static boolean isCharacter(int c) {
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
        boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !control && !half && (c & 0xfffe) != 0xfffe;
    }
}
