package lstm.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import lstm.network.Architecture;
import lstm.network.CellKind;
import lstm.network.DropoutKey;
import lstm.network.Example;
import lstm.network.Loss;
import lstm.network.Network;
import lstm.network.ParameterLayout.Tensor;
import lstm.network.Reference;
import lstm.random.SplitMix64;
import lstm.tensor.Seed;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Promise 7: the engine computes what its equations say. Here whole networks of every cell, of any size from 1 to 300,
 * agree with the same equations in float64. Its parts have tests of their own: GoldenTest (reference cases of another
 * program within 1e-5), GradientCheckTest (every gradient of small networks), ActivationsTest (every size and offset,
 * within 2e-7) and ProductTest.
 */
@Order(12)
class Promise07KernelsTest {
    private static final int STEPS = 3;
    private static final int LARGEST = 300;
    private static final double PREDICTION = 1e-5;
    private static final double GRADIENT = 1e-6;
    private static final double STEP = 1e-5;
    /** Parameters of each tensor whose slope is taken. */
    private static final int SLOPES = 2;

    private static Example example(CellKind cell, int units, int rows, Random random) {
        Architecture architecture = new Architecture(cell, 1 + random.nextInt(4), units, 2, 0, 1);
        Example drawn = Example.draw(architecture, STEPS, rows, random);
        // Keeps long sums in the range where gates are neither shut nor open.
        float shrink = (float) Math.min(1, 2 / Math.sqrt(units));
        float[] weights = drawn.weights();
        for (int k = 0; k < weights.length; k++) {
            weights[k] *= shrink;
        }
        return drawn;
    }

    private static Reference reference(Example example) {
        return new Reference(example, SplitMix64.of(0));
    }

    /** Sizes that start with the ends, and go on at random. In a build two of three cells end earlier. */
    private static int[] sizes(int few, Random random) {
        int last = Tier.SOAK || random.nextInt(3) == 0 ? LARGEST : LARGEST / 4;
        return IntStream.concat(
                        IntStream.of(1, last),
                        Tier.SOAK ? IntStream.rangeClosed(3, LARGEST) : random.ints(few, 3, last))
                .toArray();
    }

    @ParameterizedTest
    @EnumSource
    void predictionsOfAnySizeAreThoseOfTheEquations(CellKind cell) {
        Random random = Seed.random();
        for (int units : sizes(2, random)) {
            Example example = example(cell, units, 1 + random.nextInt(20), random);
            double[] expected = reference(example).predict();
            // Where the outputs of many units cancel, their rounding stays: a tenth of the scaled range counts at
            // least.
            double largest = Arrays.stream(expected).map(Math::abs).reduce(0.1, Math::max);
            try (Network network = example.network(1)) {
                float[] actual = network.predict(example.from(0), example.rows());
                for (int k = 0; k < expected.length; k++) {
                    assertEquals(expected[k], actual[k], PREDICTION * largest, units + " units, window " + k);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void gradientsOfAnySizeAreTheSlopesOfTheLoss(CellKind cell) {
        Random random = Seed.random();
        for (int units : sizes(1, random)) {
            Example example = example(cell, units, 1 + random.nextInt(2), random);
            float[] truth = new float[example.rows()];
            Reference reference = reference(example);
            float[] gradient = new float[example.weights().length];
            try (Network network = example.network(1)) {
                network.train(
                        example.from(0), example.rows(), truth, Loss.Point.MSE, new DropoutKey(0, 0, 0), gradient);
            }
            for (Tensor tensor : example.architecture().layout().tensors()) {
                for (int k = 0; k < SLOPES; k++) {
                    int at = tensor.offset() + random.nextInt(tensor.size());
                    double slope = slope(reference, truth, at);
                    assertEquals(slope, gradient[at], GRADIENT * Math.max(1, Math.abs(slope)), units + tensor.name());
                }
            }
        }
        Figures.report("07.largest.network.units", LARGEST);
    }

    private static double slope(Reference reference, float[] truth, int at) {
        double value = reference.weights[at];
        reference.weights[at] = value + STEP;
        double above = reference.loss(Loss.Point.MSE, truth);
        reference.weights[at] = value - STEP;
        double below = reference.loss(Loss.Point.MSE, truth);
        reference.weights[at] = value;
        return (above - below) / (2 * STEP);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotANumberStaysInItsWindow(CellKind cell) {
        Random random = Seed.random();
        Example example = example(cell, 5, 40, random);
        try (Network network = example.network(2)) {
            float[] before = network.predict(example.from(0), 40);
            int bad = random.nextInt(40);
            example.windows()[bad] = Float.NaN;
            float[] after = network.predict(example.from(0), 40);
            for (int k = 0; k < 40; k++) {
                assertTrue(k == bad ? Float.isNaN(after[k]) : after[k] == before[k], "window " + k + " of " + bad);
            }
        }
    }

    /** States that may grow without bound have no value where a shut gate meets an infinite one (0 times infinity). */
    private static boolean bounded(CellKind cell) {
        return cell != CellKind.SLSTM && cell != CellKind.MIN_GRU;
    }

    @ParameterizedTest
    @EnumSource
    void anInfiniteInputShutsOrOpensGatesAsInTheEquations(CellKind cell) {
        Random random = Seed.random();
        for (float infinite : new float[] {Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            Example example = example(cell, 7, 3, random);
            example.windows()[1] = infinite;
            double[] expected = reference(example).predict();
            try (Network network = example.network(1)) {
                float[] actual = network.predict(example.from(0), 3);
                for (int k = 0; k < expected.length; k++) {
                    if (bounded(cell) || Double.isFinite(expected[k])) {
                        assertEquals(expected[k], actual[k], PREDICTION, "window " + k);
                    }
                }
            }
        }
    }

    /** With weights of 1 and no recurrence an RNN's prediction for a tiny input is that input. */
    @Test
    void denormalNumbersAreNotFlushedToZero() {
        Architecture architecture = new Architecture(CellKind.RNN, 1, 1, 1, 0, 1);
        float[] weights = new float[architecture.layout().size()];
        for (String one : new String[] {"layer1.W", "dense.W"}) {
            weights[architecture.layout().tensor(one).offset()] = 1;
        }
        float[] inputs = {1e-40f, -1e-40f, Float.MIN_VALUE, Float.MIN_NORMAL, 0f};
        Example example = new Example(architecture, 1, inputs.length, weights, inputs);
        try (Network network = example.network(1)) {
            float[] actual = network.predict(example.from(0), inputs.length);
            for (int k = 0; k < inputs.length; k++) {
                assertEquals(inputs[k], actual[k], Math.ulp(inputs[k]), "input " + inputs[k]);
            }
        }
    }
}
