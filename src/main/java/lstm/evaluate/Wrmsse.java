package lstm.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import lstm.model.Accuracy;
import lstm.model.Method;
import lstm.statistics.Means;

/**
 * The weighted root mean squared scaled error of the M5 competition (Makridakis, Spiliotis and Assimakopoulos 2022, "M5
 * accuracy competition: Results, findings, and conclusions"). A series has RMSSE = RMSE of its forecasts / RMSE of
 * y[t-1] as a forecast of y[t] in the rows before the first forecast, from the first that is not 0 on; a level has the
 * mean of these, in which each series counts as its weight says; and the result is the plain mean over the levels.
 */
public final class Wrmsse {
    private Wrmsse() {}

    /**
     * The errors of the methods that forecast every series of every level. Series that never changed before the first
     * forecast have no RMSSE and are left out, and so is a level in which no other counts for something.
     *
     * @param levels the series, and sums over them
     */
    public static Map<Method, Double> of(List<List<BacktestResult>> levels, int target) {
        List<Map<Method, Double>> each = levels.stream()
                .map(level -> level(level, target))
                .filter(level -> !level.isEmpty())
                .toList();
        Map<Method, Double> means = new EnumMap<>(Method.class);
        for (Method method : common(each)) {
            means.put(
                    method,
                    Means.dividedFirst(each.stream()
                            .mapToDouble(level -> level.get(method))
                            .toArray()));
        }
        return means;
    }

    private static Map<Method, Double> level(List<BacktestResult> series, int target) {
        List<Map<Method, Double>> errors = new ArrayList<>();
        DoubleStream.Builder weights = DoubleStream.builder();
        for (BacktestResult one : series) {
            double scale = scale(one, target);
            Optional<Map<Method, Accuracy>> known =
                    one.score(target, -1).map(score -> score.accuracies()).filter(all -> scale > 0);
            if (known.isPresent() && one.weight().orElse(0) > 0) {
                Map<Method, Double> own = new EnumMap<>(Method.class);
                known.get().forEach((method, accuracy) -> own.put(method, accuracy.rmse() / scale));
                errors.add(own);
                weights.add(one.weight().getAsDouble());
            }
        }
        double[] counts = weights.build().toArray();
        Map<Method, Double> means = new EnumMap<>(Method.class);
        for (Method method : common(errors)) {
            double[] values =
                    errors.stream().mapToDouble(own -> own.get(method)).toArray();
            means.put(method, Means.weighted(values, counts));
        }
        return means;
    }

    private static Set<Method> common(List<Map<Method, Double>> each) {
        Map<Method, Double> common = each.isEmpty() ? Map.of() : new EnumMap<>(each.get(0));
        each.forEach(one -> common.keySet().retainAll(one.keySet()));
        return common.keySet();
    }

    private static double scale(BacktestResult one, int target) {
        int rows = one.origins().get(0).row();
        double[] values = one.columns()[target];
        int first = 0;
        while (first < rows && (values[first] == 0 || one.masked().get(first))) {
            first++;
        }
        BitSet masked = one.masked().get(first, rows);
        return ErrorMeasures.scale(Arrays.copyOfRange(values, first, rows), masked, rows - first, 1)
                .rmse();
    }
}
