package lstm.statistics;

/**
 * Distances of values from the first of them, in units of the longest: they lie within [-1, 1], one of them at an end,
 * and are exactly 0 for equal values, however large these are.
 *
 * @param first the first value
 * @param longest the longest distance; 0 if all values are equal
 * @param units (value - first) / longest, or 0 if all values are equal; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody writes to it or compares it.
public record Distances(double first, double longest, double[] units) {
    /** The distances of all values, at least one. */
    public static Distances of(double[] values) {
        return of(values, 0, values.length);
    }

    /**
     * The distances of values[from] .. values[to - 1] from values[from].
     *
     * @param values not modified; no two of them more than the largest double apart
     */
    public static Distances of(double[] values, int from, int to) {
        double longest = 0;
        for (int k = from; k < to; k++) {
            longest = Math.max(longest, Math.abs(values[k] - values[from]));
        }
        double[] units = new double[to - from];
        for (int k = from; k < to && longest > 0; k++) {
            units[k - from] = (values[k] - values[from]) / longest;
        }
        return new Distances(values[from], longest, units);
    }
}
