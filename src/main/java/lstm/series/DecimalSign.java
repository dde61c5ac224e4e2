package lstm.series;

import java.util.Locale;

/** The sign between the whole part of a number and its fraction. */
public enum DecimalSign {
    POINT('.'),
    COMMA(',');

    private final char character;

    DecimalSign(char character) {
        this.character = character;
    }

    /** The sign itself. */
    public char character() {
        return character;
    }

    /** The other sign. */
    public DecimalSign other() {
        return this == POINT ? COMMA : POINT;
    }

    /** The name on the command line and in the model file. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
