package lstm.random;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014), a generator whose whole
 * state is one number. Training never draws from a shared generator: each use derives its own from the seed, the stream
 * and the position in the training (epoch, batch, slice, layer), so a resumed run, and any number of threads, draws the
 * same values.
 */
public final class SplitMix64 {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** If fewer than one in this many numbers are wanted, they are traced through a shuffle one by one. */
    private static final int MANY = 20;

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

    /**
     * The numbers that {@link #shuffle} leaves in front of all others of 0 .. count-1.
     *
     * @param first how many, at most {@code count}
     */
    public int[] firstShuffled(int count, int first) {
        if (first < count / MANY) {
            return fewShuffled(count, first);
        }
        int[] all = IntStream.range(0, count).toArray();
        shuffle(all);
        return first == count ? all : Arrays.copyOf(all, first);
    }

    /**
     * The same without holding all numbers: the swaps are undone from the last to the first for these places alone,
     * since any draw of the generator can be had at once.
     */
    private int[] fewShuffled(int count, int first) {
        long start = state;
        int[] places = IntStream.range(0, first).toArray();
        BitSet asked = new BitSet(count);
        asked.set(0, first);
        Map<Integer, Integer> holders = new HashMap<>();
        for (int place : places) {
            holders.put(place, place);
        }
        for (int k = 1; k < count; k++) {
            state = start + GOLDEN * (count - 1 - k);
            int other = nextInt(k + 1);
            if (other != k && (asked.get(other) || asked.get(k))) {
                swap(holders, asked, k, other);
            }
        }
        state = start + GOLDEN * (count - 1);
        holders.forEach((place, holder) -> places[holder] = place);
        return places;
    }

    private static void swap(Map<Integer, Integer> holders, BitSet asked, int one, int other) {
        Integer atOne = holders.remove(one);
        Integer atOther = holders.remove(other);
        asked.set(one, atOther != null);
        asked.set(other, atOne != null);
        if (atOther != null) {
            holders.put(one, atOther);
        }
        if (atOne != null) {
            holders.put(other, atOne);
        }
    }
}
