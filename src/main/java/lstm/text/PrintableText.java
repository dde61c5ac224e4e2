package lstm.text;

import java.util.HexFormat;
import java.util.regex.Pattern;

/** Text that shows what it says: nothing in it moves the cursor, breaks the line, hides, or reverses what follows. */
public final class PrintableText {
    /**
     * Control characters; marks of direction and other invisible formatting; line and paragraph separators; halves of
     * surrogate pairs; and letters that are blank or without width.
     */
    private static final String DECEPTIVE =
            "\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u3164\\uffa0";

    private static final Pattern ANY = Pattern.compile("[" + DECEPTIVE + "]");
    private static final Pattern BEYOND_ASCII = Pattern.compile("[" + DECEPTIVE + "&&[^\\x00-\\x7f]]");

    private static final HexFormat HEX = HexFormat.of();

    private PrintableText() {}

    /** The text with question marks instead of all such characters. */
    public static String of(String text) {
        return ANY.matcher(text).replaceAll("?");
    }

    /** Whether a character would be replaced. */
    public static boolean isDeceptive(int character) {
        return ANY.matcher(Character.toString(character)).matches();
    }

    /** JSON in which such characters are escaped; it means the same. */
    public static String ofJson(String json) {
        return BEYOND_ASCII.matcher(json).replaceAll(found -> {
            StringBuilder escaped = new StringBuilder();
            for (char unit : found.group().toCharArray()) {
                escaped.append("\\\\u").append(HEX.toHexDigits(unit));
            }
            return escaped.toString();
        });
    }
}
