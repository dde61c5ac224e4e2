package lstm.model;

import java.util.Optional;
import java.util.OptionalDouble;
import lstm.train.TrainingState;

/**
 * One of the networks of a model.
 *
 * @param training how its training went
 * @param weights in the order of {@link lstm.network.Architecture#layout()}; not copied
 * @param resume state to resume an unfinished training from; empty in a finished model
 */
@SuppressWarnings("ArrayRecordComponent") // Weights are large; nobody writes to them.
public record TrainedNetwork(TrainingHistory training, float[] weights, Optional<ResumeState> resume) {
    /** Checks that it is finished or can be resumed. */
    public TrainedNetwork {
        if (training.isFinished() == resume.isPresent()) {
            throw new IllegalArgumentException("a network is finished or can be resumed");
        }
    }

    /**
     * What the names of the tensors of a network begin with.
     *
     * @param number of the network, from 0; the first has none
     */
    public static String prefix(int number) {
        return number == 0 ? "" : "network." + (number + 1) + ".";
    }

    /** A network whose training has come this far: with the best weights, or the current ones before there are any. */
    static TrainedNetwork of(TrainingState state, TrainingHistory.Status status) {
        return new TrainedNetwork(
                new TrainingHistory(state.history(), state.bestEpoch(), status),
                state.bestEpoch() == 0 ? state.weights() : state.best(),
                status == TrainingHistory.Status.UNFINISHED ? Optional.of(ResumeState.of(state)) : Optional.empty());
    }

    /** Its loss on the held-out rows at the epoch whose weights it has; empty if there is none. */
    public OptionalDouble heldOutLoss() {
        return training.bestEpoch() == 0
                ? OptionalDouble.empty()
                : training.history().get(training.bestEpoch() - 1).validation();
    }

    /**
     * The state to resume its training from; a copy.
     *
     * @throws IllegalStateException if it is finished
     */
    TrainingState state() {
        ResumeState last = resume.orElseThrow(() -> new IllegalStateException("the training has ended"));
        return TrainingState.restore(
                last.weights(),
                last.slots().stream().map(float[]::clone).toArray(float[][]::new),
                weights,
                training.history(),
                training.bestEpoch(),
                last.batch(),
                last.step(),
                last.lossSum());
    }
}
