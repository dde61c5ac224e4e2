package lstm.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The model beside simple methods on the same rows.
 *
 * @param season steps in a period of the series, 1 if there is none
 * @param accuracies of the model, of naive, and of the other methods that there are, in the order of {@link Method}
 * @param test of the model against naive; empty where it says nothing
 */
public record Score(int season, Map<Method, Accuracy> accuracies, Optional<PairedTest> test) {
    /** Checks that model and naive are there, and that all were measured on as many rows. */
    public Score {
        Map<Method, Accuracy> ordered = new EnumMap<>(Method.class);
        ordered.putAll(accuracies);
        accuracies = Collections.unmodifiableMap(ordered);
        if (!accuracies.containsKey(Method.MODEL) || !accuracies.containsKey(Method.NAIVE)) {
            throw new IllegalArgumentException("a score without model or naive");
        }
        if (season < 1 || season == 1 && accuracies.containsKey(Method.SEASONAL_NAIVE)) {
            throw new IllegalArgumentException("a seasonal naive forecast with a season of " + season);
        }
        int count = accuracies.get(Method.MODEL).count();
        if (accuracies.values().stream().anyMatch(accuracy -> accuracy.count() != count)) {
            throw new IllegalArgumentException("methods scored on different rows");
        }
    }

    /** Of the model. */
    public Accuracy model() {
        return accuracies.get(Method.MODEL);
    }

    /** Of the naive forecast: each value is the one before it. */
    public Accuracy naive() {
        return accuracies.get(Method.NAIVE);
    }

    /** 1 - RMSE / RMSE of naive: above 0 the model is the better; undefined where naive is never wrong, or next to. */
    public OptionalDouble skill() {
        double skill = 1 - model().rmse() / naive().rmse();
        return Double.isFinite(skill) ? OptionalDouble.of(skill) : OptionalDouble.empty();
    }

    /** The simple method with the least RMSE, if that is less than the model's; of equal ones the simplest. */
    public Optional<Method> better() {
        Method best = Method.MODEL;
        for (Map.Entry<Method, Accuracy> entry : accuracies.entrySet()) {
            if (entry.getValue().rmse() < accuracies.get(best).rmse()) {
                best = entry.getKey();
            }
        }
        return best == Method.MODEL ? Optional.empty() : Optional.of(best);
    }
}
