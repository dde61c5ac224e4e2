package lstm.explain;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import lstm.network.CellSignal;

/**
 * How long a layer holds what it wrote, by the gate that keeps: the forget gate, or the update gate of a GRU.
 *
 * @param gate which it is
 * @param mean over units and steps, in [0, 1]
 * @param longest mean over the steps of the unit that keeps the most
 */
public record GateRetention(CellSignal gate, double mean, double longest) {
    /** Of what a layer's units did for one window, [T][H]; none if the cell has no such gate. */
    public static Optional<GateRetention> of(Map<CellSignal, float[][]> layer) {
        CellSignal gate = layer.containsKey(CellSignal.UPDATE_GATE) ? CellSignal.UPDATE_GATE : CellSignal.FORGET_GATE;
        return Optional.ofNullable(layer.get(gate)).map(values -> of(gate, values));
    }

    private static GateRetention of(CellSignal gate, float[][] values) {
        int units = values[0].length;
        double all = 0;
        double longest = 0;
        for (int unit = 0; unit < units; unit++) {
            double sum = 0;
            for (float[] step : values) {
                sum += step[unit];
            }
            all += sum / values.length / units;
            longest = Math.max(longest, sum / values.length);
        }
        return new GateRetention(gate, Math.min(1, all), Math.min(1, longest));
    }

    /** Rows after which half of what was written is left when a gate stays at this value; none if nothing is lost. */
    public static OptionalDouble halfLife(double gate) {
        return gate < 1 ? OptionalDouble.of(Math.log(0.5) / Math.log(gate)) : OptionalDouble.empty();
    }
}
