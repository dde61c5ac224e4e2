package lstm.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The text of a CSV: strict UTF-8 without its byte order mark, no NUL, and no record longer than a limit. It guards the
 * CSV parser, which would otherwise read to the end of the file after an unclosed quote.
 */
final class TextReader extends Reader {
    /** Returned instead of a length where there is no plain line. */
    static final int NO_LINE = -1;

    private static final int BLOCK = 1 << 15;

    private final InputStream in;
    private final int recordChars;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(BLOCK).limit(0);
    private CharBuffer chars = CharBuffer.allocate(2 * BLOCK).limit(0);
    private boolean started;
    private boolean ended;
    private TextError pending;
    private long line = 1;
    private char last;
    private long sinceRecord;
    private char handed;
    private boolean ahead;

    TextReader(InputStream in, int recordChars) {
        this.in = in;
        this.recordChars = recordChars;
    }

    /** The first characters, without consuming them: one block, or fewer if the text ends sooner. */
    String head() throws IOException {
        while (chars.remaining() < BLOCK && more()) {
            // more() has added what it could.
        }
        return chars.toString();
    }

    /** Whether {@link #head()} would show the whole text. */
    boolean headIsAll() {
        return ended && pending == null;
    }

    /** Skips characters at the front. */
    void skipHead(int count) {
        chars.position(chars.position() + count);
    }

    /**
     * Skips whole lines at the front.
     *
     * @return whether there were that many
     */
    boolean skipLines(long count) throws IOException {
        for (long skipped = 0; skipped < count; skipped++) {
            if (!skipLine()) {
                return false;
            }
        }
        return true;
    }

    private boolean skipLine() throws IOException {
        while (chars.hasRemaining() || more()) {
            char c = chars.get();
            if (c == '\r' && (chars.hasRemaining() || more()) && chars.get(chars.position()) == '\n') {
                chars.get();
            }
            if (c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }

    /** Call this after each record; it resets the count towards the limit. */
    void recordEnds() {
        sinceRecord = 0;
    }

    /**
     * Looks at the next line, which stands in {@link #held} from {@link #position} on.
     *
     * @return the number of its characters without its end; {@link #NO_LINE} if it holds a quote, is very long or not
     *     whole, or there is none
     */
    int plainLine() throws IOException {
        int length = 0;
        while (!ahead) {
            length = plainLength(length);
            int end = chars.position() + length;
            if (length > recordChars) {
                return NO_LINE;
            } else if (end + 1 < chars.limit() || end < chars.limit() && (chars.get(end) != '\r' || headIsAll())) {
                return chars.get(end) == '"' ? NO_LINE : length;
            } else if (chars.remaining() > BLOCK || !more()) {
                return length > 0 && headIsAll() ? length : NO_LINE;
            }
        }
        return NO_LINE;
    }

    /** The characters before the first quote or line end, or before the end of what was decoded. */
    private int plainLength(int from) {
        char[] all = chars.array();
        int at = chars.position() + from;
        int limit = chars.limit();
        while (at < limit && (all[at] > '"' || all[at] != '\n' && all[at] != '\r' && all[at] != '"')) {
            at++;
        }
        return at - chars.position();
    }

    /** What was decoded last; the next characters are overwritten when more are read. */
    char[] held() {
        return chars.array();
    }

    /** Where the next character stands in {@link #held}. */
    int position() {
        return chars.position();
    }

    /** Skips a line of this many characters and its end. */
    void skipPlainLine(int length) throws IOException {
        skipHead(length);
        skipLine();
    }

    /**
     * Hands over at most one line, so that a parser holds no more than the record at hand. Only where a line ends with
     * a carriage return alone it has looked {@linkplain #ahead}, and has to take the rest of the text.
     */
    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        // What was handed over since the last record ended has all been parsed when more is asked for.
        if (sinceRecord > recordChars) {
            throw new TextError.TooLong();
        }
        while (!chars.hasRemaining()) {
            if (!more()) {
                return -1;
            }
        }
        int most = Math.min(Math.min(length, recordChars), chars.remaining());
        int count = 0;
        do {
            char c = chars.get();
            ahead |= handed == '\r' && c != '\n';
            handed = c;
            target[offset + count++] = c;
        } while (count < most && handed != '\n');
        sinceRecord += count;
        return count;
    }

    /** Decodes the next block; false at the end. An error is thrown only once the text before it has been consumed. */
    private boolean more() throws IOException {
        if (pending != null) {
            if (chars.hasRemaining()) {
                return false;
            }
            throw pending;
        }
        if (ended) {
            return false;
        }
        bytes.compact();
        int count = in.readNBytes(bytes.array(), bytes.position(), bytes.remaining());
        ended = bytes.hasRemaining() && count < bytes.remaining();
        bytes.position(bytes.position() + count).flip();
        if (!started) {
            started = true;
            refuseUtf16();
        }
        chars.compact();
        int from = chars.position();
        CoderResult result = decoder.decode(bytes, chars, ended);
        chars.flip();
        from = stripMark(from);
        look(from);
        if (result.isError() && pending == null) {
            pending = new TextError.At(line, "is not UTF-8 text", "save the file as UTF-8");
        }
        return true;
    }

    private void refuseUtf16() throws TextError {
        if (bytes.remaining() >= 2) {
            int mark = ((bytes.get(0) & 0xff) << 8) | (bytes.get(1) & 0xff);
            if (mark == 0xfeff || mark == 0xfffe) {
                pending = new TextError.At(1, "is UTF-16 text", "save the file as UTF-8");
                bytes.limit(0);
            }
        }
    }

    private int stripMark(int from) {
        if (line == 1 && last == 0 && from == 0 && chars.hasRemaining() && chars.get(0) == '\ufeff') {
            chars.position(1);
            return 1;
        }
        return from;
    }

    /** Counts the lines of what was decoded last and stops before a NUL. */
    private void look(int from) {
        char[] all = chars.array();
        int limit = chars.limit();
        int lines = 0;
        for (int k = from; k < limit; k++) {
            char c = all[k];
            if (c > '\r') {
                continue;
            } else if (c == 0) {
                limit = k;
            } else if (c == '\r' || c == '\n' && (k > from ? all[k - 1] : last) != '\r') {
                lines++;
            }
        }
        line += lines;
        last = limit > from ? all[limit - 1] : last;
        if (limit < chars.limit()) {
            pending = new TextError.At(line, "holds a NUL byte, so it is not a text file", "save it as CSV");
            chars.limit(limit);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
