package lstm.explain;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import lstm.network.CellSignal;

/**
 * How long a layer retains what it wrote, measured by its forget gate, or the update gate of a GRU.
 *
 * @param gate the gate
 * @param mean over units and steps, in [0, 1]
 * @param longest the mean over the steps of the unit that retains the most
 */
public record GateRetention(CellSignal gate, double mean, double longest) {
    /** Measures the signals of a layer for one window, [T][H]; empty if the cell has no such gate. */
    public static Optional<GateRetention> of(Map<CellSignal, float[][]> layer) {
        return layer.keySet().stream().filter(CellSignal::retains).findFirst().map(gate -> of(gate, layer.get(gate)));
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

    /**
     * The rows after which half of what was written is left if a gate stays at this value; empty if nothing is lost.
     */
    public static OptionalDouble halfLife(double gate) {
        return gate < 1 ? OptionalDouble.of(Math.log(0.5) / Math.log(gate)) : OptionalDouble.empty();
    }
}
