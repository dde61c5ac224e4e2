package lstm.network;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The cells to choose from. Gates are listed in the order of their columns in W, U and b. */
public enum CellKind {
    LSTM("i f g o", List.of(), Lstm::new),
    PEEPHOLE("i f g o", List.of(new Vector("pi", 1), new Vector("pf", 1), new Vector("po", 1)), Peephole::new),
    COUPLED("f g o", List.of(), Coupled::new),
    GRU("z r n", List.of(new Vector("bu", 3)), Gru::new),
    GRU_ORIGINAL("z r n", List.of(), GruOriginal::new),
    RNN("h", List.of(), Rnn::new);

    /** A parameter beside W, U and b: {@code blocks} times H values. */
    record Vector(String name, int blocks) {}

    /** Makes the cell of one layer for one pass. */
    interface Maker {
        Cell make(Layer layer);
    }

    private final List<String> gates;
    private final List<Vector> vectors;
    private final Maker maker;

    CellKind(String gates, List<Vector> vectors, Maker maker) {
        this.gates = Arrays.asList(gates.split(" "));
        this.vectors = vectors;
        this.maker = maker;
    }

    /** The gates' letters, in column order. */
    public List<String> gates() {
        return gates;
    }

    /** Whether a gate is no gate but what goes through them, a tanh: g, n or the RNN's h. */
    boolean isCandidate(int gate) {
        return "gnh".contains(gates.get(gate));
    }

    List<Vector> vectors() {
        return vectors;
    }

    Cell make(Layer layer) {
        return maker.make(layer);
    }

    /** The name on the command line and in the model file, such as {@code gru-original}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
