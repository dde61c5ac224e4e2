package lstm.workflow;

import lstm.train.Trainer;
import lstm.train.TrainingState;

/** Follows a training and may stop it. It may read the state but not change it. */
public interface TrainingListener extends Trainer.Listener {
    /** Follows nothing and never stops. */
    TrainingListener NONE = new TrainingListener() {};

    /** After each step; true stops the training here, to be resumed later. */
    @Override
    default boolean afterStep(TrainingState state, int batches) {
        return false;
    }

    /** After each epoch; {@code improved} says whether its weights are the best so far. */
    @Override
    default void afterEpoch(TrainingState state, boolean improved) {}

    /** After each step of the training of the base network, which comes after that of the network; true stops there. */
    default boolean afterBaseStep(TrainingState state, int batches) {
        return false;
    }

    /** Once the last step is done, or training was stopped or diverged. */
    default void afterTraining(TrainingState state) {}

    /**
     * Before the result is made of the weights, when everything needed to go on has been saved; true stops here.
     *
     * @param state of the finished training
     */
    default boolean beforeResult(TrainingState state) {
        return false;
    }
}
