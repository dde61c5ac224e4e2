package lstm.random;

/**
 * SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014), a generator whose whole
 * state is one number. Training never draws from a shared generator: each use derives its own from the seed, the stream
 * and the position in the training (epoch, batch, slice, layer), so a resumed run, and any number of threads, draws the
 * same values.
 */
public final class SplitMix64 {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    private SplitMix64(long state) {
        this.state = state;
    }

    /** Returns the generator for a seed and a position. */
    public static SplitMix64 of(long seed, long... position) {
        return new SplitMix64(derive(mix(seed + GOLDEN), position));
    }

    /** Returns the generator for a seed, one of its streams and a position in that stream. */
    public static SplitMix64 of(long seed, RandomStream stream, long... position) {
        return new SplitMix64(derive(derive(mix(seed + GOLDEN), stream.number()), position));
    }

    private static long derive(long state, long... position) {
        long derived = state;
        for (long coordinate : position) {
            derived = mix(derived ^ mix(coordinate + GOLDEN));
        }
        return derived;
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Returns 64 random bits. */
    public long nextLong() {
        state += GOLDEN;
        return mix(state);
    }

    /** Returns a uniform value in [0, 1), a multiple of 2^-53. */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    /** Returns a uniform value in 0 .. bound-1; the modulo bias is below 2^-32. */
    public int nextInt(int bound) {
        return (int) Long.remainderUnsigned(nextLong(), bound);
    }

    /**
     * Returns a standard normal value by the polar method (Marsaglia and Bray 1964). StrictMath keeps the bits the same
     * on every platform.
     */
    public double nextGaussian() {
        while (true) {
            double x = 2 * nextDouble() - 1;
            double y = 2 * nextDouble() - 1;
            double s = x * x + y * y;
            if (s > 0 && s < 1) {
                return x * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
            }
        }
    }

    /** Shuffles an array (Fisher and Yates). Modifies {@code order}. */
    public void shuffle(int[] order) {
        for (int k = order.length - 1; k > 0; k--) {
            int other = nextInt(k + 1);
            int kept = order[k];
            order[k] = order[other];
            order[other] = kept;
        }
    }
}
