package lstm.chart;

import lstm.statistics.Moments;

/**
 * Mean and standard deviation over the units of a layer.
 *
 * @param sd with the number of units below the fraction line
 */
public record Spread(double mean, double sd) {
    public static Spread of(float[] values) {
        Moments moments = Moments.twoPass(values.length, unit -> values[unit]);
        return new Spread(moments.mean(), moments.deviation());
    }
}
