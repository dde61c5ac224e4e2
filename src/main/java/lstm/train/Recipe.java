package lstm.train;

import lstm.network.Ensemble;
import lstm.network.Loss;

/**
 * The hyperparameters of a training.
 *
 * @param epochs maximum number of epochs
 * @param batch windows in a batch
 * @param rate initial learning rate
 * @param clipNorm maximum Euclidean norm of the gradient over all parameters; 0: no limit
 * @param patience epochs without improvement after which training stops; 0: never
 * @param seed of initial weights, shuffling and dropout
 * @param windows maximum number of windows in an epoch, drawn anew for each; 0: all
 * @param sampling how these are drawn
 */
public record Recipe(
        int epochs,
        int batch,
        double rate,
        Optimizer optimizer,
        Loss loss,
        double clipNorm,
        int patience,
        Schedule schedule,
        long seed,
        int windows,
        Sampling sampling) {
    /** The classic recipe. */
    public static final Recipe CLASSIC =
            new Recipe(100, 32, 0.001, Optimizer.ADAM, Loss.Point.MSE, 0, 0, Schedule.CONSTANT, 1, 0, Sampling.WINDOWS);

    /** Checks the ranges. */
    public Recipe {
        if (epochs < 1 || batch < 1 || !(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(epochs + " epochs of batches of " + batch + " at rate " + rate);
        }
        if (!(clipNorm >= 0 && clipNorm < Double.POSITIVE_INFINITY) || patience < 0 || windows < 0) {
            throw new IllegalArgumentException(
                    "clip norm " + clipNorm + ", patience " + patience + ", " + windows + " windows");
        }
    }

    /** The same with another maximum number of epochs. */
    public Recipe withEpochs(int other) {
        return new Recipe(other, batch, rate, optimizer, loss, clipNorm, patience, schedule, seed, windows, sampling);
    }

    /** The same with another batch size. */
    public Recipe withBatch(int other) {
        return new Recipe(epochs, other, rate, optimizer, loss, clipNorm, patience, schedule, seed, windows, sampling);
    }

    /** The same with another initial learning rate. */
    public Recipe withRate(double other) {
        return new Recipe(epochs, batch, other, optimizer, loss, clipNorm, patience, schedule, seed, windows, sampling);
    }

    /** The same with another optimizer. */
    public Recipe withOptimizer(Optimizer other) {
        return new Recipe(epochs, batch, rate, other, loss, clipNorm, patience, schedule, seed, windows, sampling);
    }

    /** The same with another loss. */
    public Recipe withLoss(Loss other) {
        return new Recipe(epochs, batch, rate, optimizer, other, clipNorm, patience, schedule, seed, windows, sampling);
    }

    /** The same with another longest gradient. */
    public Recipe withClipNorm(double other) {
        return new Recipe(epochs, batch, rate, optimizer, loss, other, patience, schedule, seed, windows, sampling);
    }

    /** The same with another patience. */
    public Recipe withPatience(int other) {
        return new Recipe(epochs, batch, rate, optimizer, loss, clipNorm, other, schedule, seed, windows, sampling);
    }

    /** The same with another learning rate schedule. */
    public Recipe withSchedule(Schedule other) {
        return new Recipe(epochs, batch, rate, optimizer, loss, clipNorm, patience, other, seed, windows, sampling);
    }

    /** The same with another seed. */
    public Recipe withSeed(long other) {
        return new Recipe(epochs, batch, rate, optimizer, loss, clipNorm, patience, schedule, other, windows, sampling);
    }

    /**
     * The recipe of one of several networks, which differ in their seeds.
     *
     * @param number of the network, from 0; the first has the seed of this recipe
     */
    public Recipe ofNetwork(int number) {
        return withSeed(Ensemble.seed(seed, number));
    }

    /** The same with another maximum number of windows per epoch. */
    public Recipe withWindows(int other) {
        return new Recipe(epochs, batch, rate, optimizer, loss, clipNorm, patience, schedule, seed, other, sampling);
    }

    /** The same with another way to draw the windows of an epoch. */
    public Recipe withSampling(Sampling other) {
        return new Recipe(epochs, batch, rate, optimizer, loss, clipNorm, patience, schedule, seed, windows, other);
    }
}
