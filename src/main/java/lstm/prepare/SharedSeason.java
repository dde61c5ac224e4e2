package lstm.prepare;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import lstm.calendar.Calendar;
import lstm.series.Series;
import lstm.statistics.EvenlySpaced;
import lstm.statistics.Moments;

/**
 * A season that many series share although noise hides it in each, as the week of a shop is hidden in the sales of one
 * article: it shows in their mean, in which each is measured in its own standard deviations.
 */
final class SharedSeason {
    /** The mean of fewer is little quieter than they are. */
    private static final int LEAST_SERIES = 10;

    /** Evenly spaced ones of more show it as well. */
    private static final int MOST_SERIES = 1_000;

    /** A smaller part of the variance is not worth a season. */
    private static final double LEAST_CORRELATION = 0.05;

    private final List<Series> each;
    private final int[] trainRows;

    /**
     * Looks at the targets of series with the same step.
     *
     * @param trainRows number of training rows of each; later ones are not read
     */
    SharedSeason(List<Series> each, int[] trainRows) {
        this.each = each;
        this.trainRows = trainRows;
    }

    /** Number of steps in the season; 1 if there is none. */
    int length() {
        if (each.size() < LEAST_SERIES) {
            return 1;
        }
        int[] some = EvenlySpaced.of(each.size(), MOST_SERIES).toArray();
        double[] mean = mean(some);
        int length = Season.find(Calendar.infer(each.get(0)), mean, mean.length).length();
        return length > 1 && correlation(some, length) >= LEAST_CORRELATION ? length : 1;
    }

    /** The mean correlation of values one season apart, of those that are long enough to tell. */
    private double correlation(int[] some, int length) {
        return IntStream.of(some)
                .filter(k -> trainRows[k] >= Season.LEAST_SEASONS * length)
                .mapToDouble(k -> Autocorrelation.aroundMovingAverage(
                                each.get(k).column(0), each.get(k).masked(), trainRows[k], length)
                        .at(length))
                .average()
                .orElse(0);
    }

    /** By stamp, as far as any of the series has a row there. */
    private double[] mean(int[] some) {
        Map<Long, double[]> sums = new TreeMap<>();
        for (int k : some) {
            Series series = each.get(k);
            double[] values = series.column(0);
            BitSet masked = series.masked();
            int[] known = IntStream.range(0, trainRows[k])
                    .filter(row -> !masked.get(row))
                    .toArray();
            Moments moments = Moments.running(
                    IntStream.of(known).mapToDouble(row -> values[row]).toArray());
            for (int row : known) {
                double[] sum = sums.computeIfAbsent(series.stamps().at(row), stamp -> new double[2]);
                sum[0] += moments.deviation() == 0 ? 0 : (values[row] - moments.mean()) / moments.deviation();
                sum[1]++;
            }
        }
        return sums.values().stream().mapToDouble(sum -> sum[0] / sum[1]).toArray();
    }
}
