package lstm.synthetic;

import lstm.random.SplitMix64;

/**
 * A cycle without a fixed length, such as that of business or of sunspots (Harvey 1989): (c, d)[t] = rho R (c, d)[t-1]
 * + sqrt(1 - rho^2) deviation (e, f)[t], where R turns by 2 pi / length and e, f are standard normal. No season is
 * found in it.
 *
 * @param length mean length in rows
 * @param rho in (0, 1): how long a cycle keeps its phase
 * @param deviation of c
 */
public record StochasticCycle(double length, double rho, double deviation) implements Component {
    @Override
    public void addTo(double[] values, SplitMix64 random) {
        double cosine = rho * StrictMath.cos(2 * Math.PI / length);
        double sine = rho * StrictMath.sin(2 * Math.PI / length);
        double step = Math.sqrt(1 - rho * rho) * deviation;
        double c = deviation * random.nextGaussian();
        double d = deviation * random.nextGaussian();
        for (int t = 0; t < values.length; t++) {
            double next = cosine * c + sine * d + step * random.nextGaussian();
            d = cosine * d - sine * c + step * random.nextGaussian();
            c = next;
            values[t] += c;
        }
    }
}
