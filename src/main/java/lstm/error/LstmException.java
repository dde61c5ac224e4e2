package lstm.error;

import java.nio.file.Path;
import java.util.Locale;

/**
 * A failure that the user can mend: bad input, a file that cannot be written, training that diverged. Its message is
 * the one line that the terminal shows after {@code lstm: }. Everything else that is thrown is a bug of ours.
 */
public final class LstmException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What went wrong, as scripts tell it apart; each kind has its own exit code. */
    public enum Kind {
        /** Unknown or impossible options, or an output that exists. */
        USAGE,
        /** A CSV that is missing, malformed, too short, or lacks a column. */
        DATA,
        /** A model file that is missing, damaged, or of another version. */
        MODEL,
        /** Training went to infinity. */
        DIVERGED,
        /** A gate that the user asked for was missed. */
        GATE,
        /** The disk is full, or permission is missing. */
        IO,
        /** Another process holds the model. */
        LOCKED
    }

    private final Kind kind;

    /**
     * A failure that belongs to no one place in a file.
     *
     * @param kind what scripts tell it by
     * @param message one line: what is wrong and, after a semicolon, what to do about it
     */
    public LstmException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** A failure of a whole file: {@code prices.csv: message}. */
    public static LstmException in(Kind kind, Path file, String message) {
        return new LstmException(kind, file + ": " + message);
    }

    /** What scripts tell this failure by. */
    public Kind kind() {
        return kind;
    }

    /** A value as messages quote it: control characters escaped, long values cut, so that it stays one line. */
    public static String quote(String value) {
        StringBuilder text = new StringBuilder("\"");
        int limit = 40;
        for (int k = 0; k < value.length() && k < limit; k++) {
            char c = value.charAt(k);
            if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        return text.append(value.length() > limit ? "...\"" : "\"").toString();
    }
}
