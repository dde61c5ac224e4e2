package lstm.chart;

/**
 * Where a forecast's true values are expected.
 *
 * @param percent of them that are, in (0, 100)
 * @param lower a value for each step; not copied
 * @param upper a value for each step, none below the lower one; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Columns that nobody writes to or compares.
public record FanLevel(double percent, double[] lower, double[] upper) {
    /** Checks the percentage and that there are as many lower as upper bounds. */
    public FanLevel {
        if (!(percent > 0 && percent < 100) || lower.length != upper.length) {
            throw new IllegalArgumentException(
                    percent + " %, " + lower.length + " lower and " + upper.length + " upper bounds");
        }
    }
}
