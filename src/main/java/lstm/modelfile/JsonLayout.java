package lstm.modelfile;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import java.io.IOException;

/**
 * The layout of a model file: one line for each field of the document, and for each item of a list that is such a
 * field, so that a tensor is one line. Whatever lies deeper stays on its line.
 */
final class JsonLayout implements PrettyPrinter {
    @Override
    public void writeStartObject(JsonGenerator out) throws IOException {
        out.writeRaw('{');
    }

    @Override
    public void beforeObjectEntries(JsonGenerator out) throws IOException {
        if (depth(out) == 1) {
            out.writeRaw("\n  ");
        }
    }

    @Override
    public void writeObjectFieldValueSeparator(JsonGenerator out) throws IOException {
        out.writeRaw(": ");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator out) throws IOException {
        out.writeRaw(depth(out) == 1 ? ",\n  " : ", ");
    }

    @Override
    public void writeEndObject(JsonGenerator out, int fields) throws IOException {
        out.writeRaw('}');
    }

    @Override
    public void writeStartArray(JsonGenerator out) throws IOException {
        out.writeRaw('[');
    }

    @Override
    public void beforeArrayValues(JsonGenerator out) throws IOException {
        if (depth(out) == 2) {
            out.writeRaw("\n    ");
        }
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator out) throws IOException {
        out.writeRaw(depth(out) == 2 ? ",\n    " : ", ");
    }

    @Override
    public void writeEndArray(JsonGenerator out, int items) throws IOException {
        out.writeRaw(depth(out) == 2 && items > 0 ? "\n  ]" : "]");
    }

    @Override
    public void writeRootValueSeparator(JsonGenerator out) {
        throw new IllegalStateException("a model file is one document");
    }

    /** Objects and lists that are open: 1 for the document itself. */
    private static int depth(JsonGenerator out) {
        return out.getOutputContext().getNestingDepth();
    }
}
