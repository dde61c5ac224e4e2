package lstm.synthetic;

import lstm.random.SplitMix64;

/**
 * A random walk whose slope may walk too, the local linear trend of Harvey (1989): level[t] = level[t-1] + slope[t-1] +
 * step e[t], slope[t] = slope[t-1] + slopeStep f[t], with standard normal f and e of the given noise.
 *
 * @param step of the level
 * @param slopeStep of the slope; 0 for a plain walk
 * @param shocks e
 */
public record RandomWalk(double step, double slopeStep, Shocks shocks) implements Component {
    @Override
    public void addTo(double[] values, SplitMix64 random) {
        double[] e = shocks.draw(values.length, random);
        double level = 0;
        double slope = 0;
        for (int t = 0; t < values.length; t++) {
            level += slope + step * e[t];
            if (slopeStep > 0) {
                slope += slopeStep * random.nextGaussian();
            }
            values[t] += level;
        }
    }
}
