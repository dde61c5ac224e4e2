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
    /** What each series and those before it count together. */
    private final double[] ends;

    EpochOrder(Samples samples, Recipe recipe) {
        this.recipe = recipe;
        int all = samples.count();
        count = recipe.windows() == 0 ? all : Math.min(all, recipe.windows());
        starts = samples.starts();
        order = new int[recipe.sampling() == Sampling.WINDOWS ? all : count];
        ends = new double[starts.length - 1];
        double[] weights = samples.weights();
        double largest = Arrays.stream(weights).max().orElse(1);
        double end = 0;
        for (int k = 0; k < ends.length; k++) {
            end += recipe.sampling() == Sampling.WEIGHT && weights.length > 0 ? weights[k] / largest : 1;
            ends[k] = end;
        }
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
            case SERIES, WEIGHT -> drawFromSeries(random);
        }
        random.shuffle(order);
        return order;
    }

    /** Every series has its share of the windows, rounded up or down at random, and repeats windows if it has fewer. */
    private void drawFromSeries(SplitMix64 random) {
        double total = ends[ends.length - 1];
        double offset = random.nextDouble();
        int series = 0;
        for (int k = 0; k < count; k++) {
            double point = Math.min((k + offset) / count * total, Math.nextDown(total));
            while (ends[series] <= point) {
                series++;
            }
            order[k] = starts[series] + random.nextInt(starts[series + 1] - starts[series]);
        }
    }
}
