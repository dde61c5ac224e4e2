package lstm.synthetic;

import lstm.random.SplitMix64;

/**
 * Rows without a value, in stretches of exponential length.
 *
 * @param count of stretches; 0 for none
 * @param length mean length of a stretch in rows
 */
public record MissingRows(int count, double length) {
    /** None are missing. */
    public static final MissingRows NONE = new MissingRows(0, 1);

    /** Puts NaN into rows before the last. Modifies {@code values}. */
    void apply(double[] values, SplitMix64 random) {
        for (int k = 0; k < count; k++) {
            int row = random.nextInt(values.length);
            int end = row + 1 + (int) (length * Draws.exponential(random));
            for (int t = row; t < Math.min(values.length - 1, end); t++) {
                values[t] = Double.NaN;
            }
        }
    }
}
