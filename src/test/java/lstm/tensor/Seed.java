package lstm.tensor;

import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/** The seed of the random tests: another for each run, printed once, or the one given as {@code -Dseed=N}. */
public final class Seed {
    public static final long VALUE = choose();

    private Seed() {}

    private static long choose() {
        String given = System.getProperty("seed", "");
        long seed = given.isEmpty() ? ThreadLocalRandom.current().nextLong() : Long.parseLong(given);
        System.out.println("random tests: -Dseed=" + seed);
        return seed;
    }

    /** A source that starts at the seed, so that no test depends on what others drew. */
    public static Random random() {
        return new Random(VALUE);
    }
}
