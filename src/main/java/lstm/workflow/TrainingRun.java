package lstm.workflow;

import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.evaluate.BacktestResult;
import lstm.model.Model;
import lstm.model.Settings;
import lstm.model.TrainingHistory.Status;
import lstm.train.DivergedException;
import lstm.train.Trainer;
import lstm.train.TrainingState;
import lstm.workflow.TrainResult.Outcome;

/**
 * A training that is ready to start or to resume.
 *
 * @param choice the settings that it has
 * @param earlier what the model file holds of the same training, finished or not
 * @param target the model file, if there is one
 */
public record TrainingRun(
        PreparedTraining job, PresetChoice choice, Optional<Model> earlier, Optional<ModelTarget> target, int threads) {
    /** The settings that it has. */
    public Settings settings() {
        return choice.settings();
    }

    /** Whether there is nothing to do. */
    public boolean isFinished() {
        return earlier.filter(model -> model.training().isFinished()).isPresent();
    }

    /** Epochs done so far. */
    public int epochsDone() {
        return earlier.map(model -> model.training().history().size()).orElse(0);
    }

    /**
     * Trains to the end, or until the listener or an interrupt of this thread stops it.
     *
     * @throws LstmException of kind {@code DIVERGED} or {@code IO}
     */
    public TrainResult run(TrainingListener listener) throws LstmException {
        if (isFinished()) {
            return finishedBefore(earlier.get());
        }
        TrainingState state = earlier.map(Model::state).orElseGet(job.draft()::start);
        Optional<Checkpoint> checkpoint =
                target.filter(file -> !file.isStream()).map(file -> new Checkpoint(file, job.draft()));
        CheckpointListener saving = new CheckpointListener(listener, checkpoint);
        boolean interrupted = false;
        try (ModelTrainer trainer = new ModelTrainer(job, threads)) {
            Trainer.End end = trainer.run(state, saving);
            // Files cannot be written on an interrupted thread.
            interrupted = Thread.interrupted();
            listener.afterTraining(state);
            saving.rethrow();
            if (checkpoint.isPresent()) {
                // Scoring may take long, and a training that is resumed begins with it.
                checkpoint.get().save(state);
            }
            if (end == Trainer.End.INTERRUPTED || listener.beforeResult(state)) {
                return new TrainResult(
                        job, Outcome.INTERRUPTED, job.draft().unfinished(state), Optional.empty(), List.of());
            }
            return scored(trainer, state, end);
        } catch (DivergedException e) {
            listener.afterTraining(state);
            throw diverged(e, state);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private TrainResult scored(ModelTrainer trainer, TrainingState state, Trainer.End end) throws LstmException {
        ModelTrainer.HeldOutScores heldOut = trainer.score(state.best());
        Model model = trainer.finished(state, end, heldOut.scores());
        if (target.isPresent()) {
            target.get().write(model);
        }
        return new TrainResult(job, Outcome.TRAINED, model, heldOut.forecasts(), heldOut.scores());
    }

    private TrainResult finishedBefore(Model model) throws LstmException {
        if (model.training().status() == Status.DIVERGED) {
            throw LstmException.of(LstmException.Kind.DIVERGED, "its training diverged")
                    .in(target.orElseThrow().path())
                    .remedy(
                            "start over with ",
                            Setting.FORCE,
                            " and a smaller ",
                            Setting.LEARNING_RATE,
                            " or ",
                            Setting.CLIP_NORM.to(1));
        }
        return new TrainResult(job, Outcome.UNCHANGED, model, Optional.empty(), model.scores());
    }

    private LstmException diverged(DivergedException e, TrainingState state) throws LstmException {
        String kept = state.bestEpoch() > 0 ? "no model is kept" : "no epoch was finished, so no model is kept";
        if (state.bestEpoch() > 0 && target.isPresent() && !target.get().isStream()) {
            target.get().write(job.draft().finished(state, Status.DIVERGED, List.of(), Optional.empty()));
            kept = "the weights of epoch " + state.bestEpoch() + " are kept in "
                    + target.get().path();
        }
        return LstmException.of(LstmException.Kind.DIVERGED, "training ", e.getMessage(), "; ", kept)
                .because(e)
                .remedy("use a smaller ", Setting.LEARNING_RATE, " or ", Setting.CLIP_NORM.to(1));
    }

    /** The model's forecasts of the held-out rows of each series that are scored. */
    public List<Optional<BacktestResult>> heldOutOfEach(Model model) {
        try (ModelTrainer trainer = new ModelTrainer(job, threads)) {
            return trainer.forecastsOfEach(model.weights());
        }
    }

    /** The result of a training that had ended before, scored again beside methods that the model does not keep. */
    public TrainResult rescored(TrainResult result) {
        try (ModelTrainer trainer = new ModelTrainer(job, threads)) {
            ModelTrainer.HeldOutScores held = trainer.score(result.model().weights());
            return new TrainResult(job, result.outcome(), result.model(), held.forecasts(), held.scores());
        }
    }
}
