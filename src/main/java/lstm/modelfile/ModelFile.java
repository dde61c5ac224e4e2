package lstm.modelfile;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import lstm.error.Place;
import lstm.error.Reason;
import lstm.file.AtomicFile;
import lstm.file.BoundedFile;
import lstm.file.Disk;
import lstm.file.Existing;
import lstm.file.Sha256;
import lstm.file.Target;
import lstm.model.Model;

/**
 * Reads and writes model files: one JSON document in UTF-8, its fields in one order, its numbers spelled in one way, so
 * that equal models are equal bytes. It holds numbers, column names and words from closed lists; no class names, paths,
 * hosts or times.
 *
 * <p>Nothing in a file is trusted: its hash, the type and range of each field, and the shapes of the tensors are
 * checked, and memory is allocated only for data that the file really contains.
 */
public final class ModelFile {
    /** Bytes of memory that a byte of the file may come to: a value 0 of the context is 2 in the file and 8 here. */
    private static final int MEMORY = 8;

    private static final JsonFactory JSON = json(FileLimits.DEFAULT);

    private ModelFile() {}

    /**
     * The file of a model.
     *
     * @throws IllegalStateException if a weight or another number in it is not finite
     */
    public static byte[] bytes(Model model) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(model, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Writes a model's file whole, or leaves what is there.
     *
     * @throws LstmException as {@link AtomicFile} does
     * @throws IllegalStateException if a weight or another number in it is not finite; nothing is written then
     */
    public static void write(Disk disk, Path path, Model model, Existing existing) throws LstmException {
        AtomicFile.write(disk, path, out -> write(model, out), existing);
    }

    /** The same for a path that was followed earlier. */
    public static void write(Disk disk, Target target, Model model, Existing existing) throws LstmException {
        AtomicFile.write(disk, target, out -> write(model, out), existing);
    }

    /**
     * Writes a model's file whole, replacing one that is there, as the command line does.
     *
     * @throws LstmException as {@link AtomicFile} does
     */
    public static void write(Path path, Model model) throws LstmException {
        write(Disk.LOCAL, path, model, Existing.REPLACE);
    }

    private static void write(Model model, OutputStream to) throws IOException {
        MessageDigest digest = Sha256.start();
        OutputStream hashed = new DigestOutputStream(to, digest);
        try (JsonGenerator json = JSON.createGenerator(hashed, JsonEncoding.UTF8)) {
            json.setPrettyPrinter(new JsonLayout());
            ModelDocument.write(new JsonFieldWriter(json), model);
        }
        hashed.write(",\n".getBytes(US_ASCII));
        to.write(Envelope.lastLine(Sha256.end(digest)));
        to.flush();
    }

    /**
     * The hash in a file's last line, which tells one version of a model from another. The file is not checked.
     *
     * @throws LstmException of kind {@code MODEL} if it cannot be read or ends otherwise
     */
    public static String sha256(Path path) throws LstmException {
        try (FileChannel file = FileChannel.open(path)) {
            return Envelope.hash(file).orElseThrow(() -> LstmException.model("is no model file, or is incomplete")
                    .remedy("name a model file that lstm has written")
                    .in(path));
        } catch (IOException e) {
            throw LstmException.model("cannot be read: ", Reason.of(e))
                    .remedy("fix that or name another file")
                    .in(path)
                    .because(e);
        }
    }

    /**
     * Reads a model's file.
     *
     * @throws LstmException of kind {@code MODEL} if it is missing, too large, no model, of a newer version, damaged,
     *     or wrong in any other way
     */
    public static Model read(Path path) throws LstmException {
        return read(path, FileLimits.DEFAULT, Runtime.getRuntime().maxMemory());
    }

    static Model read(Path path, FileLimits limits, long memory) throws LstmException {
        long fitting = memory / MEMORY;
        long size = Files.isRegularFile(path) ? path.toFile().length() : 0;
        if (size > fitting && size <= limits.bytes()) {
            String needed = (size * MEMORY >> 20) + 1 + " MiB";
            throw LstmException.model(
                            "takes up to ", needed, " of memory to read, and Java may use ", memory >> 20, " MiB")
                    .remedy("let Java use more, such as JDK_JAVA_OPTIONS=-Xmx8g")
                    .in(path);
        }
        return parse(BoundedFile.read(path, Math.min(limits.bytes(), fitting), Kind.MODEL), path.toString(), limits);
    }

    /**
     * The model that a file's bytes hold.
     *
     * @param name of the file, for messages
     * @throws LstmException as {@link #read}
     */
    public static Model parse(byte[] bytes, String name) throws LstmException {
        return parse(bytes, name, FileLimits.DEFAULT);
    }

    static Model parse(byte[] bytes, String name, FileLimits limits) throws LstmException {
        JsonFactory json = limits.equals(FileLimits.DEFAULT) ? JSON : json(limits);
        checkEnvelope(bytes, name, json);
        try (JsonParser parser = json.createParser(bytes)) {
            return ModelDocument.read(new JsonFieldReader(bytes, parser, name));
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            Place file = Place.of(name);
            throw LstmException.model("is malformed")
                    .remedy("restore it from a copy or train again")
                    .at(at == null ? file : file.line(at.getLineNr()))
                    .because(e);
        } catch (IOException e) {
            throw new UncheckedIOException("reading memory failed", e);
        }
    }

    private static void checkEnvelope(byte[] bytes, String name, JsonFactory json) throws LstmException {
        long version = Envelope.version(bytes, json, Envelope.FORMAT);
        if (version == 0) {
            throw LstmException.model("is not an lstm model")
                    .remedy("name a file that lstm train wrote")
                    .in(name);
        }
        if (version > Envelope.VERSION) {
            throw LstmException.model(
                            "was written by a newer lstm (format version ",
                            version,
                            "; this one reads up to ",
                            Envelope.VERSION,
                            ")")
                    .remedy("install the newer lstm")
                    .in(name);
        }
        if (!Envelope.isWhole(bytes)) {
            throw LstmException.model("is damaged (checksum differs)")
                    .remedy("restore it from a copy or train again")
                    .in(name);
        }
    }

    /** Numbers are spelled by Jackson and not by the platform, whose spelling changed with JDK 19. */
    static JsonFactory json(FileLimits limits) {
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(limits.nesting())
                .maxStringLength(limits.text())
                .maxNumberLength(limits.number())
                .maxNameLength(limits.name())
                .build();
        return JsonFactory.builder()
                .streamReadConstraints(constraints)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
    }
}
