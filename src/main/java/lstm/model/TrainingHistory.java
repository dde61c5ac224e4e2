package lstm.model;

import java.util.List;
import java.util.Locale;
import lstm.train.Epoch;

/**
 * The course of the training of a model.
 *
 * @param history of the finished epochs
 * @param bestEpoch number of the epoch whose weights the model has, from 1; 0 before the first is finished
 * @param status whether the training has ended, and why
 */
public record TrainingHistory(List<Epoch> history, int bestEpoch, Status status) {
    /** Whether a training has ended, and why. */
    public enum Status {
        /** It has not ended. */
        UNFINISHED,
        /** All epochs are done. */
        FINISHED,
        /** The patience ran out. */
        STOPPED_EARLY,
        /** It diverged; the model has the best weights from before. */
        DIVERGED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Checks that the best epoch is one of them. */
    public TrainingHistory {
        history = List.copyOf(history);
        if (bestEpoch < 0 || bestEpoch > history.size() || (bestEpoch == 0) != history.isEmpty()) {
            throw new IllegalArgumentException("best epoch " + bestEpoch + " of " + history.size());
        }
    }

    /** Whether it has ended. */
    public boolean isFinished() {
        return status != Status.UNFINISHED;
    }

    /** Whether it ended because its numbers were no longer finite. */
    public boolean isDiverged() {
        return status == Status.DIVERGED;
    }
}
