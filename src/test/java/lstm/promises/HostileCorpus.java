package lstm.promises;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import lstm.modelfile.ModelFile;
import lstm.modelfile.Models;

/**
 * The corpus of hostile model files in {@code src/test/resources/hostile/models}: each is a good file but for one thing
 * that did harm once, or might. A finding adds its own; none is ever deleted. After {@code mvn package}, from the
 * project's folder:
 *
 * <pre>java -cp 'target/classes:target/test-classes:target/lib/*' lstm.promises.HostileCorpus</pre>
 *
 * writes them all, which is needed when the format of model files gets another version: otherwise all of them would be
 * refused for that alone.
 */
final class HostileCorpus {
    static final Path FOLDER = Path.of("src/test/resources/hostile/models");
    private static final String DOCUMENT = Models.document(Models.tiny());

    private HostileCorpus() {}

    /** Writes them all. */
    public static void main(String[] args) throws IOException {
        Files.createDirectories(FOLDER);
        structure();
        numbers();
        texts();
        versions();
        bytes();
    }

    private static void structure() throws IOException {
        edit("nested-lists", "\"units\": 2", "\"units\": " + "[".repeat(20_000) + "]".repeat(20_000));
        edit("nested-objects", "\"epochs\": 100", "\"epochs\": " + "{\"a\":".repeat(5000) + "1" + "}".repeat(5000));
        edit("duplicate-field", "\"units\": 2", "\"units\": 2, \"units\": 2");
        write("duplicate-document", DOCUMENT.substring(0, DOCUMENT.length() - 1) + ",\n" + DOCUMENT.substring(2));
        edit("huge-name", "\"units\"", "\"" + "u".repeat(100_000) + "\"");
        edit("typed-object", "\"cell\": \"lstm\"", "\"cell\": [\"java.net.URL\", \"http://127.0.0.1/\"]");
        edit("class-as-field", "\"units\": 2", "\"@class\": \"javax.naming.InitialContext\", \"units\": 2");
    }

    private static void numbers() throws IOException {
        edit("huge-number", "\"units\": 2", "\"units\": " + "9".repeat(5000));
        edit("huge-units", "\"units\": 2", "\"units\": 65536");
        edit("huge-layers", "\"layers\": 2", "\"layers\": 1024");
        edit("huge-lookback", "\"lookback\": 3", "\"lookback\": 2147483647");
        edit("huge-inputs", "\"inputs\": 2", "\"inputs\": 65536");
        edit("huge-horizon", "\"horizon\": 1", "\"horizon\": 2147483647");
        edit("huge-season", "\"season\": 5", "\"season\": 2147483647");
        edit("huge-exponent", "\"learning_rate\": 0.001", "\"learning_rate\": 1e999999999");
        edit("huge-exponent-of-a-whole-number", "\"epochs\": 100", "\"epochs\": 1e999999999");
        edit("nan-bare", "\"dropout\": 0.2", "\"dropout\": NaN");
        edit("nan-text", "\"dropout\": 0.2", "\"dropout\": \"NaN\"");
        edit("nan-weight", "\"data\": \"AAAAgAEAAAD", "\"data\": \"AADAfwEAAAD");
        edit("negative-shape", "\"shape\": [2, 8]", "\"shape\": [-2, -8]");
        edit("overflowing-shape", "\"shape\": [2, 8]", "\"shape\": [4294967298, 8]");
        edit("negative-units", "\"units\": 2", "\"units\": -2");
        edit("zero-lookback", "\"lookback\": 3", "\"lookback\": 0");
        edit("stamp-beyond-time", "\"first\": \"2020-01-01\"", "\"first\": \"+999999999-12-31\"");
        edit("step-zero", "\"step\": \"weekdays\", \"count\": 1", "\"step\": \"days\", \"count\": 0");
        edit(
                "step-overflow",
                "\"step\": \"weekdays\", \"count\": 1",
                "\"step\": \"seconds\", \"count\": " + Long.MAX_VALUE);
        edit("more-columns-known-than-there-are", "\"known_ahead\": 0", "\"known_ahead\": 2147483647");
        edit("negative-targets", "\"targets\": 1", "\"targets\": -1");
    }

    private static void texts() throws IOException {
        edit("class-name", "\"cell\": \"lstm\"", "\"cell\": \"java.lang.ProcessBuilder\"");
        String dates = "\"date_format\": \"d.M.yyyy\"";
        edit("date-format-nested", dates, "\"date_format\": \"" + "[".repeat(900) + "\"");
        edit("date-format-no-pattern", dates, "\"date_format\": \"bbbb\"");
        edit("date-format-without-a-day", dates, "\"date_format\": \"HH:mm\"");
        edit("delimiter-quote", "\"delimiter\": \";\"", "\"delimiter\": \"\\\"\"");
        edit("delimiter-line-end", "\"delimiter\": \";\"", "\"delimiter\": \"\\n\"");
        edit("feature-twice", "\"features\": [\"Volume\"]", "\"features\": [\"Volume\", \"Volume\"]");
        edit("date-is-a-feature", "\"date\": \"Datum\"", "\"date\": \"Volume\"");
        edit("half-a-character", "\"features\": [\"Volume\"]", "\"features\": [\"\\ud800\"]");
        edit("terminal-escape", "\"cell\": \"lstm\"", "\"cell\": \"\\u001b[2J\\u001b]0;x\\u0007\"");
    }

    private static void versions() throws IOException {
        edit("version-of-the-future", "\"version\": 1", "\"version\": 2");
        edit("version-far-in-the-future", "\"version\": 1", "\"version\": " + Long.MAX_VALUE);
        edit("version-beyond-long", "\"version\": 1", "\"version\": 9223372036854775808");
        edit("version-zero", "\"version\": 1", "\"version\": 0");
        edit("version-text", "\"version\": 1", "\"version\": \"1\"");
    }

    private static void bytes() throws IOException {
        byte[] whole = ModelFile.bytes(Models.tiny());
        String text = new String(whole, UTF_8);
        write("half", Arrays.copyOf(whole, whole.length / 2));
        write("empty", new byte[0]);
        write("one-brace", "{".getBytes(UTF_8));
        write("null", "null".getBytes(UTF_8));
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write("[".repeat(1_000_000).getBytes(UTF_8));
        }
        write("gzip", zipped.toByteArray());
        write("utf-16", text.getBytes(StandardCharsets.UTF_16));
        write("utf-16-without-a-mark", text.getBytes(StandardCharsets.UTF_16LE));
        write("byte-order-mark", ("\ufeff" + text).getBytes(UTF_8));
        write("bad-utf-8", text.replace("Volume", "Vo\u00fflume").getBytes(ISO_8859_1));
        write("another-hash", text.replaceFirst("\"units\": 2", "\"units\": 3").getBytes(UTF_8));
        write("bytes-after-the-end", (text + " ").getBytes(UTF_8));
        write("java-serialized", new byte[] {(byte) 0xac, (byte) 0xed, 0, 5, 's', 'r', 0, 1, 'x'});
    }

    private static void edit(String name, String from, String to) throws IOException {
        int at = DOCUMENT.indexOf(from);
        if (at < 0) {
            throw new IllegalStateException(name + ": the document has no " + from);
        }
        write(name, DOCUMENT.substring(0, at) + to + DOCUMENT.substring(at + from.length()));
    }

    private static void write(String name, String document) throws IOException {
        write(name, Models.sealed(document));
    }

    private static void write(String name, byte[] bytes) throws IOException {
        Files.write(FOLDER.resolve(name + ".model.json"), bytes);
    }
}
