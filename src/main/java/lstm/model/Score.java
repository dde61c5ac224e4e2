package lstm.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The accuracy of the model and the baselines on the same rows.
 *
 * @param season number of steps in a season, 1 if there is none
 * @param accuracies of the model, of naive, and of other methods if available, in the order of {@link Method}
 * @param test of the model against naive; empty where it is undefined
 * @param over the series and steps that the figures are averaged over, if there are several series
 */
public record Score(int season, Map<Method, Accuracy> accuracies, Optional<PairedTest> test, Optional<Over> over) {
    /**
     * What the figures of a model of several series are averaged over, as in the M4 competition: first steps, then
     * series.
     *
     * @param series number of series, at least 1
     * @param steps number of steps, at least 1
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

    /** A score of one series. */
    public Score(int season, Map<Method, Accuracy> accuracies, Optional<PairedTest> test) {
        this(season, accuracies, test, Optional.empty());
    }

    /** The accuracy of the model. */
    public Accuracy model() {
        return accuracies.get(Method.MODEL);
    }

    /** The accuracy of the naive forecast, which repeats the last value. */
    public Accuracy naive() {
        return accuracies.get(Method.NAIVE);
    }

    /**
     * 1 - RMSE / RMSE of naive: above 0 the model is better; undefined if naive makes (almost) no error. For several
     * series it is 1 - RMSSE / RMSSE of naive, so that each counts regardless of its scale.
     */
    public OptionalDouble skill() {
        double skill = 1 - error(model()) / error(naive());
        return Double.isFinite(skill) ? OptionalDouble.of(skill) : OptionalDouble.empty();
    }

    /** The measure that methods are ranked by: RMSE, or RMSSE for several series; NaN if that is undefined. */
    public double error(Accuracy accuracy) {
        return over.isEmpty() ? accuracy.rmse() : accuracy.rmsse().orElse(Double.NaN);
    }

    /** The name of the measure that methods are ranked by. */
    public String ranking() {
        return over.isEmpty() ? "RMSE" : "RMSSE";
    }

    /** The baseline with the smallest error, if it is smaller than the model's; of equal ones the simplest. */
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
