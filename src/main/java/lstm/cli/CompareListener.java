package lstm.cli;

import java.util.Optional;
import lstm.train.Trainer;
import lstm.train.TrainingState;

/** Shows the progress of one cell's training. */
final class CompareListener implements Trainer.Listener {
    private final Progress progress;
    private Optional<TrainingState> last = Optional.empty();

    CompareListener(Progress progress) {
        this.progress = progress;
    }

    @Override
    public boolean afterStep(TrainingState state, int batches) {
        last = Optional.of(state);
        progress.step(state, batches);
        return false;
    }

    @Override
    public void afterEpoch(TrainingState state, boolean improved) {
        progress.epoch(state);
    }

    /** Leaves what was shown last as it stands. */
    void end() {
        last.ifPresent(progress::end);
    }
}
