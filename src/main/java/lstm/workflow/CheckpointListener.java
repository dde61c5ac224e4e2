package lstm.workflow;

import lstm.cli.terminal.SignalHandler;
import lstm.cli.terminal.TrainingProgress;
import lstm.error.LstmException;
import lstm.train.Trainer;
import lstm.train.TrainingState;

/** Saves, shows progress, and stops training when a signal came or nothing can be saved any more. */
final class CheckpointListener implements Trainer.Listener {
    private final SignalHandler signal;
    private final Checkpoint saver;
    private final TrainingProgress progress;
    private LstmException failure;

    CheckpointListener(SignalHandler signal, Checkpoint saver, TrainingProgress progress) {
        this.signal = signal;
        this.saver = saver;
        this.progress = progress;
    }

    @Override
    public boolean afterStep(TrainingState state, int batches) {
        progress.step(state, batches);
        save(state, false);
        return failure != null || signal.isRaised();
    }

    @Override
    public void afterEpoch(TrainingState state, boolean improved) {
        progress.epoch(state);
        save(state, improved);
    }

    private void save(TrainingState state, boolean improved) {
        if (failure != null) {
            // A disk that failed once is not to be trusted with a second try, nor the user kept waiting for it.
            return;
        }
        try {
            saver.offer(state, improved);
        } catch (LstmException e) {
            failure = e;
        }
    }

    /** Throws what kept the saver from saving, if anything did. */
    void rethrow() throws LstmException {
        if (failure != null) {
            throw failure;
        }
    }
}
