package lstm.synthetic;

import lstm.random.SplitMix64;

/**
 * An autoregression around zero: x[t] = phi x[t-1] + sqrt(1 - phi^2) deviation e[t], so that x has that deviation; a
 * discrete Ornstein-Uhlenbeck process. It starts from its stationary distribution.
 *
 * @param phi in (-1, 1)
 * @param deviation of x
 * @param shocks e
 */
public record MeanReversion(double phi, double deviation, Shocks shocks) implements Component {
    @Override
    public void addTo(double[] values, SplitMix64 random) {
        double[] e = shocks.draw(values.length, random);
        double step = Math.sqrt(1 - phi * phi) * deviation;
        double x = deviation * random.nextGaussian();
        for (int t = 0; t < values.length; t++) {
            x = phi * x + step * e[t];
            values[t] += x;
        }
    }
}
