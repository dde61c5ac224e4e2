package lstm.workflow;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.error.SettingRange;
import lstm.model.DataFingerprint;
import lstm.model.Model;
import lstm.model.Settings;
import lstm.preset.Preset;
import lstm.preset.PresetCandidate;
import lstm.preset.PresetForm;
import lstm.series.Series;

/**
 * Trains a model on a series, or one model on several series of the same columns.
 *
 * <pre>{@code
 * TrainResult trained = Training.of(sales).preset(Preset.ACCURATE).horizon(12).run();
 * }</pre>
 *
 * The same series, settings and seed give the same model, whatever the number of threads.
 */
public final class Training {
    private final List<Series> files;
    private SettingsRequest request = new SettingsRequest();
    private Optional<Settings> settled = Optional.empty();
    private int threads = Runtime.getRuntime().availableProcessors();
    private TrainingListener listener = TrainingListener.NONE;
    private ComparisonListener comparison = ComparisonListener.NONE;
    private Optional<ModelTarget> target = Optional.empty();
    private Optional<Path> path = Optional.empty();
    private TrainingStart start = TrainingStart.ANEW;

    private Training(List<Series> files) {
        this.files = List.copyOf(files);
    }

    /** A training on a series. */
    public static Training of(Series series) {
        return new Training(List.of(series));
    }

    /** A training of one model on several series, at least one, all of the same columns. */
    public static Training of(List<Series> files) {
        if (files.isEmpty()) {
            throw new IllegalArgumentException("no series");
        }
        return new Training(files);
    }

    /** The settings to train with (default: the classic recipe). */
    public Training settings(SettingsRequest settings) {
        request = settings;
        return this;
    }

    /** Exactly these settings, such as a search has chosen. */
    public Training settings(Settings chosen) {
        settled = Optional.of(chosen);
        return this;
    }

    /** Preset for settings that are not given: shorthand for {@link SettingsRequest#preset}. */
    public Training preset(Preset name) {
        request.preset(name);
        return this;
    }

    /** Number of steps to forecast: shorthand for {@link SettingsRequest#horizon}. */
    public Training horizon(int steps) throws LstmException {
        request.horizon(steps);
        return this;
    }

    /** Networks that are trained, whose median is the forecast: shorthand for {@link SettingsRequest#ensemble}. */
    public Training ensemble(int networks) throws LstmException {
        request.ensemble(networks);
        return this;
    }

    /** Threads to compute on (default: one for each processor). */
    public Training threads(int number) throws LstmException {
        threads = SettingRange.atLeastOne(Setting.THREADS, number);
        return this;
    }

    /** Follows the comparison of settings that a preset may choose, which comes before the training. */
    public Training comparison(ComparisonListener follower) {
        comparison = follower;
        return this;
    }

    /** Follows the training and may stop it. */
    public Training listener(TrainingListener follower) {
        listener = follower;
        return this;
    }

    /**
     * Saves the best weights so far to a file while training, and the model at the end. The file is locked meanwhile.
     */
    public Training saveTo(Path file, TrainingStart how) {
        path = Optional.of(file);
        start = how;
        return this;
    }

    /** The same for a file that the caller has locked and will close. */
    public Training saveTo(ModelTarget file, TrainingStart how) {
        target = Optional.of(file);
        start = how;
        return this;
    }

    /**
     * Checks and fits everything that comes before the first step.
     *
     * @throws LstmException if the series do not suit the settings, the model file cannot be resumed, or the machine
     *     has too little memory
     */
    public TrainingRun prepare() throws LstmException {
        return switch (start) {
            case ANEW -> run(choice(candidates()), Optional.empty());
            case RESUME -> resumed(file());
            case AS_NEEDED -> asNeeded(file());
        };
    }

    /** The settings to choose from. */
    private List<PresetCandidate> candidates() throws LstmException {
        return settled.isPresent()
                ? List.of(new PresetCandidate(PresetForm.CHANGES, settled.get()))
                : request.candidates(files);
    }

    private PresetChoice choice(List<PresetCandidate> candidates) {
        return PresetComparison.choose(files, candidates, threads, comparison);
    }

    private TrainingRun run(PresetChoice choice, Optional<Model> earlier) throws LstmException {
        PreparedTraining job =
                PreparedTraining.of(TrainableSeries.of(files, choice.settings()).series(), choice.settings());
        return new TrainingRun(job, choice, earlier, target, threads);
    }

    /** The model file, which is read first. */
    private ModelTarget file() throws LstmException {
        ModelTarget file = target.orElseThrow();
        file.requireFile();
        return file;
    }

    private TrainingRun resumed(ModelTarget file) throws LstmException {
        Model model = file.load();
        Settings settings = ResumedSettings.of(model, request, files);
        if (files.get(0).columns().size() != model.preparation().columns().size()) {
            throw otherData(file);
        }
        TrainingRun run = run(PresetChoice.only(settings), Optional.of(model));
        if (model.data().use().isEmpty()) {
            run = new TrainingRun(run.job().undivided(), run.choice(), run.earlier(), target, threads);
        }
        DataFingerprint data = run.job().draft().data();
        if (data.sha256().equals(model.data().sha256())
                && data.trainRows() != model.data().trainRows()) {
            throw LstmException.model("was begun by an earlier lstm, which held out fewer rows for this horizon")
                    .in(file.path())
                    .remedy("start over with ", Setting.FORCE);
        }
        if (!data.isSameAs(model.data()) || !run.job().draft().preparation().equals(model.preparation())) {
            throw otherData(file);
        }
        return run;
    }

    private LstmException otherData(ModelTarget file) {
        boolean several = files.size() > 1;
        return LstmException.data(
                        several ? "these files are" : "is", " not the data that ", file.path(), " is being trained on")
                .in(files.get(0).source())
                .remedy(
                        several ? "name the same files in the same order" : "name the same file",
                        " and ",
                        Setting.TARGET,
                        ", or start over with ",
                        Setting.FORCE);
    }

    private TrainingRun asNeeded(ModelTarget file) throws LstmException {
        List<PresetCandidate> candidates = candidates();
        Optional<Model> found = file.read();
        Optional<Settings> earlier = found.map(Settings::of).filter(settings -> candidates.stream()
                .anyMatch(one -> one.settings().equals(settings)));
        if (earlier.isEmpty()) {
            return run(choice(candidates), Optional.empty());
        }
        // A model that one of the candidates made of the same rows needs no further comparison.
        TrainingRun again = run(PresetChoice.only(earlier.get()), Optional.empty());
        if (isOf(found.get(), again)) {
            boolean isOfOld = found.get().data().use().isEmpty();
            PreparedTraining job = isOfOld ? again.job().undivided() : again.job();
            return new TrainingRun(job, again.choice(), found, target, threads);
        }
        PresetChoice choice = choice(candidates);
        return choice.settings().equals(again.settings())
                ? new TrainingRun(again.job(), choice, Optional.empty(), target, threads)
                : run(choice, Optional.empty());
    }

    private static boolean isOf(Model model, TrainingRun run) {
        return model.data().isSameAs(run.job().draft().data())
                && model.reading().equals(run.job().draft().reading());
    }

    /**
     * Trains.
     *
     * @throws LstmException as {@link #prepare}; of kind {@code DIVERGED} if training diverges; of kind {@code IO} if
     *     the model file cannot be written
     */
    public TrainResult run() throws LstmException {
        if (path.isEmpty()) {
            return prepare().run(listener);
        }
        try (ModelTarget locked = ModelTarget.lock(path.get())) {
            return saveTo(locked, start).prepare().run(listener);
        } finally {
            target = Optional.empty();
        }
    }
}
