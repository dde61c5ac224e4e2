package lstm.forecast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import lstm.network.Loss;

/**
 * Levels of prediction intervals.
 *
 * @param percents between 0 and 100
 */
public record IntervalLevels(List<BigDecimal> percents) {
    /** The default levels. */
    public static final IntervalLevels DEFAULT =
            new IntervalLevels(List.of(BigDecimal.valueOf(80), BigDecimal.valueOf(95)));

    private static final int DIGITS = 6;

    /** The levels between the quantiles that a network predicts. */
    public static IntervalLevels of(Loss.Quantiles quantiles) {
        List<BigDecimal> percents = new ArrayList<>();
        for (int k = quantiles.width() / 2 - 1; k >= 0; k--) {
            percents.add(BigDecimal.valueOf(100 * (1 - 2 * quantiles.levels().get(k)))
                    .setScale(DIGITS, RoundingMode.HALF_EVEN));
        }
        return new IntervalLevels(percents);
    }

    /** The quantiles at both ends of each, and the median. */
    public Loss.Quantiles quantiles() {
        List<BigDecimal> widestFirst = new ArrayList<>(percents);
        widestFirst.sort(Comparator.reverseOrder());
        double[] below = widestFirst.stream()
                .mapToDouble(percent -> new BigDecimal(100)
                        .subtract(percent)
                        .movePointLeft(2)
                        .divide(BigDecimal.valueOf(2))
                        .doubleValue())
                .toArray();
        List<Double> levels = new ArrayList<>(DoubleStream.of(below).boxed().toList());
        levels.add(0.5);
        for (int k = below.length - 1; k >= 0; k--) {
            levels.add(BigDecimal.ONE.subtract(BigDecimal.valueOf(below[k])).doubleValue());
        }
        return new Loss.Quantiles(levels);
    }

    /** The levels, in (0, 1). */
    public double[] shares() {
        return percents.stream()
                .mapToDouble(level -> level.movePointLeft(2).doubleValue())
                .toArray();
    }

    /** The names of the columns: lower80, upper80, ... */
    public List<String> columns() {
        List<String> names = new ArrayList<>();
        for (String level : names()) {
            names.add("lower" + level);
            names.add("upper" + level);
        }
        return names;
    }

    /** The levels as text: 80, 99.5. */
    public List<String> names() {
        return percents.stream().map(IntervalLevels::name).toList();
    }

    /** A level as text. */
    static String name(BigDecimal percent) {
        return percent.stripTrailingZeros().toPlainString();
    }

    /** The highest, in percent. */
    BigDecimal widest() {
        return Collections.max(percents);
    }

    /** The cells of one forecast's intervals, empty where there are none. */
    public static List<Object> cells(double[][] intervals) {
        List<Object> cells = new ArrayList<>();
        for (double[] interval : intervals) {
            for (double end : interval) {
                cells.add(Double.isFinite(end) ? (Object) end : null);
            }
        }
        return cells;
    }
}
