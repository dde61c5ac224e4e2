package lstm.pretrain;

import lstm.network.Network;
import lstm.train.TrainingState;

/**
 * A base network with its training so far.
 *
 * @param plan of the training
 * @param state how far it is; holds the weights
 */
public record BaseModel(PretrainingPlan plan, TrainingState state) {
    /** The untrained network: it forecasts seasonal naive, with quantiles of a normal distribution. */
    public static BaseModel untrained(PretrainingPlan plan) {
        var architecture = plan.shape().architecture();
        float[] levels = new float[plan.shape().horizon() * BaseShape.NORMAL.length];
        for (int k = 0; k < levels.length; k++) {
            levels[k] = BaseShape.NORMAL[k % BaseShape.NORMAL.length];
        }
        float[] weights = Network.withHeadBias(Network.initialWeights(architecture, plan.seed()), architecture, levels);
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
