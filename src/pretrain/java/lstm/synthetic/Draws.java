package lstm.synthetic;

import lstm.random.SplitMix64;

/** Random numbers of the distributions that the generator needs, with StrictMath: the same bits on every machine. */
final class Draws {
    private Draws() {}

    /** Uniform in [low, high). */
    static double uniform(SplitMix64 random, double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** Its logarithm is uniform: small values are as likely as large ones. */
    static double logUniform(SplitMix64 random, double low, double high) {
        return low * StrictMath.exp(StrictMath.log(high / low) * random.nextDouble());
    }

    /** A whole number from low to high, both included, its logarithm about uniform. */
    static int logUniformInt(SplitMix64 random, int low, int high) {
        return (int) Math.min(high, logUniform(random, low, high + 1.0));
    }

    /** True with this probability. */
    static boolean chance(SplitMix64 random, double probability) {
        return random.nextDouble() < probability;
    }

    /** One of the values, all equally likely. */
    static int oneOf(SplitMix64 random, int... values) {
        return values[random.nextInt(values.length)];
    }

    /** Exponential with mean 1. */
    static double exponential(SplitMix64 random) {
        return -StrictMath.log(1 - random.nextDouble());
    }

    /**
     * Gamma with mean 1 and variance 1 / shape: shape exponential waits, scaled. Whole shapes are enough here.
     *
     * @param shape at least 1
     */
    static double gamma(SplitMix64 random, int shape) {
        double sum = 0;
        for (int k = 0; k < shape; k++) {
            sum += exponential(random);
        }
        return sum / shape;
    }

    /** Poisson: by waiting times up to a mean of 30, beyond it the rounded normal with the same mean and variance. */
    static long poisson(SplitMix64 random, double mean) {
        if (mean > 30) {
            return Math.max(0, Math.round(mean + StrictMath.sqrt(mean) * random.nextGaussian()));
        }
        long count = 0;
        for (double time = exponential(random); time < mean; time += exponential(random)) {
            count++;
        }
        return count;
    }
}
