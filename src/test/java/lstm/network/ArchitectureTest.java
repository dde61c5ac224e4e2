package lstm.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitectureTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1, 1, 0, 1",
        "1, 0, 1, 0, 1",
        "1, 1, 0, 0, 1",
        "1, 1, 1, 0, 0",
        "1, 1, 1, -0.1, 1",
        "1, 1, 1, 1, 1",
        "1, 1, 1, NaN, 1",
    })
    void whatMakesNoNetworkIsRefused(int inputs, int units, int layers, double dropout, int outputs) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Architecture(CellKind.LSTM, inputs, units, layers, dropout, outputs));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2147483647, 1, 1",
        "2147483647, 50, 1, 1",
        "1, 50, 2147483647, 1",
        "1, 50, 1, 2147483647",
        "1, 50, 1, 42949673",
        "2147483647, 2147483647, 2147483647, 2147483647",
    })
    void aNetworkWhoseParametersCannotBeCountedIsRefused(int inputs, int units, int layers, int outputs) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Architecture(CellKind.LSTM, inputs, units, layers, 0, outputs));
    }

    @Test
    void theLargestNetworksHaveAsManyParametersAsTheirTensors() {
        for (CellKind cell : CellKind.values()) {
            Architecture large = new Architecture(cell, 1000, 1000, 20, 0, 1000);
            long sum = large.layout().tensors().stream()
                    .mapToLong(tensor -> (long) tensor.rows() * tensor.columns())
                    .sum();
            assertTrue(sum > 10_000_000);
            assertEquals(sum, large.layout().size());
        }
    }
}
