package lstm.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import lstm.network.ParameterLayout.Tensor;
import lstm.tensor.Matrices;
import lstm.tensor.Matrix;
import lstm.tensor.Workspace;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cell reproduces its float64 reference cases within 1e-5 of the largest value of each tensor. */
class GoldenTest {
    private static final double TOLERANCE = 1e-5;

    static List<GoldenCase> cases() throws IOException {
        return GoldenCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void outputsOfAllStepsPredictionsAndLossAreTheReferences(GoldenCase golden) {
        SlicePass pass = pass(golden);
        float[] predictions = forward(golden, pass);

        List<Cell> cells = pass.cells();
        float[] sequence = hiddenSequence(cells.get(cells.size() - 1), golden);
        assertClose("sequence", golden.stepByStep(golden.numbers("/sequence")), sequence);
        assertClose("prediction", GoldenCase.toFloats(golden.numbers("/prediction")), predictions);
        float[] truth = GoldenCase.toFloats(golden.numbers("/y"));
        double mse = Loss.Point.MSE.sum(predictions, truth, truth.length) / truth.length;
        assertEquals(golden.json().get("mse").asDouble(), mse, TOLERANCE * mse);

        float[] predicted = new float[predictions.length];
        pass.predict(golden.stepByStep(golden.numbers("/x")), predicted, null);
        assertArrayEquals(predictions, predicted, "without what a backward pass needs");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyGradientIsTheReferencesAndTheInputsToo(GoldenCase golden) {
        SlicePass pass = pass(golden);
        float[] predictions = forward(golden, pass);
        float[] truth = GoldenCase.toFloats(golden.numbers("/y"));
        float[] dPredictions = new float[truth.length];
        Loss.Point.MSE.gradient(predictions, truth, dPredictions, truth.length, truth.length);

        float[] gradient = Matrices.values(pass.backward(dPredictions));

        float[] expected = GoldenCase.toFloats(golden.parameters("/gradients"));
        for (Tensor tensor : golden.architecture().layout().tensors()) {
            int end = tensor.offset() + tensor.size();
            assertClose(
                    tensor.name(),
                    Arrays.copyOfRange(expected, tensor.offset(), end),
                    Arrays.copyOfRange(gradient, tensor.offset(), end));
        }
        assertClose("x", golden.stepByStep(golden.numbers("/gradients/x")), pass.inputGradient());
    }

    private static SlicePass pass(GoldenCase golden) {
        float[] parameters = GoldenCase.toFloats(golden.parameters(""));
        Workspace workspace = new Workspace();
        Weights weights = new Weights(golden.architecture().layout(), workspace);
        weights.load(parameters);
        return new SlicePass(golden.architecture(), golden.size("steps"), golden.size("batch"), weights, workspace);
    }

    /** H[0] .. H[T-1] as [T, H, B]: what the products of the next steps read. */
    private static float[] hiddenSequence(Cell cell, GoldenCase golden) {
        float[] sequence = new float[golden.size("steps") * cell.n];
        int units = golden.architecture().units();
        for (int t = 0; t < golden.size("steps"); t++) {
            Matrix stacked = cell.input(t + 1);
            stacked.rows(stacked.rows() - units, units).read(0, sequence, t * cell.n, cell.n);
        }
        return sequence;
    }

    private static float[] forward(GoldenCase golden, SlicePass pass) {
        float[] predictions =
                new float[golden.size("batch") * golden.architecture().outputs()];
        pass.forward(golden.stepByStep(golden.numbers("/x")), predictions, null);
        return predictions;
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
