package lstm.synthetic;

import lstm.random.SplitMix64;

/**
 * A season: s[t] = a[t] p[t mod m], with a profile p of mean 0 and deviation 1 and an amplitude a[t] = amplitude *
 * max(0.1, 1 + growth t / n) exp(w[t]). Here w is a random walk of steps N(0, drift^2 / m), so that drift is the
 * deviation of its change in a period. After each period every place of the profile moves by N(0, evolution^2), as the
 * seasonal states of exponential smoothing do (Hyndman and others 2008).
 *
 * @param period m, at least 2
 * @param shape of the profile
 * @param amplitude the first one, a deviation
 * @param growth of the amplitude from the first to the last row, as a share of the first
 * @param drift of the logarithm of the amplitude in a period
 * @param evolution of the profile in a period, as a share of its deviation
 */
public record SeasonalPattern(
        int period, SeasonalShape shape, double amplitude, double growth, double drift, double evolution)
        implements Component {
    private static final double LEAST_SHARE = 0.1;

    @Override
    public void addTo(double[] values, SplitMix64 random) {
        double[] profile = shape.profile(period, random);
        double step = drift / Math.sqrt(period);
        double walk = 0;
        for (int t = 0; t < values.length; t++) {
            int place = t % period;
            if (drift > 0) {
                walk += step * random.nextGaussian();
            }
            double share = Math.max(LEAST_SHARE, 1 + growth * t / values.length);
            values[t] += amplitude * share * (walk == 0 ? 1 : StrictMath.exp(walk)) * profile[place];
            if (evolution > 0) {
                profile[place] += evolution * random.nextGaussian();
            }
        }
    }
}
