package lstm.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lstm.chart.Spread;
import lstm.network.CellSignal;

/**
 * A row of a heat map: a cell signal of a layer at each step.
 *
 * @param layer from 1
 * @param unit from 1; 0 for the mean over the units
 * @param values one for each step; not copied
 * @param deviations over the units, for means; not copied
 * @param range that its colors are scaled to
 */
@SuppressWarnings("ArrayRecordComponent") // Drawn and dropped.
record SignalRow(int layer, CellSignal signal, int unit, double[] values, double[] deviations, SignalRange range) {
    /**
     * The rows of a layer.
     *
     * @param signals their values, [T][H]
     */
    static List<SignalRow> of(int layer, Map<CellSignal, float[][]> signals, UnitChoice shown) {
        List<SignalRow> rows = new ArrayList<>();
        signals.forEach((signal, values) -> {
            if (shown.unit().isPresent()) {
                rows.add(ofUnit(layer, signal, shown.unit().get(), values));
            } else if (shown.isOfMeans()) {
                rows.add(ofMean(layer, signal, values));
            } else if (shown.each().get() == signal) {
                rows.addAll(ofEach(layer, signal, values));
            }
        });
        return rows;
    }

    private static SignalRow ofMean(int layer, CellSignal signal, float[][] values) {
        List<Spread> spreads = Arrays.stream(values).map(Spread::of).toList();
        double[] means = spreads.stream().mapToDouble(Spread::mean).toArray();
        double[] deviations = spreads.stream().mapToDouble(Spread::sd).toArray();
        return new SignalRow(layer, signal, 0, means, deviations, SignalRange.of(means));
    }

    private static SignalRow ofUnit(int layer, CellSignal signal, int unit, float[][] values) {
        double[] own = Arrays.stream(values).mapToDouble(step -> step[unit - 1]).toArray();
        return new SignalRow(layer, signal, unit, own, new double[0], SignalRange.of(own));
    }

    /** A row for each unit; all share one range, so that colors compare units. */
    private static List<SignalRow> ofEach(int layer, CellSignal signal, float[][] values) {
        List<SignalRow> rows = IntStream.rangeClosed(1, values[0].length)
                .mapToObj(unit -> ofUnit(layer, signal, unit, values))
                .toList();
        SignalRange all = SignalRange.of(rows.stream().flatMapToDouble(row -> Arrays.stream(row.values())));
        return rows.stream()
                .map(row -> new SignalRow(layer, signal, row.unit(), row.values(), row.deviations(), all))
                .toList();
    }
}
