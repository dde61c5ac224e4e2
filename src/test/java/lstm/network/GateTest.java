package lstm.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GateTest {
    /** Model files and their documentation depend on this order of columns. */
    @ParameterizedTest
    @CsvSource({
        "LSTM, ifgo",
        "PEEPHOLE, ifgo",
        "COUPLED, fgo",
        "GRU, zrn",
        "GRU_ORIGINAL, zrn",
        "RNN, h",
        "SLSTM, ifzo",
        "MIN_GRU, zh"
    })
    void columnsStandInTheOrderOfTheseLetters(CellKind cell, String letters) {
        assertEquals(letters, cell.gates().stream().map(Gate::letter).collect(Collectors.joining()));
    }

    @ParameterizedTest
    @EnumSource(
            names = {"EXPONENTIAL_INPUT", "POSITIVE_STATE"},
            mode = EnumSource.Mode.EXCLUDE)
    void whatIsAGateGoesThroughASigmoidAndAllElseThroughATanh(Gate gate) {
        assertEquals(gate.role().isGate() ? Gate.Activation.SIGMOID : Gate.Activation.TANH, gate.activation());
    }

    @Test
    void theEstimateOfMemoryCountsTheSixBlocksThatAnLstmSaves() {
        Architecture lstm = new Architecture(CellKind.LSTM, 1, 10, 2, 0, 1);
        long one = MemoryEstimate.ofTraining(lstm, 1, 16, 2).heap();
        long two = MemoryEstimate.ofTraining(lstm, 2, 16, 2).heap();

        assertEquals(2 * 6 * 16 * 10 * Float.BYTES, two - one);
    }
}
