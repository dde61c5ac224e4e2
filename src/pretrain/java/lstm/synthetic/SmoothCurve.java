package lstm.synthetic;

import lstm.random.SplitMix64;

/**
 * A draw from a Gaussian process with a squared-exponential kernel, by random Fourier features (Rahimi and Recht 2007):
 * sqrt(2 / J) amplitude * sum of cos(w_j t + phase_j) over J = {@value #FEATURES}, w_j ~ N(0, 1 / scale^2).
 * Pre-training on such processes goes back to KernelSynth (Ansari and others 2024).
 *
 * @param amplitude deviation of the process
 * @param scale rows over which it changes
 */
public record SmoothCurve(double amplitude, double scale) implements Component {
    private static final int FEATURES = 12;

    @Override
    public void addTo(double[] values, SplitMix64 random) {
        double size = amplitude * Math.sqrt(2.0 / FEATURES);
        for (int j = 0; j < FEATURES; j++) {
            double step = random.nextGaussian() / scale;
            double phase = 2 * Math.PI * random.nextDouble();
            // A rotation by the step for each row: one sine and one cosine in all.
            double cosine = StrictMath.cos(step);
            double sine = StrictMath.sin(step);
            double x = StrictMath.cos(phase);
            double y = StrictMath.sin(phase);
            for (int t = 0; t < values.length; t++) {
                values[t] += size * x;
                double turned = x * cosine - y * sine;
                y = x * sine + y * cosine;
                x = turned;
            }
        }
    }
}
