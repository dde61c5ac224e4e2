package lstm.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A reference case computed in float64: weights, input, outputs, gradients and ten Adam losses. The folder is
 * src/test/resources/golden, or the one given as {@code -Dgolden=DIR}.
 */
public record GoldenCase(String name, JsonNode json) {
    /** All cases of the folder, in the order of their names. */
    public static List<GoldenCase> all() throws IOException {
        String given = System.getProperty("golden", "");
        Path folder = Path.of(given.isEmpty() ? "src/test/resources/golden" : given);
        try (Stream<Path> files = Files.list(folder)) {
            List<GoldenCase> cases = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(GoldenCase::read)
                    .toList();
            if (cases.isEmpty()) {
                throw new IOException(folder + " has no reference cases");
            }
            return cases;
        }
    }

    private static GoldenCase read(Path file) {
        try {
            return new GoldenCase(file.getFileName().toString(), new ObjectMapper().readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Architecture architecture() {
        CellKind cell =
                switch (json.get("cell").asText()) {
                    case "lstm" -> CellKind.LSTM;
                    case "peephole" -> CellKind.PEEPHOLE;
                    case "coupled" -> CellKind.COUPLED;
                    case "gru" -> CellKind.GRU_ORIGINAL;
                    case "gru_reset_after" -> CellKind.GRU;
                    case "rnn" -> CellKind.RNN;
                    case "slstm" -> CellKind.SLSTM;
                    case "min_gru" -> CellKind.MIN_GRU;
                    default ->
                        throw new IllegalArgumentException(json.get("cell").asText());
                };
        return new Architecture(
                cell,
                size("inputs"),
                size("units"),
                json.get("layers").size(),
                0,
                json.at("/dense/b").size());
    }

    public int size(String name) {
        return json.get(name).asInt();
    }

    /** Numbers at a JSON pointer, nested lists flattened in order. */
    public double[] numbers(String pointer) {
        return flat(json.at(pointer)).mapToDouble(JsonNode::asDouble).toArray();
    }

    /** The flat parameters, or at {@code /gradients} their gradient, in the order of the layout. */
    public double[] parameters(String root) {
        return architecture().layout().tensors().stream()
                .flatMapToDouble(tensor -> java.util.Arrays.stream(numbers(root + pointer(tensor.name()))))
                .toArray();
    }

    private static String pointer(String name) {
        String[] parts = name.split("\\.");
        return parts[0].equals("dense")
                ? "/dense/" + parts[1]
                : "/layers/" + (Integer.parseInt(parts[0].substring("layer".length())) - 1) + "/" + parts[1];
    }

    private static Stream<JsonNode> flat(JsonNode node) {
        if (!node.isArray()) {
            return Stream.of(node);
        }
        Stream.Builder<Stream<JsonNode>> parts = Stream.builder();
        node.forEach(part -> parts.add(flat(part)));
        return parts.build().flatMap(part -> part);
    }

    /** Reorders [B, T, F] to [T, F, B]. */
    public float[] stepByStep(double[] batchMajor) {
        int steps = size("steps");
        int rows = size("batch");
        int width = batchMajor.length / steps / rows;
        float[] result = new float[batchMajor.length];
        for (int k = 0; k < result.length; k++) {
            int t = k / (rows * width);
            int column = k / rows % width;
            result[k] = (float) batchMajor[(k % rows * steps + t) * width + column];
        }
        return result;
    }

    public static float[] toFloats(double[] values) {
        float[] result = new float[values.length];
        for (int k = 0; k < result.length; k++) {
            result[k] = (float) values[k];
        }
        return result;
    }

    @Override
    public String toString() {
        return name;
    }
}
