package lstm.pretrain;

import lstm.base.BaseShape;
import lstm.network.Loss;
import lstm.train.Optimizer;
import lstm.train.Recipe;
import lstm.train.Sampling;
import lstm.train.Schedule;

/**
 * What a pre-training depends on; with the same plan it ends in the same bits.
 *
 * @param shape of the network
 * @param seed of weights and series
 * @param epochs after which it ends
 * @param windows of an epoch, each of a new series
 * @param batch windows of a step
 * @param rate learning rate of the first epoch, from which it falls along half a cosine
 */
public record PretrainingPlan(BaseShape shape, long seed, int epochs, int windows, int batch, double rate) {
    /** Validation windows, of series that are not trained on. */
    static final int VALIDATION = 2_000;

    private static final double LONGEST_GRADIENT = 1;

    /** The recipe of the trainer: sampling by series draws new windows without listing all of them. */
    Recipe recipe() {
        Loss loss = BaseShape.LEVELS;
        return new Recipe(
                epochs,
                batch,
                rate,
                Optimizer.ADAM,
                loss,
                LONGEST_GRADIENT,
                0,
                Schedule.COSINE,
                seed,
                windows,
                Sampling.SERIES);
    }

    /** The windows to train on. */
    SyntheticWindows windowsOfTraining() {
        return new SyntheticWindows(2 * seed, shape, SyntheticWindows.ALL);
    }

    /** The windows to validate on. */
    SyntheticWindows windowsOfValidation() {
        return new SyntheticWindows(2 * seed + 1, shape, VALIDATION);
    }
}
