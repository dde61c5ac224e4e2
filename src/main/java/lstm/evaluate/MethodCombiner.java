package lstm.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lstm.base.OpenBaseNetworks;
import lstm.forecast.Combiner;
import lstm.model.Combination;
import lstm.model.FittedBaselines;
import lstm.model.Method;
import lstm.model.Model;
import lstm.prepare.Bounds;
import lstm.prepare.Timeline;

/**
 * Combines the forecasts of a network with those of baselines.
 *
 * @param weights of each
 * @param fitted baselines of each target
 * @param older values of each target before the first row, which baselines may use; not copied
 * @param bounds of forecasts
 */
@SuppressWarnings("ArrayRecordComponent") // Long columns that nobody writes to or compares.
public record MethodCombiner(Combination weights, List<FittedBaselines> fitted, double[][] older, Bounds bounds)
        implements Combiner {
    /** Copies the list. */
    public MethodCombiner {
        fitted = List.copyOf(fitted);
    }

    /**
     * What combines the forecasts of a model; empty if they are the network's.
     *
     * @param fitted baselines of each target
     * @param older values of each target before the first row to forecast from; not copied
     */
    public static Optional<MethodCombiner> of(Model model, List<FittedBaselines> fitted, double[][] older) {
        return model.combination()
                .filter(Combination::isLearned)
                .filter(Combination::usesMethods)
                .map(weights -> new MethodCombiner(
                        weights, fitted, older, model.preparation().plan().bounds()));
    }

    /** The same with no values before the first row. */
    public static Optional<MethodCombiner> of(Model model, List<FittedBaselines> fitted) {
        return of(model, fitted, new double[fitted.size()][0]);
    }

    @Override
    public boolean usesNetwork() {
        return weights.usesNetwork();
    }

    @Override
    public double[][][] combined(double[][][] networks, Timeline rows, int[] origins, OpenBaseNetworks bases) {
        int steps = networks[0][0].length;
        double[][][] points = new double[origins.length][fitted.size()][steps];
        for (int target = 0; target < fitted.size(); target++) {
            List<Baseline> methods = Baseline.of(fitted.get(target), bases);
            Known known = known(rows.columns()[target], target, origins);
            for (int k = 0; k < weights.members().size(); k++) {
                int place = k;
                if (Arrays.stream(weights.weights()[target]).anyMatch(step -> step[place] > 0)) {
                    Method member = weights.members().get(k);
                    double[][] forecasts =
                            member == Method.NETWORK ? of(target, networks) : forecasts(member, methods, known, steps);
                    add(points, target, k, forecasts);
                }
            }
        }
        return points;
    }

    /** Adds the part of a member. Modifies {@code points}. */
    private void add(double[][][] points, int target, int member, double[][] forecasts) {
        for (int k = 0; k < points.length; k++) {
            double[] sum = points[k][target];
            for (int step = 0; step < sum.length; step++) {
                double weight = weights.at(target, step)[member];
                sum[step] += weight == 0 ? 0 : weight * bounds.clamp(forecasts[k][step]);
            }
        }
    }

    /**
     * The rows of a target that forecasts depend on.
     *
     * @param rows the first of each forecast
     * @param reach rows before it that change a forecast, at most
     */
    @SuppressWarnings("ArrayRecordComponent") // Nobody writes to it or compares it.
    private record Known(double[] values, int[] rows, int reach) {}

    private Known known(double[] column, int target, int[] origins) {
        int before = older[target].length;
        int reach = fitted.get(target).reach();
        int from = Math.max(0, before + origins[0] - reach);
        double[] values = new double[before + origins[origins.length - 1] - from];
        for (int k = 0; k < values.length; k++) {
            int row = from + k;
            values[k] = row < before ? older[target][row] : column[row - before];
        }
        int[] rows =
                Arrays.stream(origins).map(origin -> before + origin - from).toArray();
        return new Known(values, rows, reach);
    }

    private static double[][] of(int target, double[][][] networks) {
        return Arrays.stream(networks).map(points -> points[target]).toArray(double[][]::new);
    }

    private static double[][] forecasts(Method member, List<Baseline> methods, Known known, int steps) {
        double[][] forecasts = new double[known.rows.length][];
        int first = 0;
        while (first < forecasts.length) {
            Baseline method = baseline(member, methods, Math.min(known.reach, known.rows[first]));
            int end = first + 1;
            while (end < forecasts.length
                    && method.equals(baseline(member, methods, Math.min(known.reach, known.rows[end])))) {
                end++;
            }
            double[][] some = method.forecasts(known.values, Arrays.copyOfRange(known.rows, first, end), steps);
            System.arraycopy(some, 0, forecasts, first, some.length);
            first = end;
        }
        return forecasts;
    }

    /** The method, or naive where a short series of several has too few rows for it. */
    private static Baseline baseline(Method member, List<Baseline> methods, int rows) {
        List<Baseline> possible = Baseline.within(methods, rows);
        return possible.stream()
                .filter(baseline -> baseline.method() == member)
                .findFirst()
                .orElseGet(() -> possible.get(0));
    }
}
