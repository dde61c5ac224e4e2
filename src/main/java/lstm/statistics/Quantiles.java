package lstm.statistics;

import java.util.Arrays;

/** Order statistics. */
public final class Quantiles {
    /** Halvings of two billion values take 31. */
    private static final int MOST_ROUNDS = 100;

    private Quantiles() {}

    /**
     * The middle value, or the mean of the two middle values, (a + b) / 2. {@link #interpolated} at 0.5 gives a + (b -
     * a) / 2, which may differ in the last bit.
     *
     * @param values in any order, at least one; not modified
     */
    public static double median(double[] values) {
        return medianOfOwn(values.clone());
    }

    /**
     * The same without a copy.
     *
     * @param values in any order, at least one, no NaN; their order is changed
     */
    public static double medianOfOwn(double[] values) {
        int half = values.length / 2;
        double upper = select(values, half);
        if (values.length % 2 == 1) {
            return upper;
        }
        double lower = values[0];
        for (int k = 1; k < half; k++) {
            lower = Math.max(lower, values[k]);
        }
        return (lower + upper) / 2;
    }

    /**
     * The value that stands at a place once the values are sorted; smaller ones are moved before it, larger ones behind
     * it. This is Hoare's quickselect; when its pivots are poor, the rest is sorted.
     */
    private static double select(double[] values, int place) {
        int from = 0;
        int to = values.length - 1;
        for (int rounds = 0; from < to; rounds++) {
            if (rounds == MOST_ROUNDS) {
                Arrays.sort(values, from, to + 1);
                break;
            }
            double pivot = values[from + (to - from) / 2];
            int left = from;
            int right = to;
            while (left <= right) {
                while (values[left] < pivot) {
                    left++;
                }
                while (values[right] > pivot) {
                    right--;
                }
                if (left <= right) {
                    double moved = values[left];
                    values[left++] = values[right];
                    values[right--] = moved;
                }
            }
            if (place <= right) {
                to = right;
            } else if (place >= left) {
                from = left;
            } else {
                break;
            }
        }
        return values[place];
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
