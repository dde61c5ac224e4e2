package lstm.chart;

import lstm.statistics.Moments;

/**
 * Mean and standard deviation over the units of a layer.
 *
 * @param sd population standard deviation
 */
public record Spread(double mean, double sd) {
    /** The spread of one or more values. */
    public static Spread of(float[] values) {
        Moments moments = Moments.twoPass(values.length, unit -> values[unit]);
        return new Spread(moments.mean(), moments.deviation());
    }
}
