package lstm.modelfile;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Writes the fields of a model file; {@link JsonFieldReader} reads them. Every method returns this. */
final class JsonFieldWriter {
    private final JsonGenerator json;

    JsonFieldWriter(JsonGenerator json) {
        this.json = json;
    }

    /** How the file spells a choice: {@code GRU_ORIGINAL} is {@code gru-original}. */
    static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Begins a field; its value must follow. */
    JsonFieldWriter at(String field) throws IOException {
        json.writeFieldName(field);
        return this;
    }

    JsonFieldWriter object() throws IOException {
        json.writeStartObject();
        return this;
    }

    JsonFieldWriter end() throws IOException {
        json.writeEndObject();
        return this;
    }

    JsonFieldWriter list() throws IOException {
        json.writeStartArray();
        return this;
    }

    JsonFieldWriter endList() throws IOException {
        json.writeEndArray();
        return this;
    }

    JsonFieldWriter none() throws IOException {
        json.writeNull();
        return this;
    }

    JsonFieldWriter text(String value) throws IOException {
        json.writeString(value);
        return this;
    }

    JsonFieldWriter text(Optional<String> value) throws IOException {
        return value.isPresent() ? text(value.get()) : none();
    }

    JsonFieldWriter choice(Enum<?> value) throws IOException {
        return text(word(value));
    }

    JsonFieldWriter whole(long value) throws IOException {
        json.writeNumber(value);
        return this;
    }

    JsonFieldWriter flag(boolean value) throws IOException {
        json.writeBoolean(value);
        return this;
    }

    /**
     * A number that reads back as the same bits.
     *
     * @throws IllegalStateException if it is not finite
     */
    JsonFieldWriter number(double value) throws IOException {
        if (!Double.isFinite(value)) {
            throw new IllegalStateException("a model with the number " + value);
        }
        json.writeNumber(value);
        return this;
    }

    JsonFieldWriter number(OptionalDouble value) throws IOException {
        return value.isPresent() ? number(value.getAsDouble()) : none();
    }

    /**
     * Some of these values, as base64 of little-endian float32.
     *
     * @throws IllegalStateException if one is not finite
     */
    JsonFieldWriter floats(float[] values, int from, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int k = from; k < from + count; k++) {
            if (!Float.isFinite(values[k])) {
                throw new IllegalStateException("a model with the weight " + values[k]);
            }
            bytes.putFloat(values[k]);
        }
        json.writeBinary(bytes.array());
        return this;
    }
}
