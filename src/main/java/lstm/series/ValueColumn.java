package lstm.series;

import java.util.Arrays;

/**
 * The values of a column of a series. Those of a table are kept in 4 bytes each where that loses nothing: numbers with
 * few digits, such as 12.5 or 1930, as whole numbers of their last decimal. Dividing these by a power of ten gives the
 * same doubles as reading the digits.
 */
public final class ValueColumn {
    /** Stands for NaN among whole numbers. */
    private static final int MISSING = Integer.MIN_VALUE;

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

    /** A column in as few bytes as hold the values; a copy. */
    public static ValueColumn compact(double[] values) {
        Builder builder = new Builder(values.length);
        for (double value : values) {
            builder.add(value);
        }
        return builder.build();
    }

    /** Number of rows. */
    public int size() {
        return plain == null ? whole.length : plain.length;
    }

    /** The value of a row. */
    public double at(int row) {
        return plain == null ? decoded(whole[row], unit) : plain[row];
    }

    /** All values; not a copy if they are kept as they are. */
    public double[] toArray() {
        return plain == null ? toArray(0, whole.length) : plain;
    }

    /** The values of the rows from .. to-1, in a new array. */
    public double[] toArray(int from, int to) {
        double[] values = new double[to - from];
        for (int k = 0; k < values.length; k++) {
            values[k] = at(from + k);
        }
        return values;
    }

    /** The rows from .. to-1. */
    ValueColumn range(int from, int to) {
        return plain == null
                ? new ValueColumn(null, Arrays.copyOfRange(whole, from, to), unit)
                : of(Arrays.copyOfRange(plain, from, to));
    }

    private static double decoded(int number, double unit) {
        return number == MISSING ? Double.NaN : number / unit;
    }

    /** Collects values row by row in as few bytes as hold them. */
    public static final class Builder {
        private static final int FIRST = 8;

        /** More decimals leave few digits before them. */
        private static final int MOST_DECIMALS = 9;

        private int size;
        private int decimals;
        private double unit = 1;
        private int[] whole;

        /** All of them, once one did not fit into a whole number; null before. */
        private double[] plain;

        /** A column without values. */
        public Builder() {
            this(FIRST);
        }

        private Builder(int capacity) {
            whole = new int[capacity];
        }

        /** Adds a row; NaN if it has no value. */
        public void add(double value) {
            while (plain == null && !fits(value, unit)) {
                widen();
            }
            if (plain == null) {
                whole = size == whole.length ? Arrays.copyOf(whole, room()) : whole;
                whole[size] = Double.isNaN(value) ? MISSING : (int) Math.rint(value * unit);
            } else {
                plain = size == plain.length ? Arrays.copyOf(plain, room()) : plain;
                plain[size] = value;
            }
            size++;
        }

        private int room() {
            return Math.max(FIRST, size + (size >> 1));
        }

        /** Whether a value is the same after it was kept as a whole number of units; negative zero is not. */
        private static boolean fits(double value, double unit) {
            if (Double.isNaN(value)) {
                return true;
            }
            int number = (int) Math.rint(value * unit);
            return number != MISSING && Double.doubleToRawLongBits(number / unit) == Double.doubleToRawLongBits(value);
        }

        /**
         * Keeps a tenth of the unit exact, or all values as they are. A tenfold number of tenfold units is the same
         * quotient, and the same double.
         */
        private void widen() {
            if (decimals < MOST_DECIMALS && Arrays.stream(whole, 0, size).allMatch(Builder::hasRoomForDigit)) {
                for (int k = 0; k < size; k++) {
                    whole[k] = whole[k] == MISSING ? MISSING : 10 * whole[k];
                }
                unit *= 10;
                decimals++;
            } else {
                plain = Arrays.copyOf(build().toArray(), Math.max(whole.length, size));
                whole = null;
            }
        }

        private static boolean hasRoomForDigit(int number) {
            return number == MISSING || Math.abs(number) < Integer.MAX_VALUE / 10;
        }

        /** The value of a row. */
        public double at(int row) {
            return plain == null ? decoded(whole[row], unit) : plain[row];
        }

        /** The rows so far; more can be added. */
        public ValueColumn build() {
            return plain == null
                    ? new ValueColumn(null, Arrays.copyOf(whole, size), unit)
                    : ValueColumn.of(Arrays.copyOf(plain, size));
        }
    }
}
