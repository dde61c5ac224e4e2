package lstm.forecast;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import lstm.model.Model;

/**
 * Intervals of forecasts from one origin after another, each from what was known there: residuals of a step are learned
 * once its truth lies before the origin.
 */
public final class Rolling {
    /** A forecast whose truths are not all known yet. */
    private record Open(int origin, double[][] forecasts) {}

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
    public Rolling(Residuals residuals, double[][] columns, BitSet masked) {
        this.residuals = residuals;
        this.columns = columns;
        this.masked = masked;
    }

    /**
     * The intervals of one-step forecasts of the first target.
     *
     * @param columns [C][rows], the targets first
     * @param origins rows that were forecast, rising
     * @param levels each in (0, 1)
     * @return [origins][levels][lower, upper], NaN where too little is known
     */
    public static double[][][] oneStep(
            Model model, double[][] columns, int[] origins, double[] predicted, double[] levels) {
        Rolling rolling = new Rolling(Residuals.of(model), columns, new BitSet());
        double[][][] intervals = new double[origins.length][][];
        for (int k = 0; k < origins.length; k++) {
            intervals[k] = rolling.next(origins[k], new double[][] {{predicted[k]}}, levels)[0][0];
        }
        return intervals;
    }

    /**
     * The intervals of forecasts from an origin, later than the one before.
     *
     * @param forecasts [targets][steps]
     * @param levels each in (0, 1)
     * @return [targets][steps][levels][lower, upper], NaN where too little is known
     */
    public double[][][][] next(int origin, double[][] forecasts, double[] levels) {
        learn(origin);
        double[][][][] intervals = new double[forecasts.length][][][];
        for (int target = 0; target < forecasts.length; target++) {
            double last = columns[target][origin - 1];
            intervals[target] = new double[forecasts[target].length][levels.length][];
            for (int step = 0; step < forecasts[target].length; step++) {
                for (int level = 0; level < levels.length; level++) {
                    intervals[target][step][level] =
                            residuals.interval(target, step, levels[level], forecasts[target][step], last);
                }
            }
        }
        open.add(new Open(origin, forecasts));
        return intervals;
    }

    /** Learns all truths before a row. */
    public void learn(int before) {
        for (Open one : open) {
            int steps = Math.min(one.forecasts[0].length, residuals.steps());
            int from = Math.max(0, known - one.origin);
            for (int step = from; step < steps && one.origin + step < before; step++) {
                if (!masked.get(one.origin + step)) {
                    learn(one, step);
                }
            }
        }
        known = Math.max(known, before);
        while (!open.isEmpty() && open.peek().origin + open.peek().forecasts[0].length <= before) {
            open.remove();
        }
    }

    private void learn(Open one, int step) {
        for (int target = 0; target < one.forecasts.length; target++) {
            residuals.learn(
                    target,
                    step,
                    columns[target][one.origin + step],
                    one.forecasts[target][step],
                    columns[target][one.origin - 1]);
        }
    }
}
