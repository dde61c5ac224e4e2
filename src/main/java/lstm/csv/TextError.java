package lstm.csv;

import java.io.IOException;

/** What {@link TextReader} finds wrong; it passes through the CSV parser, so it is an {@link IOException}. */
abstract class TextError extends IOException {
    private static final long serialVersionUID = 1L;

    private TextError(String message) {
        super(message);
    }

    /** A fault of the text on one line. */
    static final class At extends TextError {
        private static final long serialVersionUID = 1L;
        private final long line;

        At(long line, String message) {
            super(message);
            this.line = line;
        }

        long line() {
            return line;
        }
    }

    /** The record that is being parsed is longer than the limit. */
    static final class TooLong extends TextError {
        private static final long serialVersionUID = 1L;

        TooLong() {
            super("record too long");
        }
    }
}
