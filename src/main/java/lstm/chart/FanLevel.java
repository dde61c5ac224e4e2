package lstm.chart;

import java.util.Arrays;

/**
 * An interval of a forecast, for each of its first steps.
 *
 * @param percent share of actual values expected in the interval, in (0, 100)
 * @param lower lower bound of each step; not copied
 * @param upper upper bound of each step, not less than the lower one; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Never modified or compared.
public record FanLevel(double percent, double[] lower, double[] upper) {
    /** Checks the percentage and that there are as many lower as upper bounds. */
    public FanLevel {
        if (!(percent > 0 && percent < 100) || lower.length != upper.length) {
            throw new IllegalArgumentException(
                    percent + " %, " + lower.length + " lower and " + upper.length + " upper bounds");
        }
    }

    /** Whether another interval has the same bounds. */
    boolean hasBoundsOf(FanLevel other) {
        return Arrays.equals(lower, other.lower) && Arrays.equals(upper, other.upper);
    }
}
