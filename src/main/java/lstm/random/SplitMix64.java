package lstm.random;

/**
 * SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014): its whole state is one
 * number. Everything random in training is drawn from a generator that is derived from the seed and from where training
 * stands (epoch, batch, slice, layer), so that a resumed run, and any number of threads, draws the same.
 */
public final class SplitMix64 {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    private SplitMix64(long state) {
        this.state = state;
    }

    /** The generator that belongs to a seed and a place. */
    public static SplitMix64 of(long seed, long... place) {
        long state = mix(seed + GOLDEN);
        for (long coordinate : place) {
            state = mix(state ^ mix(coordinate + GOLDEN));
        }
        return new SplitMix64(state);
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** 64 random bits. */
    public long nextLong() {
        state += GOLDEN;
        return mix(state);
    }

    /** Uniform in [0, 1), a multiple of 2^-53. */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    /** Uniform in 0 .. bound-1; the bias of the modulo is below 2^-32. */
    public int nextInt(int bound) {
        return (int) Long.remainderUnsigned(nextLong(), bound);
    }

    /** Standard normal, by the polar method (Marsaglia and Bray 1964), with StrictMath so that bits do not move. */
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

    /** Puts the numbers in random order (Fisher and Yates). Modifies {@code order}. */
    public void shuffle(int[] order) {
        for (int k = order.length - 1; k > 0; k--) {
            int other = nextInt(k + 1);
            int kept = order[k];
            order[k] = order[other];
            order[other] = kept;
        }
    }
}
