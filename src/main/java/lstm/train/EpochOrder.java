package lstm.train;

import java.util.Arrays;
import lstm.prepare.Samples;
import lstm.random.RandomStream;
import lstm.random.SplitMix64;

/**
 * The windows that each epoch takes, and their order. They depend on nothing but the seed and the number of the epoch,
 * so that a resumed training takes the same.
 */
final class EpochOrder {
    private final Recipe recipe;
    /** Index of the first window of each series, and the total count. */
    private final int[] starts;

    private final int count;
    private final int[] order;

    EpochOrder(Samples samples, Recipe recipe) {
        this.recipe = recipe;
        int all = samples.count();
        count = recipe.windows() == 0 ? all : Math.min(all, recipe.windows());
        starts = samples.starts();
        order = new int[recipe.sampling() == Sampling.WINDOWS ? all : count];
    }

    /** The number of windows in an epoch. */
    int count() {
        return count;
    }

    /** Draws the windows of an epoch, the first {@link #count} of the array, which the next call overwrites. */
    int[] draw(int epoch) {
        SplitMix64 random = SplitMix64.of(recipe.seed(), RandomStream.SHUFFLE, epoch);
        switch (recipe.sampling()) {
            case WINDOWS -> Arrays.setAll(order, k -> k);
            case SERIES -> drawEvenly(random);
        }
        random.shuffle(order);
        return order;
    }

    /** Every series has its share of the windows, rounded up or down at random, and repeats windows if it has fewer. */
    private void drawEvenly(SplitMix64 random) {
        int series = starts.length - 1;
        double offset = random.nextDouble();
        for (int k = 0; k < count; k++) {
            int drawn = Math.min(series - 1, (int) ((k + offset) / count * series));
            order[k] = starts[drawn] + random.nextInt(starts[drawn + 1] - starts[drawn]);
        }
    }
}
