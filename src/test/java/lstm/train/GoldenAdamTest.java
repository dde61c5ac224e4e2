package lstm.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import lstm.network.DropoutKey;
import lstm.network.GoldenCase;
import lstm.network.Loss;
import lstm.network.Network;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ten steps of full-batch Adam from the reference weights have the reference losses. */
class GoldenAdamTest {
    static List<GoldenCase> cases() throws IOException {
        return GoldenCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tenAdamLossesAreTheReferences(GoldenCase golden) {
        double[] expected = golden.numbers("/adam/losses_before_each_step");
        Adam adam = new Adam(number(golden, "beta1"), number(golden, "beta2"), number(golden, "epsilon"));
        float[] weights = GoldenCase.toFloats(golden.parameters(""));
        float[] truth = GoldenCase.toFloats(golden.numbers("/y"));
        float[] windows = golden.stepByStep(golden.numbers("/x"));
        float[] gradient = new float[weights.length];
        float[] m = new float[weights.length];
        float[] v = new float[weights.length];
        try (Network network = new Network(golden.architecture(), golden.size("steps"), 1)) {
            for (int step = 1; step <= expected.length; step++) {
                network.load(weights);
                double loss = network.train(
                                (from, count, to) -> System.arraycopy(windows, 0, to, 0, to.length),
                                golden.size("batch"),
                                truth,
                                Loss.Point.MSE,
                                new DropoutKey(0, 0, 0),
                                gradient)
                        / truth.length;
                assertEquals(expected[step - 1], loss, 1e-5 * expected[step - 1], "loss before step " + step);
                adam.step(weights, gradient, m, v, number(golden, "learning_rate"), step);
            }
        }
    }

    private static double number(GoldenCase golden, String name) {
        return golden.json().get("adam").get(name).asDouble();
    }
}
