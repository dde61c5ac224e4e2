package lstm.forecast;

import java.util.Arrays;
import lstm.prepare.Timeline;
import lstm.statistics.Quantiles;

/**
 * Intervals between quantiles of draws with dropout (Gal and Ghahramani 2016). They reflect the uncertainty of the
 * network, not the noise in the data. The forecast, which is made without dropout, always lies within.
 */
record DropoutIntervals(Forecaster forecaster, Timeline rows, int draws, long seed) implements IntervalSource {
    @Override
    public double[][][][] next(int origin, Forecast forecast, double[] levels) {
        int steps = forecast.steps();
        double[][][] samples = forecaster.sample(rows, origin, steps, draws, seed);
        double[][][][] intervals = new double[samples.length][steps][levels.length][];
        for (int target = 0; target < samples.length; target++) {
            for (int step = 0; step < steps; step++) {
                double[] sorted = samples[target][step];
                Arrays.sort(sorted);
                for (int level = 0; level < levels.length; level++) {
                    double point = forecast.points()[target][step];
                    intervals[target][step][level] = new double[] {
                        Math.min(point, Quantiles.interpolated(sorted, (1 - levels[level]) / 2)),
                        Math.max(point, Quantiles.interpolated(sorted, (1 + levels[level]) / 2))
                    };
                }
            }
        }
        return intervals;
    }
}
