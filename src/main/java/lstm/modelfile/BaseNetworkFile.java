package lstm.modelfile;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import lstm.base.BaseNetwork;
import lstm.base.BaseShape;
import lstm.error.LstmException;
import lstm.file.Sha256;

/**
 * The file of a base network, laid out like a model file: shape, what it was trained on, weights, and the hash of all
 * bytes before. One is part of the program.
 */
public final class BaseNetworkFile {
    private static final String SHIPPED = "base-network.json";
    private static final int VERSION = 1;
    private static final FileLimits LIMITS = new FileLimits(1_500_000, 4, 100, 32, 32);
    private static final JsonFactory JSON = ModelFile.json(LIMITS);

    private BaseNetworkFile() {}

    /** The network that is part of the program; read when first asked for. */
    public static BaseNetwork shipped() {
        return Shipped.NETWORK;
    }

    /** The bytes of the file of {@link #shipped}. */
    public static byte[] shippedBytes() {
        try (InputStream in = BaseNetworkFile.class.getResourceAsStream(SHIPPED)) {
            return Objects.requireNonNull(in, SHIPPED).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The hash of the file of {@link #shipped}, in hexadecimal digits. */
    public static String sha256() {
        return Shipped.SHA256;
    }

    private static final class Shipped {
        static final BaseNetwork NETWORK = network();
        static final String SHA256 = hash();

        private static String hash() {
            MessageDigest digest = Sha256.start();
            digest.update(shippedBytes());
            return Sha256.end(digest);
        }

        private static BaseNetwork network() {
            try {
                return parse(shippedBytes(), SHIPPED);
            } catch (LstmException e) {
                throw new IllegalStateException("lstm.jar is damaged: " + e.getMessage(), e);
            }
        }
    }

    /**
     * The file of a network.
     *
     * @throws IllegalStateException if a weight is not finite
     */
    public static byte[] bytes(BaseNetwork network) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes, JsonEncoding.UTF8)) {
            json.setPrettyPrinter(new JsonLayout());
            write(new JsonFieldWriter(json), network);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bytes.writeBytes(",\n".getBytes(US_ASCII));
        MessageDigest digest = Sha256.start();
        digest.update(bytes.toByteArray());
        bytes.writeBytes(Envelope.lastLine(Sha256.end(digest)));
        return bytes.toByteArray();
    }

    private static void write(JsonFieldWriter out, BaseNetwork network) throws IOException {
        BaseShape shape = network.shape();
        out.object();
        out.at(Envelope.FORMAT_FIELD).text(Envelope.BASE_FORMAT);
        out.at(Envelope.VERSION_FIELD).whole(VERSION);
        out.at("shape").object();
        out.at("units").whole(shape.units());
        out.at("segment").whole(shape.segment());
        out.at("window").whole(shape.window());
        out.at("horizon").whole(shape.horizon());
        out.end();
        out.at("training").object();
        out.at("seed").whole(network.training().seed());
        out.at("windows").whole(network.training().windows());
        out.at("date").text(network.training().date().toString());
        out.end();
        out.at("weights").floats(network.weights(), 0, network.weights().length);
    }

    /**
     * The network that a file's bytes hold.
     *
     * @param name of the file, for messages
     * @throws LstmException of kind {@code MODEL} if they are anything else
     */
    public static BaseNetwork parse(byte[] bytes, String name) throws LstmException {
        if (bytes.length > LIMITS.bytes()
                || Envelope.version(bytes, JSON, Envelope.BASE_FORMAT) != VERSION
                || !Envelope.isWhole(bytes)) {
            throw malformed(name);
        }
        try (JsonParser parser = JSON.createParser(bytes)) {
            return read(new JsonFieldReader(bytes, parser, name));
        } catch (JsonProcessingException e) {
            throw malformed(name).because(e);
        } catch (IOException e) {
            throw new UncheckedIOException("reading memory failed", e);
        }
    }

    private static LstmException malformed(String name) {
        return LstmException.model("is not a base network of format version ", VERSION)
                .remedy("write it again")
                .in(name);
    }

    private static BaseNetwork read(JsonFieldReader in) throws IOException, LstmException {
        in.open();
        in.at(Envelope.FORMAT_FIELD).text();
        in.at(Envelope.VERSION_FIELD).whole();
        in.at("shape").object();
        int units = in.at("units").whole();
        int segment = in.at("segment").whole();
        int window = in.at("window").whole();
        int horizon = in.at("horizon").whole();
        in.end();
        BaseShape shape = in.valid("shape", () -> new BaseShape(units, segment, window, horizon));
        int size = in.valid("shape", () -> shape.architecture().layout().size());
        BaseNetwork.Training training = training(in);
        in.at("weights");
        if ((long) size * Float.BYTES > in.size()) {
            throw in.fault("cannot hold the " + size + " parameters of the network");
        }
        float[] weights = new float[size];
        in.floats(weights, 0, size);
        in.at(Envelope.HASH_FIELD).text();
        in.close();
        return new BaseNetwork(shape, weights, training);
    }

    private static BaseNetwork.Training training(JsonFieldReader in) throws IOException, LstmException {
        in.at("training").object();
        long seed = in.at("seed").large();
        long windows = in.at("windows").large();
        String date = in.at("date").text();
        in.end();
        try {
            LocalDate day = LocalDate.parse(date);
            return in.valid("training", () -> new BaseNetwork.Training(seed, windows, day));
        } catch (DateTimeParseException e) {
            throw in.fault("holds a date that is none").because(e);
        }
    }
}
