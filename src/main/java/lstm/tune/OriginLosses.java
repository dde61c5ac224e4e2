package lstm.tune;

import java.util.stream.IntStream;
import lstm.evaluate.DieboldMariano;

/**
 * What forecasts cost, origin by origin: the mean over the targets of squared error beside that of naive.
 *
 * @param byOrigin in the order of time; not copied
 * @param shared origins whose forecasts have steps in common, at least 1
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record OriginLosses(double[] byOrigin, int shared) {
    /** A lead with a greater probability may be chance: a stricter bound than usual, as it is the best of many. */
    private static final double CHANCE = 0.02;

    /** Whether these are less than others from the same origins by more than chance, by a paired test. */
    boolean isSignificantlyBetterThan(OriginLosses other) {
        double[] differences = IntStream.range(0, byOrigin.length)
                .mapToDouble(k -> byOrigin[k] - other.byOrigin[k])
                .toArray();
        return DieboldMariano.test(differences, shared)
                .filter(test -> test.statistic() < 0 && test.pValue() < CHANCE)
                .isPresent();
    }
}
