package lstm.workflow;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.error.SettingRange;
import lstm.error.SettingValue;
import lstm.model.Combine;
import lstm.model.Settings;
import lstm.model.StartFrom;
import lstm.network.CellKind;
import lstm.network.Ensemble;
import lstm.network.Loss;
import lstm.prepare.PreparationPlan;
import lstm.preset.Hyperparameter;
import lstm.preset.Hyperparameters;
import lstm.preset.Preset;
import lstm.preset.PresetCandidate;
import lstm.preset.PresetForm;
import lstm.series.Series;
import lstm.train.Optimizer;
import lstm.train.Recipe;
import lstm.train.Sampling;
import lstm.train.Schedule;

/**
 * The settings that a caller asks for. Settings that are not given come from the preset, which may choose them by
 * looking at the rows; by default that is the classic recipe. A value that is out of range is refused when it is given.
 */
public final class SettingsRequest {
    private static final int MOST_SEGMENT = 10_000;

    private Preset preset = Preset.CLASSIC;
    private PreparationRequest preparation = new PreparationRequest();
    /** What was given so far, and classic values; the plan is that of {@link #preparation}, once there are rows. */
    private Settings asked = Settings.CLASSIC;

    private StartFrom start = StartFrom.SCRATCH;
    private final Set<Setting> given = new HashSet<>();
    private Optional<Set<Setting>> onlyGiven = Optional.empty();

    /** Preset for the settings that are not given. */
    public SettingsRequest preset(Preset name) {
        preset = name;
        return this;
    }

    /** How far ahead to forecast, and what columns are made into. */
    public SettingsRequest preparation(PreparationRequest request) {
        preparation = request;
        return this;
    }

    /** Steps to forecast: a shorthand for {@link PreparationRequest#horizon}. */
    public SettingsRequest horizon(int steps) throws LstmException {
        preparation.horizon(steps);
        return this;
    }

    /** The recurrent cell. */
    public SettingsRequest cell(CellKind kind) {
        return given(Setting.CELL, asked.withCell(kind));
    }

    /** Units in each layer. */
    public SettingsRequest units(int number) throws LstmException {
        return given(Setting.UNITS, asked.withUnits(SettingRange.atLeastOne(Setting.UNITS, number)));
    }

    /** Recurrent layers. */
    public SettingsRequest layers(int number) throws LstmException {
        return given(Setting.LAYERS, asked.withLayers(SettingRange.atLeastOne(Setting.LAYERS, number)));
    }

    /** Rows that become one step of the first layer; 0 for each row a step of its own. */
    public SettingsRequest segment(int rows) throws LstmException {
        return given(
                Setting.SEGMENT,
                asked.withSegment(SettingRange.within(
                        Setting.SEGMENT, SettingRange.notNegative(Setting.SEGMENT, rows), MOST_SEGMENT)));
    }

    /** Share of each layer's outputs that is dropped in training. */
    public SettingsRequest dropout(double share) throws LstmException {
        return given(Setting.DROPOUT, asked.withDropout(SettingRange.share(Setting.DROPOUT, share)));
    }

    /** Rows in a window. */
    public SettingsRequest lookback(int rows) throws LstmException {
        return given(Setting.LOOKBACK, asked.withLookback(SettingRange.atLeastOne(Setting.LOOKBACK, rows)));
    }

    /** Share of the rows, the last ones, that is held out. */
    public SettingsRequest validation(double share) throws LstmException {
        return given(Setting.VALIDATION, asked.withValidation(SettingRange.share(Setting.VALIDATION, share)));
    }

    /** Passes over the windows, at most. */
    public SettingsRequest epochs(int number) throws LstmException {
        return given(Setting.EPOCHS, asked.recipe().withEpochs(SettingRange.atLeastOne(Setting.EPOCHS, number)));
    }

    /** Windows in an epoch at most, drawn anew for each; 0 for all. */
    public SettingsRequest epochWindows(int number) throws LstmException {
        return given(
                Setting.EPOCH_WINDOWS,
                asked.recipe().withWindows(SettingRange.notNegative(Setting.EPOCH_WINDOWS, number)));
    }

    /** How the windows of an epoch are drawn from several series. */
    public SettingsRequest sampling(Sampling how) {
        return given(Setting.SAMPLING, asked.recipe().withSampling(how));
    }

    /** Windows in a step. */
    public SettingsRequest batch(int number) throws LstmException {
        return given(Setting.BATCH, asked.recipe().withBatch(SettingRange.atLeastOne(Setting.BATCH, number)));
    }

    /** Initial learning rate. */
    public SettingsRequest learningRate(double initial) throws LstmException {
        return given(
                Setting.LEARNING_RATE, asked.recipe().withRate(SettingRange.positive(Setting.LEARNING_RATE, initial)));
    }

    /** The optimizer. */
    public SettingsRequest optimizer(Optimizer name) {
        return given(Setting.OPTIMIZER, asked.recipe().withOptimizer(name));
    }

    /** The loss. */
    public SettingsRequest loss(Loss function) {
        return given(Setting.LOSS, asked.recipe().withLoss(function));
    }

    /** Longer gradients are shortened to this norm; 0 for never. */
    public SettingsRequest clipNorm(double norm) throws LstmException {
        return given(Setting.CLIP_NORM, asked.recipe().withClipNorm(SettingRange.notNegative(Setting.CLIP_NORM, norm)));
    }

    /** Epochs without improvement after which training stops; 0 for never. */
    public SettingsRequest patience(int number) throws LstmException {
        return given(Setting.PATIENCE, asked.recipe().withPatience(SettingRange.notNegative(Setting.PATIENCE, number)));
    }

    /** How the learning rate changes over the epochs. */
    public SettingsRequest schedule(Schedule name) {
        return given(Setting.SCHEDULE, asked.recipe().withSchedule(name));
    }

    /** Seed of initial weights, shuffling and dropout. */
    public SettingsRequest seed(long number) {
        return given(Setting.SEED, asked.recipe().withSeed(number));
    }

    /** Networks that are trained with different seeds, and whose median is the forecast. */
    public SettingsRequest ensemble(int networks) throws LstmException {
        return given(
                Setting.ENSEMBLE,
                asked.withEnsemble(SettingRange.between(Setting.ENSEMBLE, networks, 1, Ensemble.MOST)));
    }

    /** What forecasts are made of. */
    public SettingsRequest combine(Combine parts) {
        return given(Setting.COMBINE, asked.withCombine(parts));
    }

    /** What the training starts from; from the base network, {@link #combine} says what that is combined with. */
    public SettingsRequest startFrom(StartFrom what) {
        start = what;
        return given(Setting.START_FROM, asked);
    }

    private SettingsRequest given(Setting setting, Settings changed) {
        asked = changed;
        given.add(setting);
        return this;
    }

    private SettingsRequest given(Setting setting, Recipe changed) {
        return given(setting, asked.withRecipe(changed));
    }

    /** Limits the settings that count as given; for front ends that pass their defaults as well. */
    public SettingsRequest onlyGiven(Set<Setting> settings) {
        onlyGiven = Optional.of(Set.copyOf(settings));
        return this;
    }

    /** The settings that were given. */
    public Set<Setting> given() {
        Set<Setting> settings = new HashSet<>(onlyGiven.orElse(given));
        if (onlyGiven.isEmpty()) {
            settings.addAll(preparation.given());
        }
        if (start == StartFrom.BASE) {
            // Which is what is combined.
            settings.add(Setting.COMBINE);
        }
        return settings;
    }

    /** Share of the rows that is held out. */
    public double validation() {
        return asked.validation();
    }

    /** What a preset or a search may choose. */
    public Set<Hyperparameter> free() {
        return Hyperparameter.without(given());
    }

    /**
     * Refuses settings that contradict each other.
     *
     * @throws LstmException of kind {@code USAGE}
     */
    public SettingsRequest check() throws LstmException {
        Combine combine = asked.combine();
        if (asked.recipe().patience() > 0 && asked.validation() == 0) {
            throw LstmException.usage(Setting.PATIENCE, " needs held-out rows to judge by")
                    .remedy("leave out ", Setting.VALIDATION.to(0));
        }
        if (start == StartFrom.BASE && combine == Combine.SIMPLE) {
            throw LstmException.usage(
                            Setting.COMBINE.to(combine), " has no network, and ", Setting.START_FROM.to(start), " one")
                    .remedy("leave one of them out");
        }
        if (parts().hasMethods() && given().contains(Setting.COMBINE)) {
            SettingValue by = start == StartFrom.BASE ? Setting.START_FROM.to(start) : Setting.COMBINE.to(combine);
            new CombineCheck(by, parts(), given())
                    .check(asked.validation(), asked.recipe().loss());
        }
        return this;
    }

    private Combine parts() {
        return start == StartFrom.BASE ? asked.combine().tuned() : asked.combine();
    }

    /**
     * The settings for a series, or for several that one model is made of.
     *
     * @param files at least one, of the same columns
     * @throws LstmException of kind {@code USAGE} or {@code DATA} if they do not suit the series
     */
    public Settings settings(List<Series> files) throws LstmException {
        Settings plain = withoutPreset(files);
        return presetChooses(plain) ? accurate(plain, files) : plain;
    }

    /** The same without a preset: what is not given is classic. */
    public Settings withoutPreset(List<Series> files) throws LstmException {
        check();
        return with(preparation.plan(files, asked.validation()));
    }

    /**
     * The settings that the preset may choose for a series, or for several that one model is made of: first those of
     * {@link #settings}; only these if there is no preset, or no network to choose.
     */
    public List<PresetCandidate> candidates(List<Series> files) throws LstmException {
        Settings plain = withoutPreset(files);
        return presetChooses(plain)
                ? new AccurateSettings(plain, free(), files).candidates()
                : List.of(new PresetCandidate(PresetForm.CHANGES, plain));
    }

    private boolean presetChooses(Settings plain) {
        return preset != Preset.CLASSIC && plain.combine().trains();
    }

    /** The settings as far as they do not depend on a series. */
    public Settings rough() throws LstmException {
        check();
        return with(preparation.rough());
    }

    /**
     * The settings that are advised for a series when nobody names a preset: those of the accurate preset, which had
     * smaller errors than the classic recipe on nearly all series that were measured; those of the classic recipe where
     * only that can be trained.
     */
    public Settings advised(List<Series> files) throws LstmException {
        return new AccurateSettings(withoutPreset(files), free(), files).advised();
    }

    /** Settings in which everything that is free is chosen by rules, from what the series are like. */
    public Settings accurate(Settings plain, List<Series> files) {
        return new AccurateSettings(plain, free(), files).byRules();
    }

    private Settings with(PreparationPlan plan) {
        if (!parts().trains()) {
            return asked.withPlan(plan).withoutNetwork(parts());
        }
        Settings settings = asked.withPlan(plan).withCombine(parts());
        return Hyperparameters.of(settings).withWholeSegments(free()).applyTo(settings);
    }
}
