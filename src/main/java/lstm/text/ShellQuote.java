package lstm.text;

import java.util.Locale;

/** Text that a shell takes for one word. */
public final class ShellQuote {
    private static final int LAST_OF_FOUR_DIGITS = 0xffff;

    private ShellQuote() {}

    /**
     * The word as it is if it is plain, else in single quotes. One with characters that a terminal would act on or not
     * show is quoted with a dollar sign in front and their numbers instead, as bash, zsh and ksh take it.
     */
    public static String quote(String word) {
        if (word.codePoints().anyMatch(PrintableText::isDeceptive)) {
            return "$'" + escaped(word) + "'";
        }
        return word.matches("[A-Za-z0-9_./:=@%+,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private static String escaped(String word) {
        StringBuilder text = new StringBuilder();
        word.codePoints().forEach(character -> {
            if (PrintableText.isDeceptive(character)) {
                String form = character > LAST_OF_FOUR_DIGITS ? "\\U%08x" : "\\u%04x";
                text.append(String.format(Locale.ROOT, form, character));
            } else if (character == '\'' || character == '\\') {
                text.append('\\').appendCodePoint(character);
            } else {
                text.appendCodePoint(character);
            }
        });
        return text.toString();
    }
}
