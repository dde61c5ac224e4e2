package lstm.model;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Writes the fields of a model file; {@link JsonIn} reads them. Every method returns this. */
final class JsonOut {
    private final JsonGenerator json;

    JsonOut(JsonGenerator json) {
        this.json = json;
    }

    /** How the file spells a choice: {@code GRU_ORIGINAL} is {@code gru-original}. */
    static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Begins a field; its value must follow. */
    JsonOut at(String field) throws IOException {
        json.writeFieldName(field);
        return this;
    }

    JsonOut object() throws IOException {
        json.writeStartObject();
        return this;
    }

    JsonOut end() throws IOException {
        json.writeEndObject();
        return this;
    }

    JsonOut list() throws IOException {
        json.writeStartArray();
        return this;
    }

    JsonOut endList() throws IOException {
        json.writeEndArray();
        return this;
    }

    JsonOut none() throws IOException {
        json.writeNull();
        return this;
    }

    JsonOut text(String value) throws IOException {
        json.writeString(value);
        return this;
    }

    JsonOut text(Optional<String> value) throws IOException {
        return value.isPresent() ? text(value.get()) : none();
    }

    JsonOut choice(Enum<?> value) throws IOException {
        return text(word(value));
    }

    JsonOut whole(long value) throws IOException {
        json.writeNumber(value);
        return this;
    }

    JsonOut flag(boolean value) throws IOException {
        json.writeBoolean(value);
        return this;
    }

    /**
     * A number that reads back as the same bits.
     *
     * @throws IllegalStateException if it is not finite
     */
    JsonOut number(double value) throws IOException {
        if (!Double.isFinite(value)) {
            throw new IllegalStateException("a model with the number " + value);
        }
        json.writeNumber(value);
        return this;
    }

    JsonOut number(OptionalDouble value) throws IOException {
        return value.isPresent() ? number(value.getAsDouble()) : none();
    }

    /**
     * Some of these values, as base64 of little-endian float32.
     *
     * @throws IllegalStateException if one is not finite
     */
    JsonOut floats(float[] values, int from, int count) throws IOException {
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
