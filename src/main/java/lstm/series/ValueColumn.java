package lstm.series;

import java.util.Arrays;

/**
 * The values of a column of a series. Those of a table are kept in 4 bytes each where that loses nothing: numbers with
 * few digits, such as 12.5 or 1930, as whole numbers of their last decimal. Dividing these by a power of ten gives the
 * same doubles as reading the digits.
 */
public final class ValueColumn {
    /** More decimals are rare, and leave few digits before them. */
    private static final int MOST_DECIMALS = 6;

    /** The values as they are; null if they are kept as whole numbers. */
    private final double[] plain;

    private final int[] whole;
    private final double unit;

    private ValueColumn(double[] plain, int[] whole, double unit) {
        this.plain = plain;
        this.whole = whole;
        this.unit = unit;
    }

    /** A column that keeps the values as they are; not a copy. */
    public static ValueColumn of(double[] values) {
        return new ValueColumn(values, null, 1);
    }

    /** A column in as few bytes as hold the values; keeps them as they are if these are no fewer. */
    public static ValueColumn compact(double[] values) {
        double unit = 1;
        for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
            int fitting = 0;
            while (fitting < values.length && fits(values[fitting], unit)) {
                fitting++;
            }
            if (fitting == values.length) {
                double of = unit;
                return new ValueColumn(
                        null,
                        Arrays.stream(values)
                                .mapToInt(value -> (int) Math.rint(value * of))
                                .toArray(),
                        unit);
            }
            unit *= 10;
        }
        return of(values);
    }

    /** Whether a value is the same after it was kept as a whole number; negative zero and NaN are not. */
    private static boolean fits(double value, double unit) {
        double whole = Math.rint(value * unit);
        return Math.abs(whole) <= Integer.MAX_VALUE
                && Double.doubleToRawLongBits((int) whole / unit) == Double.doubleToRawLongBits(value);
    }

    /** Number of rows. */
    public int size() {
        return plain == null ? whole.length : plain.length;
    }

    /** All values; not a copy if they are kept as they are. */
    public double[] toArray() {
        return plain == null
                ? Arrays.stream(whole).mapToDouble(value -> value / unit).toArray()
                : plain;
    }

    /** The rows from .. to-1. */
    ValueColumn range(int from, int to) {
        return plain == null
                ? new ValueColumn(null, Arrays.copyOfRange(whole, from, to), unit)
                : of(Arrays.copyOfRange(plain, from, to));
    }
}
