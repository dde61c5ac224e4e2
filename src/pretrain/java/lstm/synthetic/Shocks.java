package lstm.synthetic;

import lstm.random.SplitMix64;

/**
 * Independent signs with a size of their own: e[t] = v[t] z[t], with z of mean 0 and variance 1 and a volatility v
 * whose mean square is about 1.
 *
 * @param tail distribution of z
 * @param volatility of v
 */
public record Shocks(Tail tail, Volatility volatility) {
    /** Standard normal shocks. */
    public static final Shocks NORMAL = new Shocks(Tail.NORMAL, new Volatility.Constant());

    /** How heavy the tails of z are. */
    public enum Tail {
        /** Normal. */
        NORMAL,
        /** Laplace: an exponential size with a random sign. */
        LAPLACE,
        /** Student's t with four degrees of freedom: normal / sqrt(gamma), where gamma has shape 2. */
        STUDENT,
        /** Normal, but one in fifty is five times as large: outliers. */
        OUTLIERS;

        private static final double OUTLIER_SHARE = 0.02;
        private static final double OUTLIER_SIZE = 5;

        double draw(SplitMix64 random) {
            return switch (this) {
                case NORMAL -> random.nextGaussian();
                case LAPLACE -> (random.nextDouble() < 0.5 ? -1 : 1) * Draws.exponential(random) / Math.sqrt(2);
                case STUDENT -> random.nextGaussian() / Math.sqrt(2 * Math.max(1e-3, Draws.gamma(random, 2)));
                case OUTLIERS ->
                    (Draws.chance(random, OUTLIER_SHARE) ? OUTLIER_SIZE : 1)
                            * random.nextGaussian()
                            / Math.sqrt(1 - OUTLIER_SHARE + OUTLIER_SHARE * OUTLIER_SIZE * OUTLIER_SIZE);
            };
        }
    }

    /** How large shocks are over time. */
    public sealed interface Volatility {
        /** Always 1. */
        record Constant() implements Volatility {}

        /**
         * Bursts that follow large shocks: v[t]^2 = (1 - a - b) + a e[t-1]^2 + b v[t-1]^2, GARCH(1, 1) (Bollerslev
         * 1986).
         *
         * @param a weight of the last shock
         * @param b weight of the last variance; a + b is below 1
         */
        record Bursts(double a, double b) implements Volatility {}

        /**
         * Calm and wild stretches in turn: v is 1 / sqrt(ratio) or sqrt(ratio), and changes with probability 1 /
         * length.
         *
         * @param ratio of wild to calm
         * @param length mean length of a stretch in rows
         */
        record Stretches(double ratio, double length) implements Volatility {}
    }

    /** Draws that many shocks. */
    double[] draw(int count, SplitMix64 random) {
        double[] shocks = new double[count];
        double variance = 1;
        boolean wild = random.nextDouble() < 0.5;
        for (int t = 0; t < count; t++) {
            shocks[t] = Math.sqrt(variance) * tail.draw(random);
            if (volatility instanceof Volatility.Bursts bursts) {
                // A single outlier may not set the size of all that follows.
                double last = Math.min(25, shocks[t] * shocks[t]);
                variance = (1 - bursts.a() - bursts.b()) + bursts.a() * last + bursts.b() * variance;
            } else if (volatility instanceof Volatility.Stretches stretches) {
                wild ^= Draws.chance(random, 1 / stretches.length());
                variance = wild ? stretches.ratio() : 1 / stretches.ratio();
            }
        }
        return shocks;
    }
}
