package lstm.chart;

import java.util.Arrays;

/**
 * A line with no more points than can be seen: in each half point of width the first, the lowest, the highest and the
 * last. It looks the same, and a million values take some hundred kilobytes.
 */
@SuppressWarnings("ArrayRecordComponent") // Drawn once and dropped.
record Thinning(double[] x, double[] y) {
    private static final int PER_POINT = 2;

    /** Thins a line whose x values ascend. */
    static Thinning of(double[] x, double[] y) {
        int n = x.length;
        if (n <= 4 * PER_POINT * ChartPainter.WIDTH) {
            return new Thinning(x, y);
        }
        int[] kept = new int[n];
        int count = 0;
        for (int from = 0; from < n; ) {
            int to = from;
            int low = from;
            int high = from;
            while (to < n && column(x[to]) == column(x[from])) {
                low = y[to] < y[low] ? to : low;
                high = y[to] > y[high] ? to : high;
                to++;
            }
            int[] four = {from, Math.min(low, high), Math.max(low, high), to - 1};
            for (int k = 0; k < four.length; k++) {
                if (k == 0 || four[k] > four[k - 1]) {
                    kept[count++] = four[k];
                }
            }
            from = to;
        }
        int[] order = Arrays.copyOf(kept, count);
        return new Thinning(
                Arrays.stream(order).mapToDouble(k -> x[k]).toArray(),
                Arrays.stream(order).mapToDouble(k -> y[k]).toArray());
    }

    private static long column(double x) {
        return Math.round(x * PER_POINT);
    }

    /** The values from first to last and back to the first. */
    static double[] thereAndBack(double[] values) {
        return thereAndBack(values, values);
    }

    /** One line from first to last, then the other from last to first: the outline of the area between them. */
    static double[] thereAndBack(double[] there, double[] back) {
        double[] way = Arrays.copyOf(there, 2 * there.length);
        for (int k = 0; k < back.length; k++) {
            way[there.length + k] = back[back.length - 1 - k];
        }
        return way;
    }
}
