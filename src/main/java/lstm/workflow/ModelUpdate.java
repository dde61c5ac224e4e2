package lstm.workflow;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.error.SettingRange;
import lstm.model.Model;
import lstm.model.Score;
import lstm.model.Settings;
import lstm.series.Series;
import lstm.train.DivergedException;
import lstm.train.Recipe;
import lstm.train.Trainer;
import lstm.train.TrainingState;

/**
 * Continues the training of a finished model with new rows. Transforms and scalers stay as they were fitted; intervals
 * and baselines are fitted again. The new weights are kept only if they are better on the held-out rows.
 */
public final class ModelUpdate {
    /** Default number of epochs. */
    public static final int EPOCHS = 10;

    private final Model model;
    private final String name;
    private final List<Series> files;
    private int epochs = EPOCHS;
    private OptionalDouble rate = OptionalDouble.empty();
    private OptionalInt patience = OptionalInt.empty();
    private double validation = Settings.CLASSIC.validation();
    private int threads = Runtime.getRuntime().availableProcessors();

    private ModelUpdate(Model model, String name, List<Series> files) {
        this.model = model;
        this.name = name;
        this.files = List.copyOf(files);
    }

    /**
     * An update of a model.
     *
     * @param name of the model, for failures
     * @param rows all rows, or those since the model's training alone
     */
    public static ModelUpdate of(Model model, String name, Series rows) {
        return of(model, name, List.of(rows));
    }

    /**
     * An update of a model of several series.
     *
     * @param files all rows of all series, at least one: such a model keeps none of the rows that it has seen
     */
    public static ModelUpdate of(Model model, String name, List<Series> files) {
        return new ModelUpdate(model, name, files);
    }

    /** Passes over the windows (default: {@value #EPOCHS}). */
    public ModelUpdate epochs(int number) throws LstmException {
        epochs = SettingRange.atLeastOne(Setting.EPOCHS, number);
        return this;
    }

    /** Initial learning rate (default: as the model was trained). */
    public ModelUpdate learningRate(double initial) throws LstmException {
        rate = OptionalDouble.of(SettingRange.positive(Setting.LEARNING_RATE, initial));
        return this;
    }

    /** Epochs without improvement after which it stops; 0 for never (default: as the model was trained). */
    public ModelUpdate patience(int number) throws LstmException {
        patience = OptionalInt.of(SettingRange.notNegative(Setting.PATIENCE, number));
        return this;
    }

    /** Share of the rows held out to choose the best epoch and to judge by; 0 keeps the new weights unjudged. */
    public ModelUpdate validation(double share) throws LstmException {
        validation = SettingRange.share(Setting.VALIDATION, share);
        return this;
    }

    /** Threads to compute on (default: one for each processor). */
    public ModelUpdate threads(int number) throws LstmException {
        threads = SettingRange.atLeastOne(Setting.THREADS, number);
        return this;
    }

    /** Refuses a model that cannot be updated. */
    public static void requireUpdatable(Model model, String name) throws LstmException {
        if (!model.isFinished()) {
            throw LstmException.model("its training is unfinished")
                    .in(name)
                    .remedy("resume the training before updating the model");
        }
    }

    /**
     * Compares the rows with what the model has seen, and prepares the training.
     *
     * @throws LstmException if the model cannot learn from these rows
     */
    public UpdateRun prepare() throws LstmException {
        requireUpdatable(model, name);
        if (validation == 0 && model.combination().isPresent()) {
            throw LstmException.usage("a model that combines methods needs held-out rows to learn the weights on")
                    .remedy("leave out ", Setting.VALIDATION.to(0))
                    .in(name);
        }
        NewRows fresh = compared();
        if (fresh.isNothing()) {
            return new UpdateRun(this, fresh, Optional.empty());
        }
        PreparedTraining job = PreparedTraining.onward(fresh, model, validation, recipe());
        if (validation > 0 && job.panel().validation().count() == 0) {
            throw LstmException.data("no held-out row can be forecast, since each has masked rows before it")
                    .in(files.get(0).source())
                    .remedy("use ", Setting.MISSING.to("interpolate"));
        }
        return new UpdateRun(this, fresh, Optional.of(job));
    }

    private NewRows compared() throws LstmException {
        if (!model.isOfSeveral()) {
            return NewRows.of(model, name, files.get(0));
        }
        return NewRows.ofSeveral(model, name, files, Settings.of(model).withValidation(validation));
    }

    private Recipe recipe() {
        Recipe own = model.recipe();
        return own.withEpochs(epochs).withRate(rate.orElse(own.rate())).withPatience(patience.orElse(own.patience()));
    }

    /**
     * An update that is ready to begin.
     *
     * @param job empty if there is nothing new to learn
     */
    public record UpdateRun(ModelUpdate update, NewRows rows, Optional<PreparedTraining> job) {
        /** The recipe that it follows. */
        public Recipe recipe() {
            return update.recipe();
        }

        /**
         * Learns, judges, and keeps the better of the two.
         *
         * @return empty if the listener, or an interrupt of the thread, stopped it
         * @throws LstmException of kind {@code DIVERGED}
         */
        public Optional<UpdateResult> run(TrainingListener listener) throws LstmException {
            Model old = update.model;
            if (job.isEmpty()) {
                return Optional.of(new UpdateResult(old, rows, false, old.scores(), List.of()));
            }
            List<TrainingState> states = old.weights().stream()
                    .map(weights -> TrainingState.start(weights, recipe().optimizer()))
                    .toList();
            try (ModelTrainer trainer = new ModelTrainer(job.get(), update.threads).tunedAs(old)) {
                List<Score> before = trainer.score(old.weights()).scores();
                Trainer.End end = trainer.run(states, listener);
                listener.afterTraining(TrainingRun.longest(states));
                if (end == Trainer.End.INTERRUPTED) {
                    return Optional.empty();
                }
                List<Score> after = trainer.score(ModelTrainer.best(states)).scores();
                boolean worse = UpdateResult.isWorse(after, before);
                Model model = worse ? old : trainer.finished(states, after);
                return listener.beforeResult(TrainingRun.longest(states))
                        ? Optional.empty()
                        : Optional.of(new UpdateResult(model, rows, !worse, before, after));
            } catch (DivergedException e) {
                listener.afterTraining(TrainingRun.longest(states));
                throw LstmException.of(
                                LstmException.Kind.DIVERGED, "training ", e.getMessage(), "; the model is unchanged")
                        .because(e)
                        .remedy("use a smaller ", Setting.LEARNING_RATE, ", or train again from the beginning");
            }
        }
    }

    /**
     * Runs it without a listener.
     *
     * @return empty if the thread was interrupted
     */
    public Optional<UpdateResult> run() throws LstmException {
        return prepare().run(TrainingListener.NONE);
    }
}
