package lstm.network;

import java.util.Locale;

/** A quantity inside a cell that can be traced: one value for each unit and step. */
public enum CellSignal {
    /**
     * The share of the candidate that is written, in (0, 1). In a coupled cell 1 minus the forget gate; in the scalar
     * LSTM the step's share of the weighted mean that is its memory.
     */
    INPUT_GATE,
    /** The share of the memory cell that is kept, in (0, 1). */
    FORGET_GATE,
    /** The share of the memory cell that the layer above and the next step see, in (0, 1). */
    OUTPUT_GATE,
    /** The share of the old state that is kept, in (0, 1): the GRU's forget gate. The candidate makes up the rest. */
    UPDATE_GATE,
    /** The share of the old state that the candidate sees, in (0, 1). */
    RESET_GATE,
    /** The values that the gates admit to the memory cell or state, in (-1, 1); above 0 in the minimal GRU. */
    CANDIDATE,
    /** c, the memory cell; c / n in the scalar LSTM. */
    MEMORY,
    /** h: the whole state of the GRUs and the RNN, in (-1, 1); above 0 in the minimal GRU. */
    STATE;

    /** Whether it is a gate, between closed (0) and open (1); the other signals have a sign. */
    public boolean isGate() {
        return name().endsWith("_GATE");
    }

    /** Whether it is the gate that decides how much is kept from one step to the next. */
    public boolean retains() {
        return this == FORGET_GATE || this == UPDATE_GATE;
    }

    /** The name in tables, such as {@code forget}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace("_gate", "");
    }
}
