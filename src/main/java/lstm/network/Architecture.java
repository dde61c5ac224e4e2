package lstm.network;

import java.util.Optional;
import lstm.error.LstmException;
import lstm.error.Setting;

/**
 * What a network is made of.
 *
 * @param cell the recurrent cell
 * @param inputs F, values per time step
 * @param units H, per layer
 * @param layers L, recurrent layers
 * @param dropout share of the outputs of each layer set to zero while training, in [0, 1)
 * @param outputs O, values predicted from a window
 * @param segments in which windows are read and the outputs made; empty for one step of the first layer per row
 * @param statics what it is told about a window beside its rows
 */
public record Architecture(
        CellKind cell,
        int inputs,
        int units,
        int layers,
        double dropout,
        int outputs,
        Optional<Segments> segments,
        StaticInputs statics) {
    /** Checks the ranges, and that the parameters can be counted in an int. */
    public Architecture {
        if (inputs < 1 || units < 1 || layers < 1 || outputs < 1 || !(dropout >= 0 && dropout < 1)) {
            throw new IllegalArgumentException("no such network: " + inputs + " inputs, " + units + " units, " + layers
                    + " layers, " + outputs + " outputs, dropout " + dropout);
        }
        if (segments.isPresent() && !fit(segments.get(), inputs, outputs)) {
            throw new IllegalArgumentException(segments.get() + ", " + inputs + " inputs, " + outputs + " outputs");
        }
        int widest = inputs * segments.map(Segments::length).orElse(1) + statics.width();
        if (isTooLarge(cell, widest, units, layers, outputs) || statics.vectors() > Integer.MAX_VALUE / 16) {
            throw new IllegalArgumentException("a network of " + layers + " layers of " + units + " units with "
                    + outputs + " outputs is too large");
        }
    }

    /** A network that sees nothing but the rows of a window. */
    public Architecture(
            CellKind cell,
            int inputs,
            int units,
            int layers,
            double dropout,
            int outputs,
            Optional<Segments> segments) {
        this(cell, inputs, units, layers, dropout, outputs, segments, StaticInputs.NONE);
    }

    /** A network of which each row of a window is a step. */
    public Architecture(CellKind cell, int inputs, int units, int layers, double dropout, int outputs) {
        this(cell, inputs, units, layers, dropout, outputs, Optional.empty());
    }

    private static boolean fit(Segments segments, int inputs, int outputs) {
        return segments.ahead() <= inputs
                && outputs % (segments.series() * segments.width()) == 0
                && (long) segments.length() * inputs <= 1 << 16;
    }

    /**
     * Checks the size that a user asks for.
     *
     * @throws LstmException if the parameters cannot be counted in an int
     */
    public static void checkSize(CellKind cell, int inputs, int units, int layers, int outputs) throws LstmException {
        if (isTooLarge(cell, inputs, units, layers, outputs)) {
            throw LstmException.usage(
                            Setting.LAYERS.to(layers),
                            " and ",
                            Setting.UNITS.to(units),
                            " make a network that is too large")
                    .remedy("use fewer ", Setting.UNITS, " or ", Setting.LAYERS);
        }
    }

    private static boolean isTooLarge(CellKind cell, int inputs, int units, int layers, int outputs) {
        long gates = cell.gates().size();
        long layer = gates * units * (Math.max(inputs, units) + (long) units + 8);
        long dense = (units + 1L) * outputs;
        return units > 1 << 16
                || layers > 1 << 10
                || inputs > 1 << 16
                || layer * layers + dense > Integer.MAX_VALUE / 8;
    }

    /** F of the first layer. */
    int layerInputs() {
        return segments.isPresent() ? units : inputs + statics.width();
    }

    /**
     * Values of a window: its rows and what the network is told beside them.
     *
     * @param steps T
     */
    public int windowValues(int steps) {
        return steps * inputs + statics.values();
    }

    /**
     * The steps of the recurrent layers.
     *
     * @param window T, a multiple of the length of a segment
     * @throws IllegalArgumentException if it is none
     */
    StepOrder order(int window) {
        if (segments.isEmpty()) {
            return new StepOrder(window, window);
        }
        int length = segments.get().length();
        if (window % length != 0) {
            throw new IllegalArgumentException("windows of " + window + " rows in segments of " + length);
        }
        return new StepOrder(window / length + segments.get().positions(outputs), window / length);
    }

    /** The series that the outputs belong to, as far as the head tells them apart. */
    int headSeries() {
        return segments.map(Segments::series).orElse(1);
    }

    /** Adjacent outputs that the head makes of one step for each series. */
    int headPiece() {
        return segments.map(with -> with.piece(outputs)).orElse(outputs);
    }

    /** Where each parameter is in the flat array of all of them. */
    public ParameterLayout layout() {
        return ParameterLayout.of(this);
    }
}
