package lstm.evaluate;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import lstm.forecast.IntervalLevels;
import lstm.statistics.Means;

/**
 * How good intervals were: what share of the truths they covered, how wide they were, and their ranked score. Of
 * several series each figure is the mean over the series.
 */
public final class IntervalScores {
    private static final double[] MEDIAN = {0.5};

    /** A level is met within 5 points, with room for rounding errors. */
    private static final double POINTS = 0.05 + 1e-9;

    private IntervalScores() {}

    /** Share of the actual values that the intervals of a level cover. */
    public static double coverage(List<Covered> series, int level) {
        return mean(series, one -> coverage(one, level));
    }

    /** Number of series in which the intervals of a level cover its share of the actual values within 5 points. */
    public static int within(List<Covered> series, int level, double share) {
        return (int) series.stream()
                .filter(one -> Math.abs(coverage(one, level) - share) <= POINTS)
                .count();
    }

    /** Mean width of the intervals of a level. */
    public static double width(List<Covered> series, int level) {
        return mean(series, one -> width(one, level));
    }

    /** The ranked score of the forecasts alone: half their mean absolute error. */
    public static double crpsOfForecast(List<Covered> series) {
        return mean(series, IntervalScores::crpsOfMedian);
    }

    /** Actual values that were forecast, of all series together. */
    public static int rows(List<Covered> series) {
        return series.stream().mapToInt(one -> one.actual().length).sum();
    }

    /** Widths may be as large as the largest double, so their plain sum could overflow. */
    private static double mean(List<Covered> series, ToDoubleFunction<Covered> figure) {
        return Means.dividedFirst(series.stream().mapToDouble(figure).toArray());
    }

    /**
     * Continuous ranked probability score by the ends of all levels, and the forecast as the median between them; null
     * if there are no intervals. The fewer the levels, the more of the score is left out: it compares forecasts of the
     * same levels.
     */
    public static Double crps(List<Covered> series, IntervalLevels levels) {
        return series.isEmpty() ? null : (Double) mean(series, one -> crps(one, levels));
    }

    private static double crps(Covered covered, IntervalLevels levels) {
        double[] shares = levels.shares();
        int count = shares.length;
        List<Integer> widest = IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparing((Integer level) -> -shares[level]))
                .toList();
        double[] quantiles = new double[2 * count + 1];
        double[][] values = new double[quantiles.length][];
        quantiles[count] = MEDIAN[0];
        values[count] = covered.forecast();
        for (int k = 0; k < count; k++) {
            int level = widest.get(k);
            quantiles[k] = (1 - shares[level]) / 2;
            values[k] = covered.ends(level, 0);
            quantiles[2 * count - k] = (1 + shares[level]) / 2;
            values[2 * count - k] = covered.ends(level, 1);
        }
        return IntervalMeasures.crps(covered.actual(), quantiles, values);
    }

    private static double crpsOfMedian(Covered covered) {
        return IntervalMeasures.crps(covered.actual(), MEDIAN, new double[][] {covered.forecast()});
    }

    /** For scripts. */
    public static Map<String, Object> values(List<Covered> series, IntervalLevels levels) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int level = 0; level < levels.names().size(); level++) {
            int number = level;
            double share = levels.shares()[level];
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("rows", rows(series));
            one.put("coverage", orNull(series, covered -> coverage(covered, number)));
            one.put("width", orNull(series, covered -> width(covered, number)));
            one.put("quantile_loss", orNull(series, covered -> loss(covered, number, share)));
            if (series.size() > 1) {
                one.put("series_within_5_points", within(series, level, share));
            }
            values.put(levels.names().get(level), one);
        }
        return values;
    }

    /** Null if there are no intervals, or the figure is undefined for one of the series. */
    private static Double orNull(List<Covered> series, ToDoubleFunction<Covered> figure) {
        double mean = mean(series, figure);
        return series.isEmpty() || !Double.isFinite(mean) ? null : (Double) mean;
    }

    private static double coverage(Covered covered, int level) {
        return IntervalMeasures.coverage(covered.actual(), covered.ends(level, 0), covered.ends(level, 1));
    }

    private static double width(Covered covered, int level) {
        return IntervalMeasures.meanWidth(covered.ends(level, 0), covered.ends(level, 1));
    }

    /** Weighted quantile loss of the two ends; not finite where all truths are 0. */
    private static double loss(Covered covered, int level, double share) {
        double[] quantiles = {(1 - share) / 2, (1 + share) / 2};
        double[][] ends = {covered.ends(level, 0), covered.ends(level, 1)};
        return IntervalMeasures.weightedQuantileLoss(covered.actual(), quantiles, ends);
    }
}
