package lstm.network;

/**
 * A block of H pre-activations of a cell. What a block does follows from its fields and never from its letter, so a new
 * cell is free to use any letter.
 */
public enum Gate {
    /** The input gate of the LSTMs. */
    INPUT("i", Activation.SIGMOID, CellSignal.INPUT_GATE),
    /** The forget gate of the LSTMs. */
    FORGET("f", Activation.SIGMOID, CellSignal.FORGET_GATE),
    /** The candidate of the LSTMs. */
    CANDIDATE("g", Activation.TANH, CellSignal.CANDIDATE),
    /** The output gate of the LSTMs. */
    OUTPUT("o", Activation.SIGMOID, CellSignal.OUTPUT_GATE),
    /** The update gate of the GRUs. */
    UPDATE("z", Activation.SIGMOID, CellSignal.UPDATE_GATE),
    /** The reset gate of the GRUs. */
    RESET("r", Activation.SIGMOID, CellSignal.RESET_GATE),
    /** The candidate of the GRUs. */
    NEW_STATE("n", Activation.TANH, CellSignal.CANDIDATE),
    /** The one block of the plain RNN: its state. */
    STATE("h", Activation.TANH, CellSignal.STATE),
    /** The input gate of the scalar LSTM. */
    EXPONENTIAL_INPUT("i", Activation.EXPONENTIAL, CellSignal.INPUT_GATE),
    /** The candidate of the scalar LSTM. */
    NEW_MEMORY("z", Activation.TANH, CellSignal.CANDIDATE),
    /** The gate of the minimal GRU: the share of the candidate that is taken. */
    TAKEN("z", Activation.SIGMOID, CellSignal.INPUT_GATE),
    /** The candidate of the minimal GRU. */
    POSITIVE_STATE("h", Activation.POSITIVE, CellSignal.CANDIDATE);

    /** The function that turns pre-activations into values. */
    public enum Activation {
        /** The logistic sigmoid, in (0, 1). */
        SIGMOID,
        /** The hyperbolic tangent, in (-1, 1). */
        TANH,
        /** exp y, above 0. */
        EXPONENTIAL,
        /** y + 1/2 for y of at least 0, else the logistic sigmoid: above 0. */
        POSITIVE
    }

    private final String letter;
    private final Activation activation;
    private final CellSignal role;

    Gate(String letter, Activation activation, CellSignal role) {
        this.letter = letter;
        this.activation = activation;
        this.role = role;
    }

    /** The letter used in formulas, such as {@code f}. */
    public String letter() {
        return letter;
    }

    /** The function applied to its pre-activations. */
    public Activation activation() {
        return activation;
    }

    /** What its values do in the cell. */
    public CellSignal role() {
        return role;
    }
}
