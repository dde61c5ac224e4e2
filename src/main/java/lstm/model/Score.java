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
 * @param tests of the model against other methods, where they are defined
 * @param over what the figures cover
 */
public record Score(int season, Map<Method, Accuracy> accuracies, Map<Method, PairedTest> tests, Over over) {
    /**
     * What the figures cover. With several series they are averaged as in the M4 competition: first over steps, then
     * over series.
     *
     * @param series number of series, at least 1
     * @param steps number of steps ahead, at least 1: the figures are over all of them
     * @param origins number of rows that were forecast from, of all series together, at least 1
     * @param role of these rows: other than unseen ones favor the model
     */
    public record Over(int series, int steps, int origins, RowRole role) {
        /** Checks the counts. */
        public Over {
            if (series < 1 || steps < 1 || origins < series) {
                throw new IllegalArgumentException(
                        "a score over " + series + " series, " + steps + " steps and " + origins + " origins");
            }
        }

        /** Of rows that chose the epoch or are unseen. */
        public Over(int series, int steps, int origins, boolean choseEpoch) {
            this(series, steps, origins, choseEpoch ? RowRole.CHOSE : RowRole.UNSEEN);
        }

        /** Whether the same rows chose the epoch. */
        public boolean choseEpoch() {
            return role == RowRole.CHOSE;
        }

        /** Whether the figures are means over several series. */
        public boolean isOfSeveral() {
            return series > 1;
        }
    }

    /** Checks that model and naive are there, and that all were measured on as many rows. */
    public Score {
        accuracies = ordered(accuracies);
        tests = ordered(tests);
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
        if (tests.containsKey(Method.MODEL) || !accuracies.keySet().containsAll(tests.keySet())) {
            throw new IllegalArgumentException("a test against a method that was not scored");
        }
    }

    private static <T> Map<Method, T> ordered(Map<Method, T> any) {
        Map<Method, T> ordered = new EnumMap<>(Method.class);
        ordered.putAll(any);
        return Collections.unmodifiableMap(ordered);
    }

    /** A score of one series, one step ahead, on rows that did not choose the epoch. */
    public Score(int season, Map<Method, Accuracy> accuracies, Optional<PairedTest> test) {
        this(
                season,
                accuracies,
                test.map(naive -> Map.of(Method.NAIVE, naive)).orElse(Map.of()),
                new Over(1, 1, accuracies.get(Method.MODEL).count(), false));
    }

    /** The same of rows that also chose the epoch. */
    public Score afterChoosing() {
        return of(RowRole.CHOSE);
    }

    /** The same of the methods that every model is scored beside. */
    public Score usual() {
        Map<Method, Accuracy> kept = new EnumMap<>(accuracies);
        kept.keySet().retainAll(Method.usual());
        Map<Method, PairedTest> tested = new EnumMap<>(Method.class);
        tested.putAll(tests);
        tested.keySet().retainAll(Method.usual());
        return new Score(season, kept, tested, over);
    }

    /** The same of rows with another role. */
    public Score of(RowRole role) {
        return new Score(season, accuracies, tests, new Over(over.series, over.steps, over.origins, role));
    }

    /** The test of the model against naive; empty where it is undefined. */
    public Optional<PairedTest> test() {
        return Optional.ofNullable(tests.get(Method.NAIVE));
    }

    /** Whether the difference between the model and another method was tested and may be chance. */
    public boolean mayBeChance(Method method) {
        return tests.containsKey(method) && !tests.get(method).isHardlyChance();
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
        return over.isOfSeveral() ? accuracy.rmsse().orElse(Double.NaN) : accuracy.rmse();
    }

    /** The name of the measure that methods are ranked by. */
    public String ranking() {
        return over.isOfSeveral() ? "RMSSE" : "RMSE";
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
