package lstm.evaluate;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import lstm.model.Accuracy;
import lstm.model.Method;
import lstm.model.Score;
import lstm.statistics.Means;

/** Averages the scores of several series, as in the M4 competition. */
final class MeanScore {
    private MeanScore() {}

    /**
     * The mean of each figure over the series. Methods missing in some series are left out. A figure that is undefined
     * for some series is averaged over the others, except MAPE, which is then undefined.
     *
     * @param each at least one, all with the same season
     * @param weights what each counts; alike if there are none, or all are 0
     * @param steps number of steps that each is over
     */
    static Score of(List<Score> each, double[] weights, int steps) {
        Map<Method, Accuracy> accuracies = new EnumMap<>(Method.class);
        for (Method method : Method.values()) {
            if (each.stream().allMatch(score -> score.accuracies().containsKey(method))) {
                accuracies.put(
                        method,
                        mean(
                                each.stream()
                                        .map(score -> score.accuracies().get(method))
                                        .toList(),
                                weights));
            }
        }
        int origins = each.stream().mapToInt(score -> score.over().origins()).sum();
        return new Score(
                each.get(0).season(),
                accuracies,
                Map.of(),
                new Score.Over(each.size(), steps, origins, each.get(0).over().role()));
    }

    static Accuracy mean(List<Accuracy> each, double[] weights) {
        boolean allHaveMape = each.stream().allMatch(accuracy -> accuracy.mape().isPresent());
        return new Accuracy(
                each.stream().mapToInt(Accuracy::count).sum(),
                mean(each, weights, Accuracy::rmse),
                mean(each, weights, Accuracy::mae),
                allHaveMape ? defined(each, weights, Accuracy::mape) : OptionalDouble.empty(),
                mean(each, weights, Accuracy::smape),
                defined(each, weights, Accuracy::mase),
                defined(each, weights, Accuracy::rmsse));
    }

    /** Errors may be as large as the largest double, so their plain sum could overflow. */
    private static double mean(List<Accuracy> each, double[] weights, ToDoubleFunction<Accuracy> figure) {
        return Means.weighted(each.stream().mapToDouble(figure).toArray(), weights);
    }

    private static OptionalDouble defined(
            List<Accuracy> each, double[] weights, Function<Accuracy, OptionalDouble> figure) {
        int[] those = IntStream.range(0, each.size())
                .filter(k -> figure.apply(each.get(k)).isPresent())
                .toArray();
        double[] own = weights.length == 0
                ? weights
                : Arrays.stream(those).mapToDouble(k -> weights[k]).toArray();
        return those.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Means.weighted(
                        Arrays.stream(those)
                                .mapToDouble(k -> figure.apply(each.get(k)).getAsDouble())
                                .toArray(),
                        own));
    }
}
