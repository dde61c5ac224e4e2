package lstm.prepare;

import java.util.Arrays;
import java.util.BitSet;
import lstm.statistics.Autocovariance;
import lstm.statistics.Distances;
import lstm.statistics.Values;

/**
 * Autocorrelation of a series. Each lag is averaged over its own pairs, so that long lags, which have fewer, are not
 * biased toward 0.
 */
final class Autocorrelation {
    /** More rows than this are not needed to find a season; the latest are used. */
    private static final int ENOUGH = 5_000;

    private static final int ENOUGH_SEASONS = 10;

    /** Below this variance, values of a column that spans 1 differ by rounding errors only. */
    private static final double ROUNDING = 1e-20;

    /** 0 where a row is masked. */
    private final double[] values;

    private final BitSet masked;
    private final double variance;
    private final double[] known;

    private Autocorrelation(double[] values, BitSet masked, double variance) {
        this.values = values;
        this.masked = masked;
        this.variance = variance > ROUNDING ? variance : 0;
        this.known = new double[values.length];
        Arrays.fill(known, Double.NaN);
    }

    /**
     * The autocorrelation of a column minus its centered moving average over a season, which removes slow changes and
     * keeps the season.
     *
     * @param rows the first rows of the column, at least a season; the latest of them are used, as many as are needed
     * @param masked rows that are left out
     * @param season at least 2
     */
    static Autocorrelation aroundMovingAverage(double[] column, BitSet masked, int rows, int season) {
        int count = Math.min(rows, Math.max(ENOUGH, ENOUGH_SEASONS * season));
        int start = rows - count;
        Distances distances = Distances.of(new Values(count, k -> column[start + k]));
        double[] unit = new double[count];
        Arrays.setAll(unit, k -> distances.unit(column[start + k]));
        double[] sums = new double[count + 1];
        int[] counts = new int[count + 1];
        for (int k = 0; k < count; k++) {
            boolean known = !masked.get(rows - count + k);
            sums[k + 1] = sums[k] + (known ? unit[k] : 0);
            counts[k + 1] = counts[k] + (known ? 1 : 0);
        }
        int half = season / 2;
        // An even season has no middle row, so the two windows around a row are averaged.
        int shift = 1 - season % 2;
        double[] values = new double[Math.max(0, count - 2 * half)];
        for (int k = 0; k < values.length; k++) {
            double early = sums[k + season] - sums[k];
            double late = sums[k + shift + season] - sums[k + shift];
            int rowsAround = counts[k + season] - counts[k] + counts[k + shift + season] - counts[k + shift];
            values[k] = unit[k + half] - (early + late) / Math.max(1, rowsAround);
        }
        int first = rows - count + half;
        return around(values, masked.get(first, first + values.length));
    }

    private static Autocorrelation around(double[] values, BitSet masked) {
        int count = Math.max(1, values.length - masked.cardinality());
        masked.stream().forEach(row -> values[row] = 0);
        double mean = Arrays.stream(values).sum() / count;
        Arrays.setAll(values, k -> masked.get(k) ? 0 : values[k] - mean);
        return new Autocorrelation(values, masked, Autocovariance.sum(values, 0, 0) / count);
    }

    /** Number of values that are not masked. */
    int count() {
        return values.length - masked.cardinality();
    }

    /** The autocorrelation at a lag, 0 or more; 0 if no two rows are that far apart, or if the series is constant. */
    double at(int lag) {
        if (variance == 0 || lag >= values.length) {
            return 0;
        }
        if (Double.isNaN(known[lag])) {
            known[lag] = Autocovariance.sum(values, 0, lag) / Math.max(1, pairs(lag)) / variance;
        }
        return known[lag];
    }

    /** Number of pairs at this lag with neither row masked. */
    private int pairs(int lag) {
        int pairs = values.length - lag;
        for (int k = masked.nextSetBit(0); k >= 0; k = masked.nextSetBit(k + 1)) {
            pairs -= k >= lag ? 1 : 0;
            pairs -= k + lag < values.length && !masked.get(k + lag) ? 1 : 0;
        }
        return pairs;
    }
}
