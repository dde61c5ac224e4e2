package lstm.cli.terminal;

import lstm.train.TrainingState;
import lstm.workflow.TrainingListener;

/** Shows the progress of a training and stops it when a signal comes, which the caller awaits. */
public final class SignalListener implements TrainingListener {
    private final SignalHandler signal;
    private final TrainingProgress progress;

    /** Creates a listener for a training that starts now. */
    public SignalListener(SignalHandler signal, TrainingProgress progress) {
        this.signal = signal;
        this.progress = progress;
    }

    @Override
    public boolean afterStep(TrainingState state, int batches) {
        progress.step(state, batches);
        return signal.isRaised();
    }

    @Override
    public void afterEpoch(TrainingState state, boolean improved) {
        progress.epoch(state);
    }

    @Override
    public boolean afterBaseStep(TrainingState state, int batches) {
        progress.baseStep(state, batches);
        return signal.isRaised();
    }

    @Override
    public void afterTraining(TrainingState state) {
        progress.end(state);
    }

    /** What follows may take long and saves nothing, so a signal exits at once from here on. */
    @Override
    public boolean beforeResult(TrainingState state) {
        progress.baseEnd();
        signal.awaitNoMore();
        return signal.isRaised();
    }
}
