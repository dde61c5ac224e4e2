package lstm.synthetic;

import lstm.random.SplitMix64;

/** What of a value is recorded. */
public sealed interface Observation {
    /** The value itself. */
    record Exact() implements Observation {
        @Override
        public double of(double value, SplitMix64 random) {
            return value;
        }
    }

    /**
     * A multiple of a step, such as a cent.
     *
     * @param step above 0
     */
    record Rounded(double step) implements Observation {
        @Override
        public double of(double value, SplitMix64 random) {
            return Math.rint(value / step) * step;
        }
    }

    /** 0 where the value is below, such as rain. */
    record Censored() implements Observation {
        @Override
        public double of(double value, SplitMix64 random) {
            return Math.max(0, value);
        }
    }

    /**
     * A count with the value as its mean: Poisson, or negative binomial, which is Poisson with a gamma mean.
     *
     * @param shape of the gamma, whose variance is 1 / shape; 0 for Poisson alone
     */
    record Counts(int shape) implements Observation {
        @Override
        public double of(double value, SplitMix64 random) {
            double mean = Math.max(0, value) * (shape == 0 ? 1 : Draws.gamma(random, shape));
            return Draws.poisson(random, mean);
        }
    }

    /**
     * Intermittent demand: orders come with probability 1 - exp(-value), each of 1 + Poisson(size - 1) pieces: the
     * model behind Croston (1972), whose rate moves here.
     *
     * @param size mean of an order, at least 1
     */
    record Intermittent(double size) implements Observation {
        @Override
        public double of(double value, SplitMix64 random) {
            boolean order = Draws.chance(random, 1 - StrictMath.exp(-Math.max(0, value)));
            return order ? 1 + Draws.poisson(random, size - 1) : 0;
        }
    }

    /** Records one value. */
    double of(double value, SplitMix64 random);
}
