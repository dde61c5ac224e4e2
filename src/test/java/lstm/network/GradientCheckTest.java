package lstm.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleSupplier;
import lstm.network.ParameterLayout.Tensor;
import lstm.promises.Tier;
import lstm.random.SplitMix64;
import lstm.tensor.Matrices;
import lstm.tensor.Seed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The engine's float32 gradient of every parameter and every input is the slope of the float64 {@link Reference} loss.
 *
 * <p>The difference allowed is 1e-6 of the largest gradient of the tensor, or of 1 where all are smaller. At these
 * sizes float32 rounding (6e-8 an operation) comes to 4e-7 at most, as measured with 200 seeds; the central difference
 * in float64 with a step of 1e-5 is off by 1e-10. A wrong term is off by far more in some of the cases.
 */
class GradientCheckTest {
    private static final double TOLERANCE = 1e-6;
    private static final double STEP = 1e-5;
    private static final int INPUTS = 2;
    private static final int UNITS = 3;
    private static final int STEPS = 4;
    private static final int ROWS = 3;

    private static final List<Loss> LOSSES =
            List.of(Loss.Point.MSE, Loss.Point.MAE, Loss.Point.HUBER, new Loss.Quantiles(List.of(0.1, 0.5, 0.9)));

    private static final StaticInputs STATICS =
            new StaticInputs(1, List.of(new StaticInputs.Embedding(3, 2), new StaticInputs.Embedding(2, 1)));

    record Case(
            CellKind cell,
            int layers,
            double dropout,
            int outputs,
            Loss loss,
            Optional<Segments> segments,
            StaticInputs statics) {
        Case(CellKind cell, int layers, double dropout, int outputs, Loss loss, Optional<Segments> segments) {
            this(cell, layers, dropout, outputs, loss, segments, StaticInputs.NONE);
        }

        Case knowing() {
            return new Case(cell, layers, dropout, outputs, loss, segments, STATICS);
        }
    }

    /** In a build a tenth of all, drawn by the seed. */
    static List<Case> some() {
        List<Case> cases = cases();
        Collections.shuffle(cases, Seed.random());
        return cases.subList(0, cases.size() / Tier.count(10, 1));
    }

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (CellKind cell : CellKind.values()) {
            for (int layers = 1; layers <= 3; layers++) {
                for (double dropout : new double[] {0, 0.3}) {
                    for (int outputs : new int[] {1, 3}) {
                        for (Loss loss : LOSSES) {
                            cases.add(new Case(cell, layers, dropout, outputs * loss.width(), loss, Optional.empty()));
                        }
                    }
                }
            }
        }
        for (CellKind cell : CellKind.values()) {
            cases.add(segmented(cell, 1, 0, 3, Loss.Point.MSE, new Segments(2, 1, 1, 0)));
            cases.add(segmented(cell, 2, 0.3, 1, Loss.Point.MAE, new Segments(4, 1, 1, 0)));
            // The first of five steps have nothing known ahead in a window of four rows.
            cases.add(segmented(cell, 2, 0.3, 5, LOSSES.get(3), new Segments(2, 2, 3, 1)));
            cases.add(segmented(cell, 1, 0, 4, Loss.Point.MSE, new Segments(2, 1, 1, 2)));
            cases.add(new Case(cell, 2, 0.3, 2, Loss.Point.MSE, Optional.empty()).knowing());
            cases.add(segmented(cell, 2, 0.3, 5, LOSSES.get(3), new Segments(2, 2, 3, 1))
                    .knowing());
            cases.add(segmented(cell, 1, 0, 3, Loss.Point.MSE, new Segments(2, 1, 1, 0))
                    .knowing());
        }
        return cases;
    }

    private static Case segmented(CellKind cell, int layers, double dropout, int horizon, Loss loss, Segments with) {
        int outputs = horizon * with.series() * with.width();
        return new Case(cell, layers, dropout, outputs, loss, Optional.of(with));
    }

    @ParameterizedTest
    @MethodSource("some")
    void everyGradientIsTheSlopeOfTheReferenceLoss(Case tried) {
        Random random = Seed.random();
        Architecture architecture = new Architecture(
                tried.cell, INPUTS, UNITS, tried.layers, tried.dropout, tried.outputs, tried.segments, tried.statics);
        Example example = Example.draw(architecture, STEPS, ROWS, random);
        long mask = random.nextLong();
        Reference reference = new Reference(example, SplitMix64.of(mask));
        float[] truth = truthAwayFrom(reference.predict(), tried.loss.width(), random);
        DoubleSupplier loss = () -> reference.loss(tried.loss, truth);
        SlicePass pass = example.pass();
        float[] dPredictions = forward(pass, example, SplitMix64.of(mask), tried.loss, truth);

        float[] gradient = Matrices.values(pass.backward(dPredictions));

        double[] slopes = slopes(reference.weights, loss);
        for (Tensor tensor : architecture.layout().tensors()) {
            assertClose(tensor.name(), slopes, gradient, tensor.offset(), tensor.offset() + tensor.size());
        }
        float[] inputGradient = pass.inputGradient();
        assertClose("input", slopes(reference.windows, loss), inputGradient, 0, inputGradient.length);
    }

    /**
     * Errors of +-0.5 and +-1.5: on both sides of Huber's bend, and away from it and from that of the absolute error.
     */
    private static float[] truthAwayFrom(double[] predictions, int width, Random random) {
        float[] truth = new float[predictions.length / width];
        for (int k = 0; k < truth.length; k++) {
            double error = random.nextBoolean() ? 0.5 : 1.5;
            double middle = predictions[k * width + width / 2];
            truth[k] = (float) (middle + (random.nextBoolean() ? error : -error));
            for (int q = 0; q < width; q++) {
                // Other quantiles may lie anywhere, but not where the loss bends.
                if (Math.abs(predictions[k * width + q] - truth[k]) < 100 * STEP) {
                    truth[k] += (float) (1000 * STEP);
                    q = -1;
                }
            }
        }
        return truth;
    }

    private static float[] forward(SlicePass pass, Example example, SplitMix64 dropout, Loss loss, float[] truth) {
        float[] predictions = new float[truth.length * loss.width()];
        pass.forward(example.windows(), predictions, dropout);
        float[] dPredictions = new float[predictions.length];
        loss.gradient(predictions, truth, dPredictions, predictions.length, predictions.length);
        return dPredictions;
    }

    /** The central differences of a function by each of its values. */
    private static double[] slopes(double[] values, DoubleSupplier function) {
        double[] slopes = new double[values.length];
        for (int k = 0; k < values.length; k++) {
            double value = values[k];
            values[k] = value + STEP;
            double above = function.getAsDouble();
            values[k] = value - STEP;
            double below = function.getAsDouble();
            values[k] = value;
            slopes[k] = (above - below) / (2 * STEP);
        }
        return slopes;
    }

    private static void assertClose(String what, double[] slopes, float[] gradient, int from, int to) {
        double largest = Arrays.stream(slopes, from, to).map(Math::abs).max().orElseThrow();
        for (int k = from; k < to; k++) {
            assertEquals(slopes[k], gradient[k], TOLERANCE * Math.max(1, largest), what + "[" + (k - from) + "]");
        }
    }
}
