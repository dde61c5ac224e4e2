package lstm.train;

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
        int windows) {
    /** The classic recipe. */
    public static final Recipe CLASSIC =
            new Recipe(100, 32, 0.001, Optimizer.ADAM, Loss.Point.MSE, 0, 0, Schedule.CONSTANT, 1);

    /** Creates a recipe whose epochs use all windows. */
    public Recipe(
            int epochs,
            int batch,
            double rate,
            Optimizer optimizer,
            Loss loss,
            double clipNorm,
            int patience,
            Schedule schedule,
            long seed) {
        this(epochs, batch, rate, optimizer, loss, clipNorm, patience, schedule, seed, 0);
    }

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
}
