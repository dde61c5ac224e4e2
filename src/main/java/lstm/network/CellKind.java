package lstm.network;

import static lstm.network.CellSignal.MEMORY;
import static lstm.network.CellSignal.STATE;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The cells to choose from. Gates are listed in the order of their columns in W, U and b. */
public enum CellKind {
    LSTM("i f g o", List.of(), LstmCell::new, MEMORY),
    PEEPHOLE(
            "i f g o",
            List.of(new Vector("pi", 1), new Vector("pf", 1), new Vector("po", 1)),
            PeepholeCell::new,
            MEMORY),
    COUPLED("f g o", List.of(), CoupledCell::new, MEMORY),
    GRU("z r n", List.of(new Vector("bu", 3)), GruCell::new, STATE),
    GRU_ORIGINAL("z r n", List.of(), GruOriginalCell::new, STATE),
    RNN("h", List.of(), RnnCell::new);

    /** A parameter beside W, U and b: {@code blocks} times H values. */
    record Vector(String name, int blocks) {}

    /** Makes the cell of one layer for one pass. */
    interface Maker {
        Cell make(LayerContext layer);
    }

    private final List<String> gates;
    private final List<Vector> vectors;
    private final Maker maker;
    private final List<CellSignal> kept;

    /**
     * A cell.
     *
     * @param carried what its forward pass keeps of a step right after the gates
     */
    CellKind(String gates, List<Vector> vectors, Maker maker, CellSignal... carried) {
        this.gates = Arrays.asList(gates.split(" "));
        this.vectors = vectors;
        this.maker = maker;
        kept = Stream.concat(this.gates.stream().map(CellKind::quantity), Arrays.stream(carried))
                .toList();
    }

    private static CellSignal quantity(String gate) {
        return switch (gate) {
            case "i" -> CellSignal.INPUT_GATE;
            case "f" -> CellSignal.FORGET_GATE;
            case "o" -> CellSignal.OUTPUT_GATE;
            case "z" -> CellSignal.UPDATE_GATE;
            case "r" -> CellSignal.RESET_GATE;
            case "h" -> STATE;
            default -> CellSignal.CANDIDATE;
        };
    }

    /** The gates' letters, in column order. */
    public List<String> gates() {
        return gates;
    }

    /** Whether a gate is no gate but what goes through them, a tanh: g, n or the RNN's h. */
    boolean isCandidate(int gate) {
        return "gnh".contains(gates.get(gate));
    }

    /** What the first of the blocks are that the forward pass keeps of a step. */
    List<CellSignal> kept() {
        return kept;
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
