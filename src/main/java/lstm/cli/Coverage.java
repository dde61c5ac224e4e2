package lstm.cli;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lstm.forecast.IntervalMeasures;
import lstm.forecast.Outcome.Covered;
import lstm.report.Figures;
import lstm.report.Lines;

/** How good intervals were: what share of the truths they covered, how wide they were, and their ranked score. */
final class Coverage {
    private static final double[] MEDIAN = {0.5};

    private Coverage() {}

    /** For people, a line a level; nothing if there are no intervals. */
    static String text(Covered covered, Levels levels) {
        int rows = covered.actual().length;
        Lines lines = new Lines();
        for (int level = 0; level < levels.names().size() && rows > 0; level++) {
            lines.add(
                    level == 0 ? "interval" : "",
                    levels.names().get(level) + " %: covered "
                            + Figures.rounded(100 * coverage(covered, level), 3) + " % of " + Figures.rows(rows)
                            + ", mean width "
                            + Figures.rounded(width(covered, level), 5));
        }
        if (rows > 0) {
            lines.add(
                    "crps",
                    Figures.rounded(crps(covered, levels), 5) + " by "
                            + (2 * levels.names().size() + 1)
                            + " quantiles; "
                            + Figures.rounded(IntervalMeasures.crps(covered.actual(), MEDIAN, middle(covered)), 5)
                            + " by the forecast alone");
        }
        return lines.toString();
    }

    /**
     * Continuous ranked probability score by the ends of all levels, and the forecast as the median between them; null
     * if there are no intervals. The fewer the levels, the more of the score is left out: it compares forecasts of the
     * same levels.
     */
    static Double crps(Covered covered, Levels levels) {
        if (covered.actual().length == 0) {
            return null;
        }
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

    private static double[][] middle(Covered covered) {
        return new double[][] {covered.forecast()};
    }

    /** For scripts. */
    static Map<String, Object> values(Covered covered, Levels levels) {
        int rows = covered.actual().length;
        Map<String, Object> values = new LinkedHashMap<>();
        for (int level = 0; level < levels.names().size(); level++) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("rows", rows);
            one.put("coverage", rows == 0 ? null : (Object) coverage(covered, level));
            one.put("width", rows == 0 ? null : (Object) width(covered, level));
            one.put("quantile_loss", rows == 0 ? null : loss(covered, level, levels.shares()[level]));
            values.put(levels.names().get(level), one);
        }
        return values;
    }

    private static double coverage(Covered covered, int level) {
        return IntervalMeasures.coverage(covered.actual(), covered.ends(level, 0), covered.ends(level, 1));
    }

    private static double width(Covered covered, int level) {
        return IntervalMeasures.meanWidth(covered.ends(level, 0), covered.ends(level, 1));
    }

    /** Weighted quantile loss of the two ends; null where all truths are 0. */
    private static Double loss(Covered covered, int level, double share) {
        double[] quantiles = {(1 - share) / 2, (1 + share) / 2};
        double[][] ends = {covered.ends(level, 0), covered.ends(level, 1)};
        double loss = IntervalMeasures.weightedQuantileLoss(covered.actual(), quantiles, ends);
        return Double.isFinite(loss) ? (Double) loss : null;
    }
}
