package lstm.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import lstm.network.ParameterLayout.Tensor;
import lstm.tensor.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InitializerTest {
    private static final int INPUTS = 5;
    private static final int UNITS = 20;
    private static final Set<CellKind> WITH_FORGET_GATE =
            EnumSet.of(CellKind.LSTM, CellKind.PEEPHOLE, CellKind.COUPLED, CellKind.SLSTM);

    @ParameterizedTest
    @EnumSource
    void kernelsFillTheirGlorotLimitsEvenly(CellKind cell) {
        Drawn drawn = Drawn.of(cell, Seed.VALUE);
        for (Tensor tensor : drawn.tensors(".W")) {
            double limit = Math.sqrt(6.0 / (tensor.rows() + tensor.columns()));
            float[] values = drawn.values(tensor);
            double sumOfSquares = 0;
            for (float value : values) {
                assertTrue(Math.abs(value) <= limit, tensor.name() + " has " + value + " beyond " + limit);
                sumOfSquares += value * value;
            }
            // Uniform: variance limit^2/3; the mean of n squares is within 5 of its standard deviations, 0.9/sqrt n.
            double variance = sumOfSquares / values.length;
            assertEquals(1, variance / (limit * limit / 3), 5 * 0.9 / Math.sqrt(values.length), tensor.name());
        }
    }

    @ParameterizedTest
    @EnumSource(names = "MIN_GRU", mode = EnumSource.Mode.EXCLUDE)
    void recurrentKernelsHaveOrthonormalRows(CellKind cell) {
        Drawn drawn = Drawn.of(cell, Seed.VALUE);
        for (Tensor tensor : drawn.tensors(".U")) {
            float[] u = drawn.values(tensor);
            for (int a = 0; a < tensor.rows(); a++) {
                for (int b = 0; b <= a; b++) {
                    double product = 0;
                    for (int k = 0; k < tensor.columns(); k++) {
                        product += (double) u[a * tensor.columns() + k] * u[b * tensor.columns() + k];
                    }
                    assertEquals(a == b ? 1 : 0, product, 1e-6, tensor.name() + " rows " + a + " and " + b);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyForgetGatesHaveABiasAndItIsOne(CellKind cell) {
        Drawn drawn = Drawn.of(cell, Seed.VALUE);
        int gate = cell.gates().indexOf(Gate.FORGET);
        assertEquals(WITH_FORGET_GATE.contains(cell), gate >= 0);
        for (Tensor tensor : drawn.layout().tensors()) {
            if (tensor.rows() > 1) {
                continue;
            }
            float[] expected = new float[tensor.size()];
            if (gate >= 0 && tensor.name().matches("layer\\d+\\.b")) {
                Arrays.fill(expected, gate * UNITS, (gate + 1) * UNITS, 1f);
            }
            assertArrayEquals(expected, drawn.values(tensor), tensor.name());
        }
    }

    @Test
    void theClassicNetworkHas71051Parameters() {
        Architecture classic = new Architecture(CellKind.LSTM, 1, 50, 4, 0.2, 1);
        assertEquals(71_051, classic.layout().size());
        assertEquals(71_051, Initializer.weights(classic, 1).length);
    }

    @ParameterizedTest
    @EnumSource
    void theSeedDecidesAllWeights(CellKind cell) {
        Drawn drawn = Drawn.of(cell, Seed.VALUE);
        assertArrayEquals(drawn.weights(), Drawn.of(cell, Seed.VALUE).weights());
        Drawn other = Drawn.of(cell, Seed.VALUE + 1);
        for (Tensor tensor : drawn.layout().tensors()) {
            assertEquals(
                    tensor.rows() == 1,
                    Arrays.equals(drawn.values(tensor), other.values(tensor)),
                    tensor.name() + " of another seed");
        }
    }

    @Test
    void noTwoKernelsStartAlike() {
        Drawn drawn = Drawn.of(CellKind.LSTM, Seed.VALUE);
        float[] second = drawn.values(drawn.layout().tensor(2, "W"));
        float[] third = drawn.values(drawn.layout().tensor(3, "W"));
        assertFalse(Arrays.equals(second, third));
    }

    /** The first weights of a network of three layers. */
    private record Drawn(ParameterLayout layout, float[] weights) {
        static Drawn of(CellKind cell, long seed) {
            Architecture architecture = new Architecture(cell, INPUTS, UNITS, 3, 0, 2);
            return new Drawn(architecture.layout(), Initializer.weights(architecture, seed));
        }

        Tensor[] tensors(String suffix) {
            Tensor[] found = layout.tensors().stream()
                    .filter(tensor -> tensor.name().endsWith(suffix))
                    .toArray(Tensor[]::new);
            assertTrue(found.length >= 3, suffix);
            return found;
        }

        float[] values(Tensor tensor) {
            return Arrays.copyOfRange(weights, tensor.offset(), tensor.offset() + tensor.size());
        }
    }
}
