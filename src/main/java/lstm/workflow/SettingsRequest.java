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
import lstm.prepare.SeasonChoice;
import lstm.preset.AccuratePreset;
import lstm.preset.Hyperparameter;
import lstm.preset.Hyperparameters;
import lstm.preset.Preset;
import lstm.preset.PresetCandidate;
import lstm.preset.PresetForm;
import lstm.preset.SeriesTraits;
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
    private static final Settings CLASSIC = Settings.CLASSIC;
    private static final int MOST_SEGMENT = 10_000;

    private Preset preset = Preset.CLASSIC;
    private CellKind cell = CLASSIC.cell();
    private int units = CLASSIC.units();
    private int layers = CLASSIC.layers();
    private int segment = CLASSIC.segment();
    private double dropout = CLASSIC.dropout();
    private int lookback = CLASSIC.lookback();
    private double validation = CLASSIC.validation();

    private PreparationRequest preparation = new PreparationRequest();
    private int epochs = CLASSIC.recipe().epochs();
    private int windows = CLASSIC.recipe().windows();
    private Sampling sampling = CLASSIC.recipe().sampling();
    private int batch = CLASSIC.recipe().batch();
    private double rate = CLASSIC.recipe().rate();
    private Optimizer optimizer = CLASSIC.recipe().optimizer();
    private Loss loss = CLASSIC.recipe().loss();
    private double clipNorm = CLASSIC.recipe().clipNorm();
    private int patience = CLASSIC.recipe().patience();
    private Schedule schedule = CLASSIC.recipe().schedule();
    private long seed = CLASSIC.recipe().seed();
    private Combine combine = CLASSIC.combine();
    private int ensemble = CLASSIC.ensemble();
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
        cell = kind;
        return given(Setting.CELL);
    }

    /** Units in each layer. */
    public SettingsRequest units(int number) throws LstmException {
        units = SettingRange.atLeastOne(Setting.UNITS, number);
        return given(Setting.UNITS);
    }

    /** Recurrent layers. */
    public SettingsRequest layers(int number) throws LstmException {
        layers = SettingRange.atLeastOne(Setting.LAYERS, number);
        return given(Setting.LAYERS);
    }

    /** Rows that become one step of the first layer; 0 for each row a step of its own. */
    public SettingsRequest segment(int rows) throws LstmException {
        segment = SettingRange.within(Setting.SEGMENT, SettingRange.notNegative(Setting.SEGMENT, rows), MOST_SEGMENT);
        return given(Setting.SEGMENT);
    }

    /** Share of each layer's outputs that is dropped in training. */
    public SettingsRequest dropout(double share) throws LstmException {
        dropout = SettingRange.share(Setting.DROPOUT, share);
        return given(Setting.DROPOUT);
    }

    /** Rows in a window. */
    public SettingsRequest lookback(int rows) throws LstmException {
        lookback = SettingRange.atLeastOne(Setting.LOOKBACK, rows);
        return given(Setting.LOOKBACK);
    }

    /** Share of the rows, the last ones, that is held out. */
    public SettingsRequest validation(double share) throws LstmException {
        validation = SettingRange.share(Setting.VALIDATION, share);
        return given(Setting.VALIDATION);
    }

    /** Passes over the windows, at most. */
    public SettingsRequest epochs(int number) throws LstmException {
        epochs = SettingRange.atLeastOne(Setting.EPOCHS, number);
        return given(Setting.EPOCHS);
    }

    /** Windows in an epoch at most, drawn anew for each; 0 for all. */
    public SettingsRequest epochWindows(int number) throws LstmException {
        windows = SettingRange.notNegative(Setting.EPOCH_WINDOWS, number);
        return given(Setting.EPOCH_WINDOWS);
    }

    /** How the windows of an epoch are drawn from several series. */
    public SettingsRequest sampling(Sampling how) {
        sampling = how;
        return given(Setting.SAMPLING);
    }

    /** Windows in a step. */
    public SettingsRequest batch(int number) throws LstmException {
        batch = SettingRange.atLeastOne(Setting.BATCH, number);
        return given(Setting.BATCH);
    }

    /** Initial learning rate. */
    public SettingsRequest learningRate(double initial) throws LstmException {
        rate = SettingRange.positive(Setting.LEARNING_RATE, initial);
        return given(Setting.LEARNING_RATE);
    }

    /** The optimizer. */
    public SettingsRequest optimizer(Optimizer name) {
        optimizer = name;
        return given(Setting.OPTIMIZER);
    }

    /** The loss. */
    public SettingsRequest loss(Loss function) {
        loss = function;
        return given(Setting.LOSS);
    }

    /** Longer gradients are shortened to this norm; 0 for never. */
    public SettingsRequest clipNorm(double norm) throws LstmException {
        clipNorm = SettingRange.notNegative(Setting.CLIP_NORM, norm);
        return given(Setting.CLIP_NORM);
    }

    /** Epochs without improvement after which training stops; 0 for never. */
    public SettingsRequest patience(int number) throws LstmException {
        patience = SettingRange.notNegative(Setting.PATIENCE, number);
        return given(Setting.PATIENCE);
    }

    /** How the learning rate changes over the epochs. */
    public SettingsRequest schedule(Schedule name) {
        schedule = name;
        return given(Setting.SCHEDULE);
    }

    /** Seed of initial weights, shuffling and dropout. */
    public SettingsRequest seed(long number) {
        seed = number;
        return given(Setting.SEED);
    }

    /** Networks that are trained with different seeds, and whose median is the forecast. */
    public SettingsRequest ensemble(int networks) throws LstmException {
        ensemble = SettingRange.between(Setting.ENSEMBLE, networks, 1, Ensemble.MOST);
        return given(Setting.ENSEMBLE);
    }

    /** What forecasts are made of. */
    public SettingsRequest combine(Combine parts) {
        combine = parts;
        return given(Setting.COMBINE);
    }

    /** What the training starts from; from the base network, {@link #combine} says what that is combined with. */
    public SettingsRequest startFrom(StartFrom what) {
        start = what;
        return given(Setting.START_FROM);
    }

    private SettingsRequest given(Setting setting) {
        given.add(setting);
        return this;
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
        return validation;
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
        if (patience > 0 && validation == 0) {
            throw LstmException.usage(Setting.PATIENCE, " needs held-out rows to judge by")
                    .remedy("leave out ", Setting.VALIDATION.to(0));
        }
        if (start == StartFrom.BASE && combine == Combine.SIMPLE) {
            throw LstmException.usage(
                            Setting.COMBINE.to(combine), " has no network, and ", Setting.START_FROM.to(start), " one")
                    .remedy("leave one of them out");
        }
        if (parts().hasMethods() && given().contains(Setting.COMBINE)) {
            SettingValue asked = start == StartFrom.BASE ? Setting.START_FROM.to(start) : Setting.COMBINE.to(combine);
            new CombineCheck(asked, parts(), given()).check(validation, loss);
        }
        return this;
    }

    private Combine parts() {
        return start == StartFrom.BASE ? combine.tuned() : combine;
    }

    /**
     * The settings for a series, or for several that one model is made of.
     *
     * @param files at least one, of the same columns
     * @throws LstmException of kind {@code USAGE} or {@code DATA} if they do not suit the series
     */
    public Settings settings(List<Series> files) throws LstmException {
        Settings asked = withoutPreset(files);
        return preset == Preset.CLASSIC || !asked.combine().trains() ? asked : accurate(asked, files);
    }

    /** The same without a preset: what is not given is classic. */
    public Settings withoutPreset(List<Series> files) throws LstmException {
        check();
        return asked(preparation.plan(files, validation));
    }

    /** The settings as far as they do not depend on a series. */
    public Settings rough() throws LstmException {
        check();
        return asked(preparation.rough());
    }

    /**
     * The settings that are advised for a series when nobody names a preset: those of the accurate preset, which had
     * smaller errors than the classic recipe on nearly all series that were measured; those of the classic recipe where
     * only that can be trained.
     */
    public Settings advised(List<Series> files) throws LstmException {
        Settings classic = withoutPreset(files);
        Settings accurate = accurate(classic, files);
        return canTrain(files, classic) && !canTrain(files, accurate) ? classic : accurate;
    }

    private static boolean canTrain(List<Series> files, Settings settings) {
        try {
            TrainingChecks.check(files, settings);
            return true;
        } catch (LstmException e) {
            // Training says why, if it comes to that.
            return false;
        }
    }

    /** Settings in which everything that is free is chosen by rules, from what the series are like. */
    public Settings accurate(Settings asked, List<Series> files) {
        return combined(preset(asked, files).applyTo(asked, free()), asked, files);
    }

    /**
     * The settings that the preset may choose for a series, or for several that one model is made of: first those of
     * {@link #settings}; only these if there is no preset, or no network to choose.
     */
    public List<PresetCandidate> candidates(List<Series> files) throws LstmException {
        Settings asked = withoutPreset(files);
        if (preset == Preset.CLASSIC || !asked.combine().trains()) {
            return List.of(new PresetCandidate(PresetForm.CHANGES, asked));
        }
        List<PresetCandidate> candidates = preset(asked, files).candidates(asked, free()).stream()
                .map(one -> new PresetCandidate(one.form(), combined(one.settings(), asked, files)))
                .toList();
        return candidates.get(0).settings().combine().trains() ? candidates : candidates.subList(0, 1);
    }

    private static AccuratePreset preset(Settings asked, List<Series> files) {
        int[] trainRows = files.stream()
                .mapToInt(series -> SeasonChoice.trainRows(series, asked.validation(), asked.plan()))
                .toArray();
        return new AccuratePreset(SeriesTraits.of(files, asked.plan(), trainRows));
    }

    private Settings combined(Settings chosen, Settings asked, List<Series> files) {
        boolean combines = free().contains(Hyperparameter.COMBINE) && asked.validation() > 0 && loss.width() == 1;
        if (!combines) {
            return chosen;
        }
        if (!TrainingChecks.hasRows(files, chosen)) {
            return chosen.withoutNetwork(Combine.BASE);
        }
        return chosen.withCombine(Combine.ALL_TUNED);
    }

    private Settings asked(PreparationPlan plan) {
        Recipe recipe =
                new Recipe(epochs, batch, rate, optimizer, loss, clipNorm, patience, schedule, seed, windows, sampling);
        Settings settings = new Settings(
                cell, units, layers, segment, dropout, lookback, validation, plan, recipe, parts(), ensemble);
        return parts().trains()
                ? Hyperparameters.of(settings).withWholeSegments(free()).applyTo(settings)
                : settings.withoutNetwork(parts());
    }
}
