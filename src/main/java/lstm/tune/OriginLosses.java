package lstm.tune;

import java.util.stream.IntStream;
import lstm.evaluate.DieboldMariano;

/**
 * The loss of each origin: the mean over the targets of the squared error relative to that of naive.
 *
 * @param byOrigin in order of time; not copied
 * @param shared number of consecutive origins whose forecasts overlap, at least 1
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record OriginLosses(double[] byOrigin, int shared) {
    /** Significance level; stricter than usual, because the best of many trials is tested. */
    private static final double CHANCE = 0.02;

    /** Whether these losses are significantly smaller than others from the same origins, by a paired test. */
    boolean isSignificantlyBetterThan(OriginLosses other) {
        double[] differences = IntStream.range(0, byOrigin.length)
                .mapToDouble(k -> byOrigin[k] - other.byOrigin[k])
                .toArray();
        return DieboldMariano.test(differences, shared)
                .filter(test -> test.statistic() < 0 && test.pValue() < CHANCE)
                .isPresent();
    }
}
