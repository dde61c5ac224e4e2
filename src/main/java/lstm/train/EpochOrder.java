package lstm.train;

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

    private final int all;
    private final int count;

    EpochOrder(Samples samples, Recipe recipe) {
        this.recipe = recipe;
        all = samples.count();
        count = recipe.windows() == 0 ? all : Math.min(all, recipe.windows());
        starts = samples.starts();
    }

    /** The number of windows in an epoch. */
    int count() {
        return count;
    }

    /** Draws the windows of an epoch, {@link #count} of them, in a new array. */
    int[] draw(int epoch) {
        SplitMix64 random = SplitMix64.of(recipe.seed(), RandomStream.SHUFFLE, epoch);
        return switch (recipe.sampling()) {
            case WINDOWS -> random.firstShuffled(all, count);
            case SERIES -> drawnEvenly(random);
        };
    }

    /** Every series has its share of the windows, rounded up or down at random, and repeats windows if it has fewer. */
    private int[] drawnEvenly(SplitMix64 random) {
        int[] order = new int[count];
        int series = starts.length - 1;
        double offset = random.nextDouble();
        for (int k = 0; k < count; k++) {
            int drawn = Math.min(series - 1, (int) ((k + offset) / count * series));
            order[k] = starts[drawn] + random.nextInt(starts[drawn + 1] - starts[drawn]);
        }
        random.shuffle(order);
        return order;
    }
}
