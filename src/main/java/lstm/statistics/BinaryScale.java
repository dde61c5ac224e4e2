package lstm.statistics;

import java.util.Arrays;

/**
 * Brings values to the size of 1 by a power of two, which rounds nothing: squares and sums of the reduced values
 * neither overflow nor vanish, and quotients of them are the same.
 *
 * @param exponent reduced = value / 2^exponent
 */
public record BinaryScale(int exponent) {
    /** Squares of values below 2^MODERATE, and sums of billions of them, are far from overflow and underflow. */
    private static final int MODERATE = 300;

    /** The scale that brings the largest magnitude among the values into [1, 2); all zeros stay zeros. */
    public static BinaryScale of(double[] values) {
        return of(Values.of(values));
    }

    /** The same. */
    public static BinaryScale of(Values values) {
        double largest = 0;
        for (int k = 0; k < values.count(); k++) {
            largest = Math.max(largest, Math.abs(values.at(k)));
        }
        return new BinaryScale(Math.getExponent(largest));
    }

    /** The scale of the larger values of two. */
    public BinaryScale max(BinaryScale other) {
        return exponent >= other.exponent ? this : other;
    }

    /** value / 2^exponent. */
    public double reduce(double value) {
        return Math.scalb(value, -exponent);
    }

    /** All values / 2^exponent, in a new array; the array itself if the exponent is 0. */
    public double[] reduce(double[] values) {
        if (exponent == 0) {
            return values;
        }
        double[] reduced = new double[values.length];
        Arrays.setAll(reduced, k -> reduce(values[k]));
        return reduced;
    }

    /** This scale if squares and sums of such values need it, or else the one that changes nothing. */
    public BinaryScale ifNeeded() {
        return Math.abs(exponent) < MODERATE ? new BinaryScale(0) : this;
    }

    /** reduced * 2^exponent. */
    public double restore(double reduced) {
        return Math.scalb(reduced, exponent);
    }
}
