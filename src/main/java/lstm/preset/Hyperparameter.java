package lstm.preset;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import lstm.error.Setting;

/** A setting that a search may change; all others stay as they are. */
public enum Hyperparameter {
    /** The recurrent cell. */
    CELL(Setting.CELL),
    /** Number of recurrent layers. */
    LAYERS(Setting.LAYERS),
    /** Units per layer. */
    UNITS(Setting.UNITS),
    /** Rows in a window. */
    LOOKBACK(Setting.LOOKBACK),
    /** Rows that become one step of the first layer. */
    SEGMENT(Setting.SEGMENT),
    /** Share of outputs dropped in training. */
    DROPOUT(Setting.DROPOUT),
    /** Transform of the target. */
    TRANSFORM(Setting.TRANSFORM),
    /** How values are scaled. */
    SCALER(Setting.SCALER),
    /** How several steps are forecast. */
    STRATEGY(Setting.STRATEGY),
    /** Lags that residuals are measured from. */
    RESIDUAL(Setting.RESIDUAL),
    /** Calendar features. */
    CALENDAR(Setting.CALENDAR),
    /** The learning rate. */
    RATE(Setting.LEARNING_RATE),
    /** Maximum number of epochs. */
    EPOCHS(Setting.EPOCHS),
    /** Epochs without improvement after which training stops. */
    PATIENCE(Setting.PATIENCE),
    /** The loss. */
    LOSS(Setting.LOSS),
    /** Windows in a training step. */
    BATCH(Setting.BATCH),
    /** Maximum number of windows in an epoch. */
    EPOCH_WINDOWS(Setting.EPOCH_WINDOWS),
    /** How the windows of an epoch are drawn. */
    SAMPLING(Setting.SAMPLING),
    /** Longest gradient. */
    CLIP_NORM(Setting.CLIP_NORM),
    /** How the learning rate changes over the epochs. */
    SCHEDULE(Setting.SCHEDULE),
    /** What forecasts are made of. */
    COMBINE(Setting.COMBINE);

    private final Setting setting;

    Hyperparameter(Setting setting) {
        this.setting = setting;
    }

    /** The setting that it is. */
    public Setting setting() {
        return setting;
    }

    /** All but those that are given. */
    public static Set<Hyperparameter> without(Set<Setting> given) {
        return Arrays.stream(values())
                .filter(one -> !given.contains(one.setting))
                .collect(Collectors.toUnmodifiableSet());
    }
}
