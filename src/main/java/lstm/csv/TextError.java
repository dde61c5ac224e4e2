package lstm.csv;

import java.io.IOException;

/** An error found by {@link TextReader}; an {@link IOException} so that it can pass through the CSV parser. */
abstract class TextError extends IOException {
    private static final long serialVersionUID = 1L;

    private TextError(String message) {
        super(message);
    }

    /** An error on a line, and its remedy. */
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

    /** The current record is too long. */
    static final class TooLong extends TextError {
        private static final long serialVersionUID = 1L;

        TooLong() {
            super("record too long");
        }
    }
}
