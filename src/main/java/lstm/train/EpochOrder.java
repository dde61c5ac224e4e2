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

    private final int all;
    private final int count;
    /** What each series and those before it count together. */
    private final double[] ends;

    EpochOrder(Samples samples, Recipe recipe) {
        this.recipe = recipe;
        all = samples.count();
        count = recipe.windows() == 0 ? all : Math.min(all, recipe.windows());
        starts = samples.starts();
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

    /** Draws the windows of an epoch, {@link #count} of them, in a new array. */
    int[] draw(int epoch) {
        SplitMix64 random = SplitMix64.of(recipe.seed(), RandomStream.SHUFFLE, epoch);
        return switch (recipe.sampling()) {
            case WINDOWS -> random.firstShuffled(all, count);
            case SERIES, WEIGHT -> drawnFromSeries(random);
        };
    }

    /** Every series has its share of the windows, rounded up or down at random, and repeats windows if it has fewer. */
    private int[] drawnFromSeries(SplitMix64 random) {
        int[] order = new int[count];
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
        random.shuffle(order);
        return order;
    }
}
