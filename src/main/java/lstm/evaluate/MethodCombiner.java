package lstm.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
    public double[][] combined(double[][] network, Timeline rows, int origin) {
        double[][] points = new double[network.length][];
        for (int target = 0; target < points.length; target++) {
            double[] values = known(rows.columns()[target], target, origin);
            points[target] = combined(target, network[target], values);
        }
        return points;
    }

    private double[] known(double[] column, int target, int origin) {
        int before = older[target].length;
        int from = Math.max(0, before + origin - fitted.get(target).reach());
        double[] values = new double[before + origin - from];
        for (int k = 0; k < values.length; k++) {
            int row = from + k;
            values[k] = row < before ? older[target][row] : column[row - before];
        }
        return values;
    }

    private double[] combined(int target, double[] network, double[] values) {
        double[] points = new double[network.length];
        for (int k = 0; k < weights.members().size(); k++) {
            Method member = weights.members().get(k);
            int place = k;
            if (Arrays.stream(weights.weights()[target]).noneMatch(step -> step[place] > 0)) {
                continue;
            }
            double[] steps = member == Method.NETWORK
                    ? network
                    : baseline(member, target, values.length).forecast(values, values.length, network.length);
            for (int step = 0; step < steps.length; step++) {
                double weight = weights.at(target, step)[k];
                points[step] += weight == 0 ? 0 : weight * bounds.clamp(steps[step]);
            }
        }
        return points;
    }

    /** The method, or naive where a short series of several has too few rows for it. */
    private Baseline baseline(Method member, int target, int rows) {
        List<Baseline> possible = Baseline.within(Baseline.of(fitted.get(target)), rows);
        return possible.stream()
                .filter(baseline -> baseline.method() == member)
                .findFirst()
                .orElseGet(() -> possible.get(0));
    }
}
