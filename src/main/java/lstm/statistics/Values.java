package lstm.statistics;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * A column of numbers that are computed whenever they are asked for, so that millions of them need not be held.
 *
 * @param count how many there are
 * @param function gives number 0 .. count-1, always the same
 */
public record Values(int count, IntToDoubleFunction function) {
    /** These. */
    public static Values of(double... values) {
        return new Values(values.length, k -> values[k]);
    }

    /** One of them. */
    public double at(int k) {
        return function.applyAsDouble(k);
    }

    /** All of them, in a new array. */
    public double[] toArray() {
        return toArray(0, count);
    }

    /** Those from .. to-1, in a new array. */
    double[] toArray(int from, int to) {
        double[] values = new double[to - from];
        Arrays.setAll(values, k -> at(from + k));
        return values;
    }
}
