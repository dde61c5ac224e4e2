package lstm.forecast;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/**
 * Intervals of forecasts from one origin after another, each from what was known there: residuals of a step are learned
 * once its truth lies before the origin.
 */
public final class RollingIntervals implements IntervalSource {
    /** A forecast whose truths are not all known yet. */
    private record Open(int origin, Forecast forecast) {}

    private final Residuals residuals;
    private final double[][] columns;
    private final BitSet masked;
    private final Deque<Open> open = new ArrayDeque<>();
    private int known;

    /**
     * Rolls over rows.
     *
     * @param residuals known before; modified
     * @param columns [C][rows], the targets first
     * @param masked rows whose values are no truths
     */
    public RollingIntervals(Residuals residuals, double[][] columns, BitSet masked) {
        this.residuals = residuals;
        this.columns = columns;
        this.masked = masked;
    }

    @Override
    public double[][][][] next(int origin, Forecast forecast, double[] levels) {
        learn(origin);
        int targets = forecast.points().length;
        double[][][][] intervals = new double[targets][forecast.steps()][levels.length][];
        for (int target = 0; target < targets; target++) {
            double last = residuals.last(columns[target], origin);
            for (int step = 0; step < forecast.steps(); step++) {
                intervals[target][step] = residuals.intervals(target, step, levels, forecast.at(target, step), last);
            }
        }
        open.add(new Open(origin, forecast));
        return intervals;
    }

    /** Learns all truths before a row. */
    public void learn(int before) {
        for (Open one : open) {
            int steps = Math.min(one.forecast.steps(), residuals.steps());
            int from = Math.max(0, known - one.origin);
            for (int step = from; step < steps && one.origin + step < before; step++) {
                if (!masked.get(one.origin + step)) {
                    learn(one, step);
                }
            }
        }
        known = Math.max(known, before);
        while (!open.isEmpty() && open.peek().origin + open.peek().forecast.steps() <= before) {
            open.remove();
        }
    }

    private void learn(Open one, int step) {
        for (int target = 0; target < one.forecast.points().length; target++) {
            residuals.learn(
                    target,
                    step,
                    columns[target][one.origin + step],
                    one.forecast.at(target, step),
                    residuals.last(columns[target], one.origin));
        }
    }
}
