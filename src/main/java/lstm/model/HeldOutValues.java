package lstm.model;

import java.util.BitSet;

/**
 * The end of a target column with rows that the baselines were not fitted on, from which their errors are measured.
 *
 * @param values the held-out ones last, and before them those that forecasts of them start from; not copied
 * @param count number of held-out values, at least 1
 * @param masked places in {@code values} that hold no actual value; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody writes to it or compares it.
public record HeldOutValues(double[] values, int count, BitSet masked) {
    /** Maximum number of held-out values: the latest ones, as many as residuals are kept. */
    public static final int MOST = Calibration.MOST;

    /** Checks that the values are finite and that the places exist. */
    public HeldOutValues {
        if (count < 1 || count > MOST || count > values.length || masked.length() > values.length) {
            throw new IllegalArgumentException(
                    count + " held-out values of " + values.length + ", masked up to " + masked.length());
        }
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a held-out value of " + value);
            }
        }
    }

    /** The place of the first held-out value. */
    public int first() {
        return values.length - count;
    }

    /** Maximum number of values for forecasts that reach back this far. */
    public static int most(int reach) {
        return reach + 2 * MOST;
    }
}
