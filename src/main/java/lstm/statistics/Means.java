package lstm.statistics;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The arithmetic mean. The methods differ in how they sum, and so in range and in the last bits. */
public final class Means {
    private Means() {}

    /** Sum / n, summed in order. For values of moderate size. */
    public static double of(double[] values) {
        return of(values.length, k -> values[k]);
    }

    /** The same of value(0) .. value(n - 1). */
    public static double of(int n, IntToDoubleFunction value) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
            sum += value.applyAsDouble(k);
        }
        return sum / n;
    }

    /** values[0] + sum(values[k] - values[0]) / n: exact if all values are equal, at least one. */
    public static double fromFirst(double[] values) {
        return fromFirst(values.length, k -> values[k]);
    }

    /** The same of value(0) .. value(n - 1). */
    static double fromFirst(int n, IntToDoubleFunction value) {
        double first = value.applyAsDouble(0);
        double above = 0;
        for (int k = 0; k < n; k++) {
            above += value.applyAsDouble(k) - first;
        }
        return first + above / n;
    }

    /**
     * sum(values[k] / n), with the summation error compensated: for values up to the largest double, whose plain sum
     * would overflow. 0 for no values.
     */
    public static double dividedFirst(double[] values) {
        return Arrays.stream(values).map(value -> value / values.length).sum();
    }

    /**
     * sum(values[k] weights[k] / sum(weights)), for values and weights of any size; {@link #dividedFirst} if all
     * weights are 0 or there are none.
     *
     * @param weights none negative
     */
    public static double weighted(double[] values, double[] weights) {
        double largest = Arrays.stream(weights).max().orElse(0);
        if (largest == 0) {
            return dividedFirst(values);
        }
        double total = Arrays.stream(weights).map(weight -> weight / largest).sum();
        return IntStream.range(0, values.length)
                .mapToDouble(k -> values[k] * (weights[k] / largest / total))
                .sum();
    }
}
