package lstm.evaluate;

import java.util.Arrays;

/**
 * The classical decomposition of a series: a centered moving average over a season is the trend, and the mean deviation
 * of each place in the season from it, scaled to a mean of 0 or 1, is that place's index.
 */
final class SeasonalIndices {
    private SeasonalIndices() {}

    /**
     * The index of each place in the season; place 0 is that of the row {@code from}.
     *
     * @param to the row after the last, at least two seasons after {@code from}
     * @param ratio whether values are divided by the trend, which must then be positive, or the trend is taken off
     */
    static double[] of(double[] values, int from, int to, int season, boolean ratio) {
        double[] sums = new double[season];
        int[] counts = new int[season];
        int half = season / 2;
        double odd = season % 2;
        double[] before = new double[to - from + 1];
        for (int k = from; k < to; k++) {
            before[k - from + 1] = before[k - from] + values[k];
        }
        for (int row = from + half; row + half < to; row++) {
            double sum = before[row + half - from + 1] - before[row - half - from];
            // With an even season the ends are in the same place, and have half the weight each.
            double ends = odd == 0 ? (values[row - half] + values[row + half]) / 2 : 0;
            double trend = (sum - ends) / season;
            int place = (row - from) % season;
            sums[place] += ratio ? values[row] / trend : values[row] - trend;
            counts[place]++;
        }
        for (int place = 0; place < season; place++) {
            sums[place] /= counts[place];
        }
        double mean = Arrays.stream(sums).average().orElseThrow();
        return Arrays.stream(sums)
                .map(index -> ratio ? index / mean : index - mean)
                .toArray();
    }
}
