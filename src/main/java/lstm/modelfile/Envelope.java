package lstm.modelfile;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lstm.file.Sha256;

/**
 * What every version of a model file has in common: it begins with the fields {@value #FORMAT_FIELD} and
 * {@value #VERSION_FIELD}, and its last line is {@code "sha256": "..."}} with the hash of all bytes before that line.
 */
final class Envelope {
    static final String FORMAT_FIELD = "format";
    static final String FORMAT = "lstm-model";
    static final String BASE_FORMAT = "lstm-base";
    static final String VERSION_FIELD = "version";
    static final int VERSION = 1;
    static final String HASH_FIELD = "sha256";

    private static final int LAST_LINE = lastLine("0".repeat(64)).length;

    private static final Pattern HASH =
            Pattern.compile(Pattern.quote(new String(lastLine("#"), US_ASCII)).replace("#", "\\E([0-9a-f]{64})\\Q"));

    private Envelope() {}

    /** The last line of a file, two spaces before it and a line end after it, which closes the document. */
    static byte[] lastLine(String sha256) {
        return ("  \"" + HASH_FIELD + "\": \"" + sha256 + "\"}\n").getBytes(US_ASCII);
    }

    /**
     * The version that a file says it has, at least 1; 0 if it is not of a format.
     *
     * @param format {@link #FORMAT} or {@link #BASE_FORMAT}
     */
    static long version(byte[] file, JsonFactory json, String format) {
        // A zero would make the parser take the text for UTF-16 or UTF-32.
        if (file.length < 2 || file[0] != '{' || file[1] == 0) {
            return 0;
        }
        try (JsonParser parser = json.createParser(file)) {
            boolean known = parser.nextToken() == JsonToken.START_OBJECT
                    && FORMAT_FIELD.equals(parser.nextFieldName())
                    && format.equals(parser.nextTextValue())
                    && VERSION_FIELD.equals(parser.nextFieldName())
                    && parser.nextToken() == JsonToken.VALUE_NUMBER_INT;
            return known ? Math.max(0, parser.getLongValue()) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /** The hash in the last line of a file; empty if there is none. */
    static Optional<String> hash(FileChannel file) throws IOException {
        ByteBuffer end = ByteBuffer.allocate(LAST_LINE);
        long from = Math.max(0, file.size() - LAST_LINE);
        while (end.hasRemaining() && file.read(end, from + end.position()) >= 0) {}
        return hash(end.array());
    }

    /** The hash in the last line of a file; empty if there is none. */
    static Optional<String> hash(byte[] file) {
        byte[] end = Arrays.copyOfRange(file, Math.max(0, file.length - LAST_LINE), file.length);
        Matcher line = HASH.matcher(new String(end, US_ASCII));
        return line.matches() ? Optional.of(line.group(1)) : Optional.empty();
    }

    /** Whether the last line has the hash of what stands before it, written as {@link #lastLine} writes it. */
    static boolean isWhole(byte[] file) {
        int body = file.length - LAST_LINE;
        if (body < 0) {
            return false;
        }
        MessageDigest digest = Sha256.start();
        digest.update(file, 0, body);
        return Arrays.equals(file, body, file.length, lastLine(Sha256.end(digest)), 0, LAST_LINE);
    }
}
