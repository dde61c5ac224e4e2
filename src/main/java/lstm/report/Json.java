package lstm.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.NumberOutput;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import lstm.text.PrintableText;

/** JSON as all reports write it. Numbers are as short as possible without losing digits, and the same on every JDK. */
public final class Json {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private Json() {}

    /**
     * A value on one line.
     *
     * @param value null, a String, Boolean, Integer, Long or Double, or a List or Map (in its order) of such values; a
     *     Double that is not finite, which JSON has no number for, becomes null
     */
    public static String text(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            write(value, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return PrintableText.ofJson(text.toString());
    }

    private static void write(Object value, JsonGenerator json) throws IOException {
        if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.writeFieldName((String) entry.getKey());
                write(entry.getValue(), json);
            }
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object item : list) {
                write(item, json);
            }
            json.writeEndArray();
        } else if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value == null || isBeyondNumbers(value)) {
            json.writeNull();
        } else {
            json.writeRawValue(number((Number) value));
        }
    }

    /** Whether this is a Double for which no format has a number: it overflowed, or is the outcome of one that did. */
    static boolean isBeyondNumbers(Object value) {
        return value instanceof Double d && !Double.isFinite(d);
    }

    /** A finite number for machine-readable formats. */
    public static String number(Number value) {
        return value instanceof Double d ? NumberOutput.toString(d, true) : value.toString();
    }
}
