package lstm.cli;

import lstm.train.Trainer;
import lstm.train.TrainingState;

/** Shows the progress of one cell's training. */
record CompareListener(Progress progress) implements Trainer.Listener {
    @Override
    public boolean afterStep(TrainingState state, int batches) {
        progress.step(state, batches);
        return false;
    }

    @Override
    public void afterEpoch(TrainingState state, boolean improved) {
        progress.epoch(state);
    }
}
