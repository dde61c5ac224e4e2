package lstm.network;

import static lstm.network.Gate.CANDIDATE;
import static lstm.network.Gate.EXPONENTIAL_INPUT;
import static lstm.network.Gate.FORGET;
import static lstm.network.Gate.INPUT;
import static lstm.network.Gate.NEW_MEMORY;
import static lstm.network.Gate.NEW_STATE;
import static lstm.network.Gate.OUTPUT;
import static lstm.network.Gate.POSITIVE_STATE;
import static lstm.network.Gate.RESET;
import static lstm.network.Gate.TAKEN;
import static lstm.network.Gate.UPDATE;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The recurrent cells to choose from. */
public enum CellKind {
    /** The standard LSTM. */
    LSTM(List.of(INPUT, FORGET, CANDIDATE, OUTPUT), List.of(), 6, CellSignal.MEMORY, LstmCell::new),
    /** The LSTM whose gates also see the memory cell. */
    PEEPHOLE(
            List.of(INPUT, FORGET, CANDIDATE, OUTPUT),
            List.of(new Vector("pi", 1), new Vector("pf", 1), new Vector("po", 1)),
            6,
            CellSignal.MEMORY,
            PeepholeCell::new),
    /** The LSTM whose input gate is 1 minus its forget gate. */
    COUPLED(List.of(FORGET, CANDIDATE, OUTPUT), List.of(), 5, CellSignal.MEMORY, CoupledCell::new),
    /** The GRU with the reset gate after the recurrent product, as in Keras and PyTorch. */
    GRU(List.of(UPDATE, RESET, NEW_STATE), List.of(new Vector("bu", 3)), 5, CellSignal.STATE, GruCell::new),
    /** The GRU as first published, with the reset gate before the recurrent product. */
    GRU_ORIGINAL(List.of(UPDATE, RESET, NEW_STATE), List.of(), 4, CellSignal.STATE, GruOriginalCell::new),
    /** The plain recurrent network. */
    RNN(List.of(Gate.STATE), List.of(), 1, null, RnnCell::new),
    /** The scalar LSTM of xLSTM, whose memory is a weighted mean of the steps. */
    SLSTM(List.of(EXPONENTIAL_INPUT, FORGET, NEW_MEMORY, OUTPUT), List.of(), 7, CellSignal.MEMORY, SlstmCell::new),
    /** The minimal GRU, without recurrent weights. */
    MIN_GRU(List.of(TAKEN, POSITIVE_STATE), List.of(), 3, CellSignal.STATE, MinGruCell::new);

    /** A parameter besides W, U and b, of {@code blocks} times H values. */
    record Vector(String name, int blocks) {}

    /** Creates the cell of one layer for one pass. */
    interface Maker {
        Cell make(LayerContext layer);
    }

    private final List<Gate> gates;
    private final List<Vector> vectors;
    private final int savedBlocks;
    private final Optional<CellSignal> carried;
    private final Maker maker;

    /**
     * Describes a cell.
     *
     * @param gates in the order of their columns in W, U and b
     * @param vectors the parameters besides those
     * @param savedBlocks blocks of H*B values that the forward pass saves per step: the gates first
     * @param carried the saved block right after the gates; null if there is none
     */
    CellKind(List<Gate> gates, List<Vector> vectors, int savedBlocks, CellSignal carried, Maker maker) {
        this.gates = gates;
        this.vectors = vectors;
        this.savedBlocks = savedBlocks;
        this.carried = Optional.ofNullable(carried);
        this.maker = maker;
    }

    /** The gates and the candidate, in the order of their columns in W, U and b. */
    public List<Gate> gates() {
        return gates;
    }

    /** The signals among the saved blocks, in their order. */
    List<CellSignal> signals() {
        return Stream.concat(gates.stream().map(Gate::role), carried.stream()).toList();
    }

    /** The blocks of H*B values that the forward pass saves per step for the backward pass. */
    int savedBlocks() {
        return savedBlocks;
    }

    /** Whether the gates see the output of the step before. */
    boolean isRecurrent() {
        return this != MIN_GRU;
    }

    /** Whether there is a memory cell c apart from the output h. */
    boolean hasMemory() {
        return carried.filter(CellSignal.MEMORY::equals).isPresent();
    }

    List<Vector> vectors() {
        return vectors;
    }

    Cell make(LayerContext layer) {
        return maker.make(layer);
    }

    /** The name on the command line and in the model file, such as {@code gru-original}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
