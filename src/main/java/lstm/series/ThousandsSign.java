package lstm.series;

import java.util.Locale;

/** The sign between the groups of digits of a large number. */
public enum ThousandsSign {
    /** Digits are not grouped. */
    NONE('\0'),
    POINT('.'),
    COMMA(','),
    /** A space of any width. */
    SPACE(' '),
    /** An apostrophe, straight or curly. */
    APOSTROPHE('\''),
    UNDERSCORE('_');

    private final char character;

    ThousandsSign(char character) {
        this.character = character;
    }

    /** The sign itself, straight and of normal width. */
    public char character() {
        return character;
    }

    /** The sign that is this character, or {@link #NONE}. */
    public static ThousandsSign of(char character) {
        for (ThousandsSign sign : values()) {
            if (sign.character == character) {
                return sign;
            }
        }
        return NONE;
    }

    /** The name on the command line and in the model file. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
