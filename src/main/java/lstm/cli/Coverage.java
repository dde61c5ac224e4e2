package lstm.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import lstm.forecast.IntervalMeasures;
import lstm.report.Figures;
import lstm.report.Lines;

/** How good intervals were: what share of the truths they covered, how wide they were, and their ranked score. */
final class Coverage {
    private Coverage() {}

    /**
     * For people, a line a level; nothing if there are no intervals.
     *
     * @param intervals [row][level][lower, upper]
     */
    static String text(double[] actual, double[][][] intervals, LevelOptions levels) {
        int[] rows = known(intervals);
        Lines lines = new Lines();
        for (int level = 0; level < levels.names().size() && rows.length > 0; level++) {
            lines.add(
                    level == 0 ? "interval" : "",
                    levels.names().get(level) + " %: covered "
                            + Figures.rounded(100 * coverage(actual, intervals, rows, level), 3) + " % of "
                            + Figures.count(rows.length) + " rows, mean width "
                            + Figures.rounded(width(intervals, rows, level), 5));
        }
        return lines.toString();
    }

    /** For scripts. */
    static Map<String, Object> values(double[] actual, double[][][] intervals, LevelOptions levels) {
        int[] rows = known(intervals);
        Map<String, Object> values = new LinkedHashMap<>();
        for (int level = 0; level < levels.names().size(); level++) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("rows", rows.length);
            one.put("coverage", rows.length == 0 ? null : coverage(actual, intervals, rows, level));
            one.put("width", rows.length == 0 ? null : width(intervals, rows, level));
            one.put("quantile_loss", rows.length == 0 ? null : loss(actual, intervals, rows, level, levels.shares()));
            values.put(levels.names().get(level), one);
        }
        return values;
    }

    private static int[] known(double[][][] intervals) {
        return IntStream.range(0, intervals.length)
                .filter(row -> intervals[row].length > 0 && Double.isFinite(intervals[row][0][0]))
                .toArray();
    }

    private static double coverage(double[] actual, double[][][] intervals, int[] rows, int level) {
        return IntervalMeasures.coverage(
                truths(actual, rows), ends(intervals, rows, level, 0), ends(intervals, rows, level, 1));
    }

    private static double width(double[][][] intervals, int[] rows, int level) {
        return IntervalMeasures.meanWidth(ends(intervals, rows, level, 0), ends(intervals, rows, level, 1));
    }

    /** Weighted quantile loss of the two ends; null where all truths are 0. */
    private static Double loss(double[] actual, double[][][] intervals, int[] rows, int level, double[] shares) {
        double[] quantiles = {(1 - shares[level]) / 2, (1 + shares[level]) / 2};
        double[][] ends = {ends(intervals, rows, level, 0), ends(intervals, rows, level, 1)};
        double loss = IntervalMeasures.weightedQuantileLoss(truths(actual, rows), quantiles, ends);
        return Double.isFinite(loss) ? (Double) loss : null;
    }

    private static double[] truths(double[] actual, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> actual[row]).toArray();
    }

    private static double[] ends(double[][][] intervals, int[] rows, int level, int end) {
        return Arrays.stream(rows)
                .mapToDouble(row -> intervals[row][level][end])
                .toArray();
    }
}
