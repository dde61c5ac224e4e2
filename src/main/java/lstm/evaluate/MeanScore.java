package lstm.evaluate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
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
     * @param steps number of steps that each is over
     */
    static Score of(List<Score> each, int steps) {
        Map<Method, Accuracy> accuracies = new EnumMap<>(Method.class);
        for (Method method : Method.values()) {
            if (each.stream().allMatch(score -> score.accuracies().containsKey(method))) {
                accuracies.put(
                        method,
                        mean(each.stream()
                                .map(score -> score.accuracies().get(method))
                                .toList()));
            }
        }
        int origins = each.stream().mapToInt(score -> score.over().origins()).sum();
        return new Score(
                each.get(0).season(),
                accuracies,
                Map.of(),
                new Score.Over(each.size(), steps, origins, each.get(0).over().role()));
    }

    static Accuracy mean(List<Accuracy> each) {
        boolean allHaveMape = each.stream().allMatch(accuracy -> accuracy.mape().isPresent());
        return new Accuracy(
                each.stream().mapToInt(Accuracy::count).sum(),
                mean(each, Accuracy::rmse),
                mean(each, Accuracy::mae),
                allHaveMape ? defined(each, Accuracy::mape) : OptionalDouble.empty(),
                mean(each, Accuracy::smape),
                defined(each, Accuracy::mase),
                defined(each, Accuracy::rmsse));
    }

    /** Errors may be as large as the largest double, so their plain sum could overflow. */
    private static double mean(List<Accuracy> each, ToDoubleFunction<Accuracy> figure) {
        return Means.dividedFirst(each.stream().mapToDouble(figure).toArray());
    }

    private static OptionalDouble defined(List<Accuracy> each, Function<Accuracy, OptionalDouble> figure) {
        List<Accuracy> those = each.stream()
                .filter(accuracy -> figure.apply(accuracy).isPresent())
                .toList();
        return those.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        mean(those, accuracy -> figure.apply(accuracy).getAsDouble()));
    }
}
