package lstm.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lstm.network.ParameterLayout.Tensor;
import lstm.tensor.Matrices;
import lstm.tensor.Workspace;
import org.junit.jupiter.api.Test;

/**
 * A network over segments reproduces a reference case that {@code src/test/scripts/segments-reference.py} has computed
 * in float64 from the equations of the documentation: two layers, an input known ahead, a last segment that is cut off.
 */
class GoldenSegmentsTest {
    private static final double TOLERANCE = 1e-5;

    private final JsonNode golden =
            new ObjectMapper().readTree(new File("src/test/resources/golden/segments/gru.json"));
    private final int batch = golden.get("x").size();
    private final int window = golden.get("window").asInt();
    private final float[] truth = numbers(golden.get("y"));
    private final Architecture architecture = new Architecture(
            CellKind.GRU,
            golden.get("inputs").asInt(),
            golden.get("units").asInt(),
            golden.get("layers").asInt(),
            0,
            truth.length / batch,
            Optional.of(new Segments(
                    golden.get("segment").asInt(),
                    1,
                    1,
                    golden.get("known_ahead").asInt())));
    private final SlicePass pass = pass();
    private final float[] predictions = new float[truth.length];

    GoldenSegmentsTest() throws IOException {}

    private SlicePass pass() {
        float[] parameters = new float[architecture.layout().size()];
        for (Tensor tensor : architecture.layout().tensors()) {
            float[] values = numbers(golden.get("parameters").get(tensor.name()));
            assertEquals(tensor.size(), values.length, tensor.name());
            System.arraycopy(values, 0, parameters, tensor.offset(), values.length);
        }
        Workspace workspace = new Workspace();
        Weights weights = new Weights(architecture.layout(), workspace);
        weights.load(parameters);
        return new SlicePass(architecture, window, batch, weights, workspace);
    }

    private static float[] numbers(JsonNode node) {
        List<Double> values = new ArrayList<>();
        collect(node, values);
        float[] result = new float[values.size()];
        for (int k = 0; k < result.length; k++) {
            result[k] = values.get(k).floatValue();
        }
        return result;
    }

    private static void collect(JsonNode node, List<Double> values) {
        if (node.isNumber()) {
            values.add(node.asDouble());
        }
        node.forEach(part -> collect(part, values));
    }

    /** Reorders [B, T, F] to [T, F, B]. */
    private float[] stepByStep(JsonNode node) {
        float[] batchMajor = numbers(node);
        float[] result = new float[batchMajor.length];
        int row = result.length / batch;
        for (int k = 0; k < result.length; k++) {
            result[k] = batchMajor[k % batch * row + k / batch];
        }
        return result;
    }

    private void forward() {
        pass.forward(stepByStep(golden.get("x")), predictions, null);
    }

    @Test
    void predictionsAndLossAreTheReferences() {
        forward();
        assertClose("prediction", numbers(golden.get("prediction")), predictions);
        double mse = Loss.Point.MSE.sum(predictions, truth, truth.length) / truth.length;
        assertEquals(golden.get("mse").asDouble(), mse, TOLERANCE * mse);
    }

    @Test
    void everyGradientIsTheReferencesAndTheInputsToo() {
        forward();
        float[] dPredictions = new float[truth.length];
        Loss.Point.MSE.gradient(predictions, truth, dPredictions, truth.length, truth.length);
        float[] gradient = Matrices.values(pass.backward(dPredictions));
        for (Tensor tensor : architecture.layout().tensors()) {
            int end = tensor.offset() + tensor.size();
            assertClose(
                    tensor.name(),
                    numbers(golden.get("gradients").get(tensor.name())),
                    Arrays.copyOfRange(gradient, tensor.offset(), end));
        }
        assertClose("x", stepByStep(golden.get("gradients").get("x")), pass.inputGradient());
    }

    private static void assertClose(String what, float[] expected, float[] actual) {
        assertEquals(expected.length, actual.length, what);
        double largest = 0;
        for (float value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int k = 0; k < expected.length; k++) {
            assertEquals(expected[k], actual[k], TOLERANCE * largest, what + "[" + k + "]");
        }
    }
}
