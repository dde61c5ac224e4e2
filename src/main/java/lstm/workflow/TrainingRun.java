package lstm.workflow;

import java.util.Collections;
import java.util.Comparator;
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
        return earlier.filter(Model::isFinished).isPresent();
    }

    /** Epochs done so far. */
    public int epochsDone() {
        return earlier.map(Model::epochs).orElse(0);
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
        List<TrainingState> states = earlier.map(Model::states).orElseGet(job.draft()::start);
        Optional<Checkpoint> checkpoint =
                target.filter(file -> !file.isStream()).map(file -> new Checkpoint(file, job.draft()));
        CheckpointListener saving = new CheckpointListener(listener, checkpoint, states);
        boolean interrupted = false;
        try (ModelTrainer trainer = new ModelTrainer(job, threads)) {
            Trainer.End end = trainer.run(states, saving);
            // Files cannot be written on an interrupted thread.
            interrupted = Thread.interrupted();
            listener.afterTraining(longest(states));
            saving.rethrow();
            if (checkpoint.isPresent()) {
                // Scoring may take long, and a training that is resumed begins with it.
                checkpoint.get().save(states);
            }
            if (end == Trainer.End.INTERRUPTED
                    || trainer.isStoppedTuning(new OfBase(listener))
                    || listener.beforeResult(longest(states))) {
                return new TrainResult(
                        job, Outcome.INTERRUPTED, job.draft().unfinished(states), Optional.empty(), List.of());
            }
            return scored(trainer, states);
        } catch (DivergedException e) {
            listener.afterTraining(longest(states));
            throw diverged(e, states);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The state of the network that has been trained longest. */
    static TrainingState longest(List<TrainingState> states) {
        return Collections.max(
                states, Comparator.comparingInt(state -> state.history().size()));
    }

    private TrainResult scored(ModelTrainer trainer, List<TrainingState> states) throws LstmException {
        ModelTrainer.HeldOutScores heldOut = trainer.score(ModelTrainer.best(states));
        Model model = trainer.finished(states, heldOut.scores());
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

    private LstmException diverged(DivergedException e, List<TrainingState> states) throws LstmException {
        int epochs = states.stream().mapToInt(TrainingState::bestEpoch).min().orElseThrow();
        String kept = epochs > 0 ? "no model is kept" : "no epoch was finished, so no model is kept";
        if (epochs > 0 && target.isPresent() && !target.get().isStream()) {
            target.get().write(job.draft().diverged(states));
            String best = states.size() == 1 ? "epoch " + epochs : "the best epochs";
            kept = "the weights of " + best + " are kept in " + target.get().path();
        }
        return LstmException.of(LstmException.Kind.DIVERGED, "training ", e.getMessage(), "; ", kept)
                .because(e)
                .remedy("use a smaller ", Setting.LEARNING_RATE, " or ", Setting.CLIP_NORM.to(1));
    }

    /** The model's forecasts of the held-out rows of each series that are scored. */
    public List<Optional<BacktestResult>> heldOutOfEach(Model model) {
        try (ModelTrainer trainer = new ModelTrainer(job, threads)) {
            return trainer.tunedAs(model).forecastsOfEach(model.weights());
        }
    }

    /** The result of a training that had ended before, scored again beside methods that the model does not keep. */
    public TrainResult rescored(TrainResult result) {
        try (ModelTrainer trainer = new ModelTrainer(job, threads)) {
            ModelTrainer.HeldOutScores held =
                    trainer.tunedAs(result.model()).score(result.model().weights());
            return new TrainResult(job, result.outcome(), result.model(), held.forecasts(), held.scores());
        }
    }

    /** Follows the training of the base network. */
    private record OfBase(TrainingListener listener) implements Trainer.Listener {
        @Override
        public boolean afterStep(TrainingState state, int batches) {
            return listener.afterBaseStep(state, batches);
        }

        @Override
        public void afterEpoch(TrainingState state, boolean improved) {
            // Steps say enough.
        }
    }
}
