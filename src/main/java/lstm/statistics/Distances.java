package lstm.statistics;

/**
 * Distances of values from the first of them, in units of the longest: they lie within [-1, 1], one of them at an end,
 * and are exactly 0 for equal values, however large these are.
 *
 * @param first the first value
 * @param longest the longest distance; 0 if all values are equal
 */
public record Distances(double first, double longest) {
    /** Measures values, at least one; no two of them are more than the largest double apart. */
    public static Distances of(Values values) {
        double first = values.at(0);
        double longest = 0;
        for (int k = 0; k < values.count(); k++) {
            longest = Math.max(longest, Math.abs(values.at(k) - first));
        }
        return new Distances(first, longest);
    }

    /** (value - first) / longest, or 0 if all values are equal. */
    public double unit(double value) {
        return longest > 0 ? (value - first) / longest : 0;
    }
}
