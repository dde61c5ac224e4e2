package lstm.network;

import java.util.Locale;

/** What can be watched in a cell, a value for each unit and step. */
public enum CellSignal {
    /** How much of the candidate is written, in (0, 1). In a coupled cell 1 minus the forget gate. */
    INPUT_GATE,
    /** How much of the memory cell is kept, in (0, 1). */
    FORGET_GATE,
    /** How much of the memory cell is shown to the layers above and to the next step, in (0, 1). */
    OUTPUT_GATE,
    /** How much of the old state is kept, in (0, 1): the GRU's forget gate. The rest is made of the candidate. */
    UPDATE_GATE,
    /** How much of the old state the candidate sees, in (0, 1). */
    RESET_GATE,
    /** What could be written, in (-1, 1). */
    CANDIDATE,
    /** c, the memory cell. */
    MEMORY,
    /** h, in (-1, 1): of the GRU and the RNN all that goes from step to step. */
    STATE;

    /** Whether it is a gate, between shut (0) and open (1); the others have a sign. */
    public boolean isGate() {
        return name().endsWith("_GATE");
    }

    /** The name in tables, such as {@code forget}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace("_gate", "");
    }
}
