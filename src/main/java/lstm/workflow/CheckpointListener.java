package lstm.workflow;

import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.train.Trainer;
import lstm.train.TrainingState;

/** Saves after steps, passes them on, and stops training when nothing can be saved any more. */
final class CheckpointListener implements Trainer.Listener {
    private final Trainer.Listener next;
    private final Optional<Checkpoint> checkpoint;
    private final List<TrainingState> states;
    private Optional<LstmException> failure = Optional.empty();

    /** @param states of the networks, which change as they are trained */
    CheckpointListener(Trainer.Listener next, Optional<Checkpoint> checkpoint, List<TrainingState> states) {
        this.next = next;
        this.checkpoint = checkpoint;
        this.states = states;
    }

    @Override
    public boolean afterStep(TrainingState state, int batches) {
        boolean stop = next.afterStep(state, batches);
        save(false);
        return failure.isPresent() || stop;
    }

    @Override
    public void afterEpoch(TrainingState state, boolean improved) {
        next.afterEpoch(state, improved);
        save(improved);
    }

    private void save(boolean improved) {
        if (failure.isPresent() || checkpoint.isEmpty()) {
            // A disk that failed once is not to be trusted with a second try, nor the user kept waiting for it.
            return;
        }
        try {
            checkpoint.get().saveIfDue(states, improved);
        } catch (LstmException e) {
            // An interrupt closes files that are being written; it is no failure of the disk, and stops training
            // anyway.
            failure = Optional.of(e).filter(any -> !Thread.currentThread().isInterrupted());
        }
    }

    /** Throws what kept the checkpoint from saving, if anything did. */
    void rethrow() throws LstmException {
        if (failure.isPresent()) {
            throw failure.get();
        }
    }
}
