package lstm.explain;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import lstm.network.CellSignal;

/**
 * How long the units of a layer retain what they wrote, measured by their forget gates, or the update gates of a GRU.
 *
 * @param gate the gate
 * @param units the mean of each unit's gate over the steps, in [0, 1]; not copied
 * @param untrained the same before training; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Read, never compared.
public record GateRetention(CellSignal gate, double[] units, double[] untrained) {
    /** A gate that training moved by less than this, from 0.73 to 0.71 say, keeps about as much as without training. */
    private static final double HARDLY = 0.05;

    /**
     * Measures the signals of a layer for one window, [T][H]; empty if the cell has no such gate.
     *
     * @param untrained those of the same window before training
     */
    public static Optional<GateRetention> of(Map<CellSignal, float[][]> layer, Map<CellSignal, float[][]> untrained) {
        return layer.keySet().stream()
                .filter(CellSignal::retains)
                .findFirst()
                .map(gate -> new GateRetention(gate, means(layer.get(gate)), means(untrained.get(gate))));
    }

    private static double[] means(float[][] values) {
        return IntStream.range(0, values[0].length)
                .mapToDouble(unit -> Math.min(
                        1,
                        Arrays.stream(values)
                                .mapToDouble(step -> step[unit])
                                .average()
                                .orElseThrow()))
                .toArray();
    }

    /** The mean over units and steps. */
    public double mean() {
        return mean(units);
    }

    /** The mean over units and steps before training. */
    public double untrainedMean() {
        return mean(untrained);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    /** The unit that retains the most, from 1. */
    public int longestUnit() {
        return 1
                + IntStream.range(0, units.length)
                        .reduce((best, unit) -> units[unit] > units[best] ? unit : best)
                        .orElseThrow();
    }

    /** The mean over the steps of the unit that retains the most. */
    public double longest() {
        return units[longestUnit() - 1];
    }

    /** How far training moved the gates, either way: the mean distance over the units. */
    public double moved() {
        return IntStream.range(0, units.length)
                .mapToDouble(unit -> Math.abs(units[unit] - untrained[unit]))
                .average()
                .orElseThrow();
    }

    /** Whether training has hardly moved them. */
    public boolean isHardlyMoved() {
        return moved() < HARDLY;
    }

    /**
     * The rows after which half of what was written is left if a gate stays at this value; empty if nothing is lost.
     */
    public static OptionalDouble halfLife(double gate) {
        return gate < 1 ? OptionalDouble.of(Math.log(0.5) / Math.log(gate)) : OptionalDouble.empty();
    }
}
