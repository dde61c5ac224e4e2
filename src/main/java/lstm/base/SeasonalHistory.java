package lstm.base;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The past of a series up to a forecast, with what its seasons say about the future. Values that are missing are filled
 * with those one season before.
 */
public final class SeasonalHistory {
    /** Rows that its center and scale are taken from. */
    private static final int RECENT = 192;

    /** Seasons that the mean profile is taken from, and rows where there is no season. */
    private static final int SEASONS = 4;

    private static final int ROWS = 12;

    /** A season that repeats nearly exactly would make any difference from it huge. */
    private static final double LEAST_UNIT = 0.02;

    /** Pairs of rows that the mean size of a change is taken from, at least. */
    private static final int PAIRS = 8;

    /** A longer season is the main one if it repeats that much better. */
    private static final double BETTER = 0.95;

    private final double[] values;
    private final boolean[] known;
    private final int season;
    private final int other;
    private final double center;
    private final double scale;
    /** By the number of seasons before; 0 where not known yet. */
    private final double[] units;

    /**
     * The history of a forecast.
     *
     * @param past oldest first, NaN where missing; with one value at least
     * @param seasons found in it; those that it does not hold once are left out
     */
    public SeasonalHistory(double[] past, SeasonPair seasons) {
        int first = IntStream.range(0, past.length)
                .filter(t -> !Double.isNaN(past[t]))
                .findFirst()
                .orElseThrow();
        values = Arrays.copyOfRange(past, first, past.length);
        int shorter = seasons.main() < values.length ? seasons.main() : 1;
        int longer = shorter > 1 && seasons.longer() < values.length ? seasons.longer() : 0;
        known = new boolean[values.length];
        for (int t = 0; t < values.length; t++) {
            known[t] = !Double.isNaN(values[t]);
            values[t] = known[t] ? values[t] : values[Math.max(0, t >= shorter ? t - shorter : t - 1)];
        }
        boolean swaps = longer > 0
                && values.length >= longer + PAIRS
                && meanChange(longer, longer) < BETTER * meanChange(shorter, longer);
        season = swaps ? longer : shorter;
        other = swaps ? shorter : longer;
        int from = Math.max(0, values.length - Math.max(RECENT, 2 * season));
        center = mean(from, values.length);
        double squares = 0;
        for (int t = from; t < values.length; t++) {
            squares += (values[t] - center) * (values[t] - center) / (values.length - from);
        }
        scale = Math.max(Math.sqrt(squares), 1e-6 * Math.abs(center) + 1e-9);
        units = new double[values.length];
    }

    /**
     * Mean size of the changes over a number of rows, at the last of the rows from {@code first} on; 0 if there are
     * none.
     */
    private double meanChange(int lag, int first) {
        int from = Math.max(first, values.length - Math.max(RECENT, 3 * lag));
        double sum = 0;
        for (int t = from; t < values.length; t++) {
            sum += Math.abs(values[t] - values[t - lag]);
        }
        return sum / Math.max(1, values.length - from);
    }

    public int rows() {
        return values.length;
    }

    /** m; 1 for none. */
    public int season() {
        return season;
    }

    /** The other season, shorter or longer; 0 for none. */
    public int other() {
        return other;
    }

    /** Mean of the recent values. */
    double center() {
        return center;
    }

    /** Their deviation. */
    double scale() {
        return scale;
    }

    /** Mean size of a recent change from one season to the next. */
    double unit() {
        return unit(0);
    }

    /**
     * What errors of a step are measured in: the mean size of the recent changes over as many seasons as the seasonal
     * naive forecast of that step reaches back. Where few rows are that far apart it grows with the root of the
     * seasons.
     */
    double unit(int step) {
        int seasons = Math.min(step / season + 1, units.length);
        if (units[seasons - 1] == 0) {
            int most = Math.max(1, (values.length - PAIRS) / season);
            int measured = Math.min(seasons, most);
            double change = meanChange(measured * season, measured * season);
            units[seasons - 1] = Math.max(change * Math.sqrt((double) seasons / measured), LEAST_UNIT * scale);
        }
        return units[seasons - 1];
    }

    /** The value at a row, filled where it was missing. */
    public double value(int row) {
        return values[row];
    }

    /** Whether it was there. */
    public boolean isKnown(int row) {
        return known[row];
    }

    /** The change at a row since a season before, in units; 0 where there was none before. */
    double change(int row) {
        return row < season ? 0 : (values[row] - values[row - season]) / unit();
    }

    /** Mean of the values from .. to-1. */
    double mean(int from, int to) {
        double sum = 0;
        for (int t = from; t < to; t++) {
            sum += values[t];
        }
        return sum / (to - from);
    }

    /** The row one or more whole seasons before a step ahead, the last that has come. */
    int rowBefore(int step, int length) {
        return values.length + step - length * (step / length + 1);
    }

    /** The seasonal naive forecast of a step, counted from 0. */
    public double naive(int step) {
        return values[rowBefore(step, season)];
    }

    /** The same of the other season; as {@link #naive} if there is none. */
    public double otherNaive(int step) {
        return other == 0 ? naive(step) : values[rowBefore(step, other)];
    }

    /**
     * The level of the last season plus the mean profile of the last ones around theirs; without a season the mean of
     * the last rows.
     */
    double profile(int step) {
        if (season == 1) {
            return mean(Math.max(0, values.length - ROWS), values.length);
        }
        int row = rowBefore(step, season);
        int count = Math.min(SEASONS, values.length / season);
        double sum = 0;
        for (int k = 0; k < count; k++) {
            int end = values.length - k * season;
            sum += values[row - k * season] - mean(end - season, end);
        }
        return mean(values.length - season, values.length) + sum / count;
    }
}
