package lstm.pretrain;

import lstm.train.TrainingState;

/**
 * A base network with its training so far.
 *
 * @param plan of the training
 * @param state how far it is; holds the weights
 */
public record BaseModel(PretrainingPlan plan, TrainingState state) {
    /** The untrained network. */
    public static BaseModel untrained(PretrainingPlan plan) {
        float[] weights = plan.shape().initialWeights(plan.seed());
        return new BaseModel(plan, TrainingState.start(weights, plan.recipe().optimizer()));
    }

    /** Whether all epochs are done. */
    public boolean isFinished() {
        return state.history().size() >= plan.epochs();
    }

    /** The weights to forecast with: the best so far. */
    public float[] weights() {
        return state.bestEpoch() == 0 ? state.weights() : state.best();
    }
}
