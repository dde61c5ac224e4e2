package lstm.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import lstm.tensor.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkTest {
    private static final int STEPS = 3;
    private static final int OUTPUTS = 2;
    /** More than two rounds of eight slices. */
    private static final int MANY = 300;

    private static final int[] COUNTS = {1, 15, 16, 17, 32, 33, 200, MANY};
    private static final DropoutKey KEY = new DropoutKey(0, 4, 7);

    @ParameterizedTest
    @EnumSource
    void anyNumberOfThreadsGivesTheSameBits(CellKind cell) {
        Example example = example(cell, 0.3);
        for (int count : COUNTS) {
            Trained one = train(example, 1, count, KEY);
            assertTrue(Float.isFinite(one.gradient[0]));
            for (int threads : new int[] {2, 3, 8}) {
                Trained more = train(example, threads, count, KEY);
                String what = count + " windows on " + threads + " threads";
                assertArrayEquals(one.predictions, more.predictions, what);
                assertEquals(one.loss, more.loss, what);
                assertArrayEquals(one.gradient, more.gradient, what);
            }
        }
    }

    @Test
    void theGradientIsThatOfErrorsInTheirUnits() {
        Example example = example(CellKind.GRU, 0);
        int count = Network.SLICE + 3;
        float[] units = new float[count * OUTPUTS];
        for (int k = 0; k < units.length; k++) {
            units[k] = 0.25f * (1 + k % 5);
        }
        Truth truth = new Truth(Arrays.copyOf(truth(), units.length), Optional.of(units), new float[0]);
        float[] gradient = new float[example.weights().length];
        try (Network network = example.network(2)) {
            double loss = network.train(example.from(0), count, truth, Loss.Point.MSE, KEY, gradient);
            assertEquals(squares(network, example, truth, 0, 0), loss, 1e-5 * loss);
            for (int p = 0; p < gradient.length; p += 5) {
                double difference =
                        squares(network, example, truth, p, 0.01f) - squares(network, example, truth, p, -0.01f);
                assertEquals(difference / 0.02 / units.length, gradient[p], 1e-4, "parameter " + p);
            }
        }
    }

    /** The squared errors in their units when a parameter is moved. */
    private static double squares(Network network, Example example, Truth truth, int parameter, float by) {
        float[] moved = example.weights().clone();
        moved[parameter] += by;
        network.load(moved);
        float[] units = truth.units().orElseThrow();
        float[] predicted = network.predict(example.from(0), units.length / OUTPUTS);
        double sum = 0;
        for (int k = 0; k < units.length; k++) {
            double error = units[k] * (double) (predicted[k] - truth.values()[k]);
            sum += error * error;
        }
        return sum;
    }

    @ParameterizedTest
    @EnumSource
    void theGradientOfABatchIsTheMeanOfThoseOfItsWindows(CellKind cell) {
        Example example = example(cell, 0);
        float[] truth = truth();
        try (Network network = example.network(2)) {
            for (int count : COUNTS) {
                double[] mean = new double[example.weights().length];
                double losses = 0;
                float[] gradient = new float[mean.length];
                for (int k = 0; k < count; k++) {
                    float[] own = Arrays.copyOfRange(truth, k * OUTPUTS, (k + 1) * OUTPUTS);
                    losses += network.train(example.from(k), 1, own, Loss.Point.MSE, KEY, gradient);
                    for (int p = 0; p < mean.length; p++) {
                        mean[p] += gradient[p] / (double) count;
                    }
                }

                double loss = network.train(example.from(0), count, truth, Loss.Point.MSE, KEY, gradient);

                assertEquals(losses, loss, 1e-6 * losses, count + " windows");
                for (int p = 0; p < mean.length; p++) {
                    assertEquals(mean[p], gradient[p], 1e-6, count + " windows, parameter " + p);
                }
            }
        }
    }

    @Test
    void aWindowWithAWeightCountsAsOften() {
        Example example = example(CellKind.LSTM, 0);
        float[] truth = truth();
        int count = Network.SLICE + 3;
        float[] weights = new float[count];
        double[] mean = new double[example.weights().length];
        double losses = 0;
        try (Network network = example.network(2)) {
            float[] gradient = new float[mean.length];
            for (int k = 0; k < count; k++) {
                weights[k] = k % 4 * 0.5f;
                float[] own = Arrays.copyOfRange(truth, k * OUTPUTS, (k + 1) * OUTPUTS);
                losses += weights[k] * network.train(example.from(k), 1, own, Loss.Point.MAE, KEY, gradient);
                for (int p = 0; p < mean.length; p++) {
                    mean[p] += weights[k] * gradient[p] / (double) count;
                }
            }
            Truth weighed = new Truth(truth, Optional.empty(), weights);
            double loss = network.train(example.from(0), count, weighed, Loss.Point.MAE, KEY, gradient);
            assertEquals(losses, loss, 1e-6 * losses);
            for (int p = 0; p < mean.length; p++) {
                assertEquals(mean[p], gradient[p], 1e-6, "parameter " + p);
            }
        }
    }

    @Test
    void theQuantilesOfAWindowCountAsOftenAsIt() {
        Loss loss = new Loss.Quantiles(List.of(0.25, 0.5, 0.75));
        float[] predicted = {1, 2, 3, 4, 5, 6};
        float[] truth = {2, 9};
        float[] second = Arrays.copyOfRange(predicted, 3, 6);
        assertEquals(
                0.5 * loss.sum(predicted, truth, 3) + 4 * loss.sum(second, new float[] {9}, 3),
                loss.sum(predicted, truth, new float[] {0.5f, 4}),
                1e-12);
    }

    @ParameterizedTest
    @EnumSource
    void thePredictionForAWindowDoesNotDependOnTheOthers(CellKind cell) {
        Example example = example(cell, 0.3);
        try (Network network = example.network(2)) {
            float[] alone = new float[MANY * OUTPUTS];
            for (int k = 0; k < MANY; k++) {
                System.arraycopy(network.predict(example.from(k), 1), 0, alone, k * OUTPUTS, OUTPUTS);
            }
            for (int count : COUNTS) {
                int first = MANY - count;
                float[] expected = Arrays.copyOfRange(alone, first * OUTPUTS, alone.length);
                assertArrayEquals(expected, network.predict(example.from(first), count), 1e-6f, count + " windows");
            }
        }
    }

    @Test
    void theSameDropoutKeyGivesTheSameBitsAndAnotherDoesNot() {
        Example example = example(CellKind.LSTM, 0.3);
        Trained first = train(example, 2, MANY, KEY);
        assertArrayEquals(first.gradient, train(example, 2, MANY, KEY).gradient);
        for (DropoutKey other : List.of(
                new DropoutKey(0, 4, 8), new DropoutKey(0, 5, 7), new DropoutKey(0, 7, 4), new DropoutKey(1, 4, 7))) {
            assertFalse(Arrays.equals(first.gradient, train(example, 2, MANY, other).gradient), other.toString());
        }
    }

    /** With equal windows throughout, slices that dropped the same would have the same loss. */
    @Test
    void everySliceDropsItsOwn() {
        Example example = example(CellKind.LSTM, 0.3);
        Arrays.fill(example.windows(), 0.5f);
        float[] zeros = new float[MANY * OUTPUTS];
        float[] gradient = new float[example.weights().length];
        try (Network network = example.network(1)) {
            double one = network.train(example.from(0), Network.SLICE, zeros, Loss.Point.MSE, KEY, gradient);
            double two = network.train(example.from(0), 2 * Network.SLICE, zeros, Loss.Point.MSE, KEY, gradient);
            assertNotEquals(2 * one, two);
        }
    }

    @Test
    void aNetworkThatTrainedBeforeTrainsTheSame() {
        Example example = example(CellKind.PEEPHOLE, 0.3);
        float[] first = new float[example.weights().length];
        float[] again = first.clone();
        try (Network network = example.network(2)) {
            double loss = network.train(example.from(0), 40, truth(), Loss.Point.HUBER, KEY, first);
            network.train(example.from(9), 40, truth(), Loss.Point.MAE, new DropoutKey(5, 0, 0), again);
            assertEquals(loss, network.train(example.from(0), 40, truth(), Loss.Point.HUBER, KEY, again));
        }
        assertArrayEquals(first, again);
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsDroppedWhenPredictingAfterTraining(CellKind cell) {
        Example example = example(cell, 0.3);
        try (Network network = example.network(1)) {
            float[] before = network.predict(example.from(0), 20);
            network.train(example.from(0), 20, truth(), Loss.Point.MSE, KEY, new float[example.weights().length]);
            assertArrayEquals(before, network.predict(example.from(0), 20));
        }
        Example without = example(cell, 0);
        try (Network network = without.network(1);
                Network withDropout = example.network(1)) {
            assertArrayEquals(network.predict(without.from(0), 20), withDropout.predict(example.from(0), 20));
        }
    }

    @Test
    void loadedWeightsTakeThePlaceOfTheOldOnes() {
        Example example = example(CellKind.GRU, 0);
        float[] zeros = new float[example.weights().length];
        try (Network network = example.network(1)) {
            float[] before = network.predict(example.from(0), 5);
            network.load(zeros);
            assertArrayEquals(new float[5 * OUTPUTS], network.predict(example.from(0), 5));
            network.load(example.weights());
            assertArrayEquals(before, network.predict(example.from(0), 5));
        }
    }

    private record Trained(float[] predictions, double loss, float[] gradient) {}

    private static Trained train(Example example, int threads, int count, DropoutKey key) {
        float[] gradient = new float[example.weights().length];
        try (Network network = example.network(threads)) {
            double loss = network.train(example.from(0), count, truth(), Loss.Point.MSE, key, gradient);
            return new Trained(network.predict(example.from(0), count), loss, gradient);
        }
    }

    private static Example example(CellKind cell, double dropout) {
        Architecture architecture = new Architecture(cell, 2, 5, 2, dropout, OUTPUTS);
        return Example.draw(architecture, STEPS, MANY, Seed.random());
    }

    private static float[] truth() {
        return Example.uniform(MANY * OUTPUTS, new Random(Seed.VALUE + 1));
    }
}
