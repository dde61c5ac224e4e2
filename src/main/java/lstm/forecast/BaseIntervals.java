package lstm.forecast;

import java.util.ArrayDeque;
import java.util.Deque;
import lstm.base.BaseForecast;
import lstm.base.BaseShape;

/**
 * Intervals around forecasts of the base network: its quantiles, each end corrected by the errors of earlier forecasts
 * as in {@link Residuals}. Errors count in the units of the network's outputs, so that several series can share them.
 */
public final class BaseIntervals {
    /** A forecast whose truths are not all known yet. */
    private record Open(int origin, BaseForecast forecast) {}

    private final Residuals residuals;
    private final double[] levels;
    private final int steps;
    private final Deque<Open> open = new ArrayDeque<>();
    private int known;

    /**
     * Intervals that know no errors yet.
     *
     * @param steps of the forecasts
     */
    public BaseIntervals(IntervalPlan plan, int steps) {
        residuals = Residuals.inGivenUnits(BaseShape.LEVELS, plan.intervals().kind(), steps);
        levels = plan.levels().shares();
        this.steps = steps;
    }

    /**
     * Learns from the errors of a forecast.
     *
     * @param values of the whole series; NaN where there is no truth
     * @param origin first row of the forecast
     */
    public void learn(BaseForecast forecast, int origin, double[] values) {
        learn(new Open(origin, forecast), values, 0, values.length);
    }

    private void learn(Open one, double[] values, int from, int before) {
        for (int step = from; step < one.forecast.steps() && one.origin + step < before; step++) {
            double truth = values[one.origin + step];
            if (!Double.isNaN(truth)) {
                residuals.learn(
                        0,
                        step,
                        truth,
                        one.forecast.quantiles()[step],
                        one.forecast.units()[step]);
            }
        }
    }

    /** The intervals of a forecast, [steps][levels][lower, upper]; NaN where too little is known. */
    public double[][][] around(BaseForecast forecast) {
        double[][][] intervals = new double[steps][][];
        for (int step = 0; step < steps; step++) {
            intervals[step] = residuals.intervals(0, step, levels, forecast.quantiles()[step], forecast.units()[step]);
        }
        return intervals;
    }

    /**
     * The same for one origin after another, each from the errors that are known there.
     *
     * @param values of the whole series; NaN where there is no truth
     */
    public double[][][] next(BaseForecast forecast, int origin, double[] values) {
        for (Open one : open) {
            learn(one, values, Math.max(0, known - one.origin), origin);
        }
        known = origin;
        while (!open.isEmpty() && open.peek().origin + steps <= origin) {
            open.remove();
        }
        open.add(new Open(origin, forecast));
        return around(forecast);
    }
}
