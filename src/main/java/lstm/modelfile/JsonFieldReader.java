package lstm.modelfile;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import lstm.error.LstmException;

/**
 * Reads the fields of a model file in the order in which {@link JsonFieldWriter} writes them, and nothing else: a field
 * that is missing, unknown, doubled, moved or of another type is refused at its place, before anything after it is
 * looked at. All methods throw {@link LstmException} of kind {@code MODEL}, or Jackson's exception where the text is
 * not JSON.
 */
final class JsonFieldReader {
    private final byte[] bytes;
    private final JsonParser json;
    private final String file;
    /** Whether the present token was looked at but not taken. */
    private boolean ahead;

    /**
     * @param bytes the whole file
     * @param json reads these bytes
     * @param file its name, for messages
     */
    JsonFieldReader(byte[] bytes, JsonParser json, String file) {
        this.bytes = bytes;
        this.json = json;
        this.file = file;
    }

    /** Size of the whole file. */
    int size() {
        return bytes.length;
    }

    /** Goes to the value of the next field, which must have this name. */
    JsonFieldReader at(String field) throws IOException, LstmException {
        JsonToken token = next();
        if (token != JsonToken.FIELD_NAME) {
            throw fault("ends before the field " + LstmException.quote(field));
        }
        if (!json.currentName().equals(field)) {
            throw fault("stands where " + LstmException.quote(field) + " belongs");
        }
        json.nextToken();
        return this;
    }

    /** Goes to the value of the next field if it has this name; if not, stays before it. */
    boolean has(String field) throws IOException {
        ahead = next() != JsonToken.FIELD_NAME || !json.currentName().equals(field);
        if (!ahead) {
            json.nextToken();
        }
        return !ahead;
    }

    private JsonToken next() throws IOException {
        JsonToken token = ahead ? json.currentToken() : json.nextToken();
        ahead = false;
        return token;
    }

    void object() throws LstmException {
        expect(JsonToken.START_OBJECT, "an object");
    }

    void end() throws IOException, LstmException {
        if (next() != JsonToken.END_OBJECT) {
            throw fault("is a field that this version does not know");
        }
    }

    void list() throws LstmException {
        expect(JsonToken.START_ARRAY, "a list");
    }

    /** Goes to the next item of a list; false at its end. */
    boolean more() throws IOException {
        return json.nextToken() != JsonToken.END_ARRAY;
    }

    /** Begins the document. */
    void open() throws IOException, LstmException {
        json.nextToken();
        object();
    }

    /** Ends the document, after which there is nothing but space. */
    void close() throws IOException, LstmException {
        end();
        if (json.nextToken() != null) {
            throw invalid("goes on after its end");
        }
    }

    boolean isNone() {
        return json.currentToken() == JsonToken.VALUE_NULL;
    }

    String text() throws IOException, LstmException {
        expect(JsonToken.VALUE_STRING, "a text");
        String text = json.getText();
        // Half a surrogate pair could be read but never written.
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw fault("is not valid Unicode");
        }
        return text;
    }

    Optional<String> textOrNone() throws IOException, LstmException {
        return isNone() ? Optional.empty() : Optional.of(text());
    }

    /** One of these, as {@link JsonFieldWriter#word} spells them. */
    <E extends Enum<E>> E choice(E[] choices) throws IOException, LstmException {
        String text = text();
        for (E choice : choices) {
            if (JsonFieldWriter.word(choice).equals(text)) {
                return choice;
            }
        }
        throw fault(LstmException.quote(text) + " is not one of "
                + String.join(
                        ", ", Arrays.stream(choices).map(JsonFieldWriter::word).toList()));
    }

    long large() throws IOException, LstmException {
        expect(JsonToken.VALUE_NUMBER_INT, "a whole number");
        try {
            return json.getLongValue();
        } catch (InputCoercionException e) {
            throw fault("is out of range");
        }
    }

    int whole() throws IOException, LstmException {
        long value = large();
        if (value != (int) value) {
            throw fault("is out of range");
        }
        return (int) value;
    }

    double number() throws IOException, LstmException {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            expect(JsonToken.VALUE_NUMBER_FLOAT, "a number");
        }
        double value = json.getDoubleValue();
        if (!Double.isFinite(value)) {
            throw fault("is out of range");
        }
        return value;
    }

    OptionalDouble numberOrNone() throws IOException, LstmException {
        return isNone() ? OptionalDouble.empty() : OptionalDouble.of(number());
    }

    boolean flag() throws IOException, LstmException {
        if (json.currentToken() != JsonToken.VALUE_FALSE) {
            expect(JsonToken.VALUE_TRUE, "true or false");
        }
        return json.getBooleanValue();
    }

    /**
     * Reads {@code count} finite values, straight from the bytes of the file, since a tensor may be large. Modifies
     * {@code to} from {@code from} on.
     */
    void floats(float[] to, int from, int count) throws LstmException {
        expect(JsonToken.VALUE_STRING, "a text");
        long start = json.currentTokenLocation().getByteOffset() + 1;
        long end = start + (4L * count + 2) / 3 * 4;
        if (end >= bytes.length || bytes[(int) start - 1] != '"' || bytes[(int) end] != '"') {
            throw fault("is not base64 of " + count + " values");
        }
        byte[] text = Arrays.copyOfRange(bytes, (int) start, (int) end);
        ByteBuffer data = ByteBuffer.wrap(decode(text, count)).order(ByteOrder.LITTLE_ENDIAN);
        for (int k = from; k < from + count; k++) {
            to[k] = data.getFloat();
            if (!Float.isFinite(to[k])) {
                throw fault("has a value that is not finite");
            }
        }
    }

    private byte[] decode(byte[] text, int count) throws LstmException {
        try {
            byte[] data = Base64.getDecoder().decode(text);
            // Java reads bits that pad the last byte whatever they are; only one spelling of a value is taken.
            if (data.length == count * Float.BYTES
                    && Arrays.equals(Base64.getEncoder().encode(data), text)) {
                return data;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw fault("is not base64 of " + count + " values");
    }

    /** Makes a part of the model whose constructor may refuse its values; {@code where} names the part. */
    <T> T valid(String where, Supplier<T> part) throws LstmException {
        try {
            return part.get();
        } catch (IllegalArgumentException e) {
            throw invalid("\"" + where + "\" holds values that no model can have")
                    .because(e);
        }
    }

    /** A fault of the value that was read last. */
    LstmException fault(String what) {
        String place = json.getParsingContext().pathAsPointer().toString().replaceFirst("^/", "");
        String where = place.isEmpty() ? "" : LstmException.quote(place.replace('/', '.')) + " ";
        return invalid(where + what);
    }

    private LstmException invalid(String why) {
        return LstmException.model("is not a valid model: ", why)
                .remedy("restore it from a copy or train again")
                .in(file);
    }

    private void expect(JsonToken token, String words) throws LstmException {
        if (json.currentToken() != token) {
            throw fault("is not " + words);
        }
    }
}
