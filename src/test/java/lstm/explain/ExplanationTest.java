package lstm.explain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import lstm.network.Architecture;
import lstm.network.CellKind;
import lstm.network.CellSignal;
import lstm.network.Network;
import lstm.tensor.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplanationTest {
    private static final int STEPS = 6;
    private static final int INPUTS = 2;
    /** Large enough that float32 rounding of the forecast, 6e-8, is 1e-5 of a slope; small enough for curvature. */
    private static final float STEP = 5e-3f;

    private final Random random = Seed.random();

    private static Architecture architecture(CellKind cell) {
        return new Architecture(cell, INPUTS, 5, 2, 0.3, 2);
    }

    private static float predict(Architecture architecture, float[] weights, float[][] inputs) {
        try (Network network = new Network(architecture, STEPS, 1)) {
            network.load(weights);
            float[] flat = new float[STEPS * INPUTS];
            for (int k = 0; k < flat.length; k++) {
                flat[k] = inputs[k / INPUTS][k % INPUTS];
            }
            return network.predict((from, n, to) -> System.arraycopy(flat, 0, to, 0, flat.length), 1)[0];
        }
    }

    private float[][] window() {
        float[][] inputs = new float[STEPS][INPUTS];
        for (float[] row : inputs) {
            for (int f = 0; f < INPUTS; f++) {
                row[f] = random.nextFloat();
            }
        }
        return inputs;
    }

    private static Explanation of(
            Architecture architecture,
            float[] weights,
            float[][] inputs,
            int output,
            ToDoubleFunction<float[]> forecast) {
        Explanation.Window window = new Explanation.Window(inputs, new float[0]);
        return Explanation.of(new Explanation.TrainedWeights(architecture, weights, weights), window, output, forecast);
    }

    @ParameterizedTest
    @EnumSource
    void theGradientIsTheSlopeOfTheForecast(CellKind cell) {
        float[] weights = Network.initialWeights(architecture(cell), random.nextLong());
        float[][] inputs = window();
        Explanation explanation = of(architecture(cell), weights, inputs, 0, outputs -> 2 * outputs[0]);
        assertEquals(2.0 * predict(architecture(cell), weights, inputs), explanation.forecast());
        for (int t = 0; t < STEPS; t++) {
            for (int f = 0; f < INPUTS; f++) {
                float value = inputs[t][f];
                inputs[t][f] = value + STEP;
                float above = predict(architecture(cell), weights, inputs);
                inputs[t][f] = value - STEP;
                float below = predict(architecture(cell), weights, inputs);
                inputs[t][f] = value;
                // The slope of an activation may change between both, as that of the minimal GRU does at zero.
                float here = predict(architecture(cell), weights, inputs);
                double bend = Math.abs(above - here - (here - (double) below)) / STEP;
                assertEquals((above - below) / (2.0 * STEP), explanation.gradient()[t][f], 1e-4 + bend, "step " + t);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void occlusionIsWhatTheForecastLosesWithoutTheValue(CellKind cell) {
        float[] weights = Network.initialWeights(architecture(cell), random.nextLong());
        float[][] inputs = window();
        Explanation explanation = of(architecture(cell), weights, inputs, 0, outputs -> outputs[0]);
        float whole = predict(architecture(cell), weights, inputs);
        for (int f = 0; f < INPUTS; f++) {
            int column = f;
            double mean = Arrays.stream(inputs)
                    .mapToDouble(row -> row[column])
                    .average()
                    .orElseThrow();
            for (int t = 0; t < STEPS; t++) {
                float value = inputs[t][f];
                inputs[t][f] = (float) mean;
                float without = predict(architecture(cell), weights, inputs);
                inputs[t][f] = value;
                assertEquals((double) whole - without, explanation.occlusion()[t][f], 1e-6, "step " + t);
            }
        }
    }

    /** Small windows of a network are where it is linear. */
    @Test
    void theTwoMeasuresAgreeWhereTheNetworkIsNearlyLinear() {
        float[] weights = Network.initialWeights(architecture(CellKind.GRU), random.nextLong());
        float[][] inputs = window();
        for (float[] row : inputs) {
            for (int f = 0; f < INPUTS; f++) {
                row[f] = 0.5f + 0.02f * row[f];
            }
        }
        Explanation explanation = of(architecture(CellKind.GRU), weights, inputs, 0, outputs -> outputs[0]);
        assertTrue(explanation.agreement() > 0.999, "" + explanation.agreement());
    }

    @Test
    void aNetworkOfZeroWeightsDependsOnNothing() {
        Architecture architecture = architecture(CellKind.LSTM);
        float[] zeros = new float[architecture.layout().size()];
        Explanation explanation = of(architecture, zeros, window(), 0, outputs -> outputs[0]);
        assertTrue(Double.isNaN(explanation.agreement()));
        assertEquals(0, DependenceReach.of(explanation.gradient()).rows(0.9));
    }

    @Test
    void aForecastOfResidualsDependsOnTheValuesTheyAreAddedTo() {
        Architecture architecture = architecture(CellKind.LSTM);
        float[] zeros = new float[architecture.layout().size()];
        float[][] inputs = window();
        Explanation explanation = of(architecture, zeros, inputs, 0, outputs -> outputs[0]);
        explanation.add(List.of(1, 4), 0);
        double mean = Arrays.stream(inputs).mapToDouble(row -> row[0]).sum() / STEPS;
        for (int t = 0; t < STEPS; t++) {
            boolean added = t == STEPS - 1 || t == STEPS - 4;
            assertEquals(added ? 0.5 : 0, explanation.gradient()[t][0]);
            assertEquals(added ? (inputs[t][0] - mean) / 2 : 0, explanation.occlusion()[t][0], 1e-6);
            assertEquals(0, explanation.gradient()[t][1]);
        }
    }

    @Test
    void theReachIsTheFewestLastRowsWithThatShare() {
        DependenceReach reach = DependenceReach.of(new double[][] {{0, 1}, {-1, -1}, {2, 0}, {-2, 3}});
        assertArrayEquals(new double[] {0.1, 0.2, 0.2, 0.5}, reach.shares(), 1e-15);
        assertEquals(1, reach.rows(0.5));
        assertEquals(2, reach.rows(0.7));
        assertEquals(3, reach.rows(0.9));
        assertEquals(4, reach.rows(0.91));
        assertEquals(4, reach.rows(1));
    }

    @Test
    void aGateOf93HundredthsHasAHalfLifeOfAlmostTenRows() {
        assertEquals(9.55, GateRetention.halfLife(0.93).orElseThrow(), 0.005);
        assertEquals(1, GateRetention.halfLife(0.5).orElseThrow(), 1e-15);
        assertEquals(0, GateRetention.halfLife(0).orElseThrow());
        assertTrue(GateRetention.halfLife(1).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(names = "SLSTM", mode = EnumSource.Mode.EXCLUDE)
    void everyCellButTheRnnHasAGateThatKeeps(CellKind cell) {
        Architecture architecture = architecture(cell);
        float[] weights = Network.initialWeights(architecture, 1, 3);
        Arrays.fill(weights, 0, architecture.layout().tensor("layer1.b").offset(), 0f);
        Explanation explanation = of(architecture, weights, window(), 0, outputs -> outputs[0]);
        // Without weights the gate is the sigmoid of its bias.
        GateRetention.of(
                        explanation.trace().layers().get(0),
                        explanation.untrained().layers().get(0))
                .ifPresentOrElse(
                        kept -> assertEquals(1 / (1 + Math.exp(-3)), kept.mean(), 1e-6),
                        () -> assertEquals(CellKind.RNN, cell));
    }

    /**
     * With equal gates at each step a row's share of the memory is one in the number of rows, weighted by forgetting.
     */
    @Test
    void theScalarLstmTellsWhatShareOfItsMemoryEachRowHas() {
        Architecture architecture = architecture(CellKind.SLSTM);
        float[] weights = Network.initialWeights(architecture, 1);
        Arrays.fill(weights, 0, architecture.layout().tensor("dense.W").offset(), 0f);
        Explanation explanation = of(architecture, weights, window(), 0, outputs -> outputs[0]);
        var signals = explanation.trace().layers().get(0);
        // Each forget gate is s(0) = 1/2 and each input gate exp(0) = 1: n is 1, 3/2, 7/4, ...
        double n = 0;
        for (int t = 0; t < STEPS; t++) {
            n = n / 2 + 1;
            assertEquals(1 / n, signals.get(CellSignal.INPUT_GATE)[t][0], 1e-6);
            assertEquals(1 - 1 / n, signals.get(CellSignal.FORGET_GATE)[t][0], 1e-6);
        }
    }
}
