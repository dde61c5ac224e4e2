package lstm.synthetic;

import lstm.random.SplitMix64;

/**
 * What no forecast can know: deviation * e[t].
 *
 * @param deviation of the noise
 * @param shocks e
 */
public record Noise(double deviation, Shocks shocks) implements Component {
    @Override
    public void addTo(double[] values, SplitMix64 random) {
        double[] e = shocks.draw(values.length, random);
        for (int t = 0; t < values.length; t++) {
            values[t] += deviation * e[t];
        }
    }
}
