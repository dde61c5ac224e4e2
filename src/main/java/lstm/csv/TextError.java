package lstm.csv;

import java.io.IOException;

/** What {@link TextReader} finds wrong; it passes through the CSV parser, so it is an {@link IOException}. */
abstract class TextError extends IOException {
    private static final long serialVersionUID = 1L;

    private TextError(String message) {
        super(message);
    }

    /** A fault of the text on one line, and what to do about it. */
    static final class At extends TextError {
        private static final long serialVersionUID = 1L;
        private final long line;
        private final String remedy;

        At(long line, String problem, String remedy) {
            super(problem);
            this.line = line;
            this.remedy = remedy;
        }

        long line() {
            return line;
        }

        String remedy() {
            return remedy;
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
