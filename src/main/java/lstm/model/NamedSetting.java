package lstm.model;

import java.util.List;
import java.util.function.Function;
import lstm.error.Setting;

/**
 * A setting of a training, by its name.
 *
 * @param value finds it in settings
 */
public record NamedSetting(Setting setting, Function<Settings, Object> value) {
    /** All that {@link Settings} hold, but for the number of targets and of columns known ahead. */
    public static final List<NamedSetting> ALL = List.of(
            new NamedSetting(Setting.CELL, Settings::cell),
            new NamedSetting(Setting.LOOKBACK, Settings::lookback),
            new NamedSetting(Setting.UNITS, Settings::units),
            new NamedSetting(Setting.LAYERS, Settings::layers),
            new NamedSetting(Setting.SEGMENT, Settings::segment),
            new NamedSetting(Setting.DROPOUT, Settings::dropout),
            new NamedSetting(Setting.HORIZON, s -> s.plan().horizon()),
            new NamedSetting(Setting.STRATEGY, s -> s.plan().strategy()),
            new NamedSetting(Setting.TRANSFORM, s -> s.plan().transform()),
            new NamedSetting(Setting.FEATURE_TRANSFORM, s -> s.plan().featureTransform()),
            new NamedSetting(Setting.SCALER, s -> s.plan().scaling()),
            new NamedSetting(Setting.RESIDUAL, s -> s.plan().residual()),
            new NamedSetting(Setting.COLD, s -> s.plan().cold()),
            new NamedSetting(Setting.SEASON, s -> s.plan().season()),
            new NamedSetting(Setting.CALENDAR, s -> s.plan().calendar()),
            new NamedSetting(Setting.MIN, s -> s.plan().bounds()),
            new NamedSetting(Setting.MAX, s -> s.plan().bounds()),
            new NamedSetting(Setting.POSITIVE, s -> s.plan().bounds()),
            new NamedSetting(Setting.VALIDATION, Settings::validation),
            new NamedSetting(Setting.EPOCHS, s -> s.recipe().epochs()),
            new NamedSetting(Setting.EPOCH_WINDOWS, s -> s.recipe().windows()),
            new NamedSetting(Setting.SAMPLING, s -> s.recipe().sampling()),
            new NamedSetting(Setting.BATCH, s -> s.recipe().batch()),
            new NamedSetting(Setting.LEARNING_RATE, s -> s.recipe().rate()),
            new NamedSetting(Setting.OPTIMIZER, s -> s.recipe().optimizer()),
            new NamedSetting(Setting.LOSS, s -> s.recipe().loss()),
            new NamedSetting(Setting.CLIP_NORM, s -> s.recipe().clipNorm()),
            new NamedSetting(Setting.PATIENCE, s -> s.recipe().patience()),
            new NamedSetting(Setting.SCHEDULE, s -> s.recipe().schedule()),
            new NamedSetting(Setting.SEED, s -> s.recipe().seed()),
            new NamedSetting(Setting.ENSEMBLE, Settings::ensemble),
            new NamedSetting(Setting.COMBINE, Settings::combine));

    /** The value in some settings. */
    public Object of(Settings settings) {
        return value.apply(settings);
    }
}
