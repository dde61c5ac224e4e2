package lstm.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import lstm.base.OpenBaseNetworks;
import lstm.forecast.Forecast;
import lstm.forecast.Forecaster;
import lstm.forecast.IntervalSource;
import lstm.forecast.Intervals;
import lstm.model.FittedBaselines;
import lstm.model.Method;
import lstm.model.Model;
import lstm.prepare.Timeline;

/**
 * Forecasts that a finished model would have made of rows that are known by now.
 *
 * @param rows the rows to forecast from, and those after them that {@link Forecaster#forecast} reads
 * @param older values of each target before the first row, which baselines may use; not copied
 * @param masked rows without an actual value; not copied
 * @param seen which of the rows the model saw in training
 * @param origins the first row of each forecast, ascending; not copied
 * @param every rows from one origin to the next
 * @param steps number of steps
 */
@SuppressWarnings("ArrayRecordComponent") // Long columns that nobody writes to or compares.
public record HistoricalForecasts(
        Timeline rows, double[][] older, BitSet masked, RowsSeen seen, int[] origins, int every, int steps) {
    /**
     * Forecasts with the model and its baselines.
     *
     * @param forecaster of the model; it combines its forecasts with these baselines from now on
     * @param levels of the intervals, in (0, 1)
     * @throws java.util.concurrent.CancellationException if what follows the forecaster stops it
     */
    public BacktestResult of(Model model, Forecaster forecaster, Intervals intervals, double[] levels) {
        forecaster.combining(MethodCombiner.of(model, model.baselines(), older));
        Forecast[] forecasts = forecaster.forecast(rows, origins, steps);
        IntervalSource source = seen.apart(() -> intervals.source(model, forecaster, rows, masked));
        return of(model, forecasts, source, levels, forecaster.bases());
    }

    /**
     * The same with forecasts that were made before.
     *
     * @param model that the baselines are of
     * @param forecasts from each origin
     * @param intervals a new source of the intervals around them
     */
    public BacktestResult of(Model model, Forecast[] forecasts, Supplier<IntervalSource> intervals, double[] levels) {
        try (OpenBaseNetworks bases = new OpenBaseNetworks()) {
            return of(model, forecasts, seen.apart(intervals), levels, bases);
        }
    }

    private BacktestResult of(
            Model model, Forecast[] forecasts, IntervalSource source, double[] levels, OpenBaseNetworks bases) {
        double[][] values = longer(model.baselines().size());
        int[] places =
                Arrays.stream(origins).map(origin -> older[0].length + origin).toArray();
        List<List<Baseline>> baselines = Baseline.common(model.baselines(), Integer.MAX_VALUE, bases);
        List<Map<Method, double[][]>> simple = simple(baselines, values, places, steps);
        List<OriginForecast> done = new ArrayList<>();
        for (int k = 0; k < origins.length; k++) {
            Map<Method, double[][]> all = own(forecasts[k]);
            all.putAll(simple.get(k));
            done.add(new OriginForecast(
                    origins[k], model.data().trainRows(), all, source.next(origins[k], forecasts[k], levels)));
        }
        return new BacktestResult(
                rows.columns(),
                masked,
                done,
                every,
                model.preparation().plan().season(),
                model.baselines().stream().map(FittedBaselines::scale).toList());
    }

    /** The forecasts of the model, and of its network if that is only part of it. */
    public static Map<Method, double[][]> own(Forecast forecast) {
        Map<Method, double[][]> own = new EnumMap<>(Method.class);
        own.put(Method.MODEL, forecast.points());
        forecast.network().ifPresent(points -> own.put(Method.NETWORK, points));
        return own;
    }

    private double[][] longer(int targets) {
        double[][] values = new double[targets][];
        for (int target = 0; target < targets; target++) {
            double[] column = rows.columns()[target];
            values[target] = Arrays.copyOf(older[target], older[target].length + column.length);
            System.arraycopy(column, 0, values[target], older[target].length, column.length);
        }
        return values;
    }

    /**
     * Forecasts of some rows and those after them by each baseline that has enough rows before, [targets][steps].
     *
     * @param baselines of each target, the same methods
     * @param values of each target
     * @param rows the first of each forecast, ascending
     * @return of each of these rows
     */
    public static List<Map<Method, double[][]>> simple(
            List<List<Baseline>> baselines, double[][] values, int[] rows, int steps) {
        List<Map<Method, double[][]>> all = new ArrayList<>();
        Arrays.stream(rows).forEach(row -> all.add(new EnumMap<>(Method.class)));
        for (int k = 0; k < baselines.get(0).size(); k++) {
            int method = k;
            int needed = baselines.stream()
                    .mapToInt(each -> each.get(method).historyRows())
                    .max()
                    .orElseThrow();
            int[] some = Arrays.stream(rows).filter(row -> row >= needed).toArray();
            List<double[][]> targets = new ArrayList<>();
            for (int target = 0; target < baselines.size() && some.length > 0; target++) {
                targets.add(baselines.get(target).get(k).forecasts(values[target], some, steps));
            }
            for (int place = 0; place < some.length; place++) {
                int one = place;
                double[][] forecasts =
                        targets.stream().map(target -> target[one]).toArray(double[][]::new);
                all.get(rows.length - some.length + place)
                        .put(baselines.get(0).get(k).method(), forecasts);
            }
        }
        return all;
    }
}
