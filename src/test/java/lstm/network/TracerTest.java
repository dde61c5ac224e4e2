package lstm.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.DoubleSupplier;
import lstm.random.SplitMix64;
import lstm.tensor.Seed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is seen inside a network is what the float64 {@link Reference} does, and its gradients are slopes. */
class TracerTest {
    private static final int STEPS = 5;
    private static final int ROWS = 3;
    private static final int UNITS = 3;
    private static final int INPUTS = 2;
    private static final int WATCHED = 1;
    private static final double STEP = 1e-5;
    /** As in {@link GradientCheckTest}. */
    private static final double TOLERANCE = 1e-6;

    @ParameterizedTest
    @EnumSource
    void everyGateAndStateIsTheReferences(CellKind cell) {
        Example example = example(cell);
        Reference reference = reference(example);
        Trace trace;
        try (Tracer tracer = tracer(example)) {
            trace = tracer.forward(example.windows());
        }
        for (int row = 0; row < ROWS; row++) {
            assertEquals(reference.predict(row), trace.predictions()[row], TOLERANCE);
            for (int layer = 0; layer < 2; layer++) {
                ReferenceCell expected = reference.cells.get(layer);
                assertEquals(expected.seen.keySet(), trace.layers().get(layer).keySet());
                for (CellSignal quantity : expected.seen.keySet()) {
                    float[][] seen = trace.layers().get(layer).get(quantity);
                    for (int t = 0; t < STEPS; t++) {
                        for (int unit = 0; unit < UNITS; unit++) {
                            assertEquals(
                                    expected.seen.get(quantity)[t][unit],
                                    seen[t][unit * ROWS + row],
                                    TOLERANCE,
                                    quantity + " of layer " + (layer + 1) + ", step " + t);
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void gradientsByInputStateAndMemoryAreTheSlopesOfThePrediction(CellKind cell) {
        Example example = example(cell);
        Reference reference = reference(example);
        DoubleSupplier prediction = () -> reference.predict(WATCHED);
        float[] one = new float[ROWS];
        one[WATCHED] = 1f;
        Trace.Gradients gradients;
        try (Tracer tracer = tracer(example)) {
            tracer.forward(example.windows());

            gradients = tracer.backward(one);
        }

        for (int t = 0; t < STEPS; t++) {
            for (int layer = 0; layer < 2; layer++) {
                ReferenceCell nudged = reference.cells.get(layer);
                String where = "layer " + (layer + 1) + ", step " + t;
                assertSlopes(nudged.nudgeH[t], prediction, gradients.hidden().get(layer)[t], "h of " + where);
                if (nudged.seen.containsKey(CellSignal.MEMORY)) {
                    assertSlopes(
                            nudged.nudgeC[t], prediction, gradients.memory().get(layer)[t], "c of " + where);
                }
            }
        }
        for (int k = 0; k < example.windows().length; k++) {
            assertEquals(slope(reference.windows, k, prediction), gradients.inputs()[k], TOLERANCE, "input " + k);
        }
    }

    private static void assertSlopes(double[] nudge, DoubleSupplier prediction, float[] gradient, String what) {
        for (int unit = 0; unit < UNITS; unit++) {
            for (int row = 0; row < ROWS; row++) {
                double expected = row == WATCHED ? slope(nudge, unit, prediction) : 0;
                assertEquals(expected, gradient[unit * ROWS + row], TOLERANCE, what);
            }
        }
    }

    private static double slope(double[] values, int k, DoubleSupplier function) {
        double value = values[k];
        values[k] = value + STEP;
        double above = function.getAsDouble();
        values[k] = value - STEP;
        double below = function.getAsDouble();
        values[k] = value;
        return (above - below) / (2 * STEP);
    }

    @ParameterizedTest
    @EnumSource
    void aTracedPredictionIsThePrediction(CellKind cell) {
        Example example = example(cell);
        try (Network network = example.network(1);
                Tracer tracer = tracer(example)) {
            float[] predicted = network.predict(example.from(0), ROWS);
            assertArrayEquals(predicted, tracer.forward(example.windows()).predictions());
        }
    }

    private static Tracer tracer(Example example) {
        return new Tracer(example.architecture(), STEPS, ROWS, example.weights());
    }

    private static Reference reference(Example example) {
        return new Reference(example, SplitMix64.of(0));
    }

    private static Example example(CellKind cell) {
        return Example.draw(new Architecture(cell, INPUTS, UNITS, 2, 0, 1), STEPS, ROWS, Seed.random());
    }
}
