package lstm.evaluate;

import java.util.Arrays;

/**
 * Actual values, their forecasts and their intervals.
 *
 * @param actual [row]
 * @param forecast [row]
 * @param intervals [row][level][lower, upper]
 */
@SuppressWarnings("ArrayRecordComponent") // Long columns that nobody writes to or compares.
public record Covered(double[] actual, double[] forecast, double[][][] intervals) {
    /** One end of the intervals of a level: 0 for the lower, 1 for the upper. */
    public double[] ends(int level, int end) {
        return Arrays.stream(intervals)
                .mapToDouble(interval -> interval[level][end])
                .toArray();
    }
}
