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
 * @param over the series and steps that all figures are means over, if there are several
 */
public record Score(int season, Map<Method, Accuracy> accuracies, Optional<PairedTest> test, Optional<Over> over) {
    /**
     * What the figures of a model of several series are means over, as in the M4 competition: first over the steps,
     * then over the series.
     *
     * @param series at least 1
     * @param steps ahead, from the first on, at least 1
     */
    public record Over(int series, int steps) {
        /** Checks the counts. */
        public Over {
            if (series < 1 || steps < 1) {
                throw new IllegalArgumentException("a score over " + series + " series and " + steps + " steps");
            }
        }
    }

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

    /** Of one series. */
    public Score(int season, Map<Method, Accuracy> accuracies, Optional<PairedTest> test) {
        this(season, accuracies, test, Optional.empty());
    }

    /** Of the model. */
    public Accuracy model() {
        return accuracies.get(Method.MODEL);
    }

    /** Of the naive forecast: each value is the one before it. */
    public Accuracy naive() {
        return accuracies.get(Method.NAIVE);
    }

    /**
     * 1 - RMSE / RMSE of naive: above 0 the model is the better; undefined where naive is never wrong, or next to. Of
     * several series it is 1 - RMSSE / RMSSE of naive, so that each of them counts, whatever the size of its values.
     */
    public OptionalDouble skill() {
        double skill = 1 - error(model()) / error(naive());
        return Double.isFinite(skill) ? OptionalDouble.of(skill) : OptionalDouble.empty();
    }

    /** What methods are ranked by: RMSE, or RMSSE of several series; NaN if that is undefined. */
    public double error(Accuracy accuracy) {
        return over.isEmpty() ? accuracy.rmse() : accuracy.rmsse().orElse(Double.NaN);
    }

    /** The name of what methods are ranked by. */
    public String ranking() {
        return over.isEmpty() ? "RMSE" : "RMSSE";
    }

    /** The simple method with the least error, if that is less than the model's; of equal ones the simplest. */
    public Optional<Method> better() {
        Method best = Method.MODEL;
        for (Map.Entry<Method, Accuracy> entry : accuracies.entrySet()) {
            if (error(entry.getValue()) < error(accuracies.get(best))) {
                best = entry.getKey();
            }
        }
        return best == Method.MODEL ? Optional.empty() : Optional.of(best);
    }
}
