package lstm.statistics;

import java.util.Arrays;

/** Order statistics. */
public final class Quantiles {
    private Quantiles() {}

    /**
     * The middle value, or the mean of the two middle values, (a + b) / 2. {@link #interpolated} at 0.5 gives a + (b -
     * a) / 2, which may differ in the last bit.
     *
     * @param values in any order, at least one; not modified
     */
    public static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /**
     * A quantile, interpolated linearly between the order statistics (type 7 of Hyndman and Fan 1996).
     *
     * @param sorted ascending, at least one
     * @param share in [0, 1]
     */
    public static double interpolated(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
