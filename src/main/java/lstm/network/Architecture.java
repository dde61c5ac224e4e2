package lstm.network;

/**
 * What a network is made of.
 *
 * @param cell the recurrent cell
 * @param inputs F, values per time step
 * @param units H, per layer
 * @param layers L, recurrent layers
 * @param dropout share of the outputs of each layer set to zero while training, in [0, 1)
 * @param outputs O, outputs of the dense head
 */
public record Architecture(CellKind cell, int inputs, int units, int layers, double dropout, int outputs) {
    /** Checks the ranges, and that the parameters can be counted in an int. */
    public Architecture {
        if (inputs < 1 || units < 1 || layers < 1 || outputs < 1 || !(dropout >= 0 && dropout < 1)) {
            throw new IllegalArgumentException("no such network: " + inputs + " inputs, " + units + " units, " + layers
                    + " layers, " + outputs + " outputs, dropout " + dropout);
        }
        long gates = cell.gates().size();
        long layer = gates * units * (Math.max(inputs, units) + (long) units + 8);
        long dense = (units + 1L) * outputs;
        if (units > 1 << 16 || layers > 1 << 10 || inputs > 1 << 16 || layer * layers + dense > Integer.MAX_VALUE / 8) {
            throw new IllegalArgumentException("a network of " + layers + " layers of " + units + " units with "
                    + outputs + " outputs is too large");
        }
    }

    /** Where each parameter is in the flat array of all of them. */
    public ParameterLayout layout() {
        return ParameterLayout.of(this);
    }
}
