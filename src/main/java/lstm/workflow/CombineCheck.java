package lstm.workflow;

import java.util.List;
import java.util.Set;
import lstm.error.LstmException;
import lstm.error.Phrase;
import lstm.error.Setting;
import lstm.error.SettingValue;
import lstm.model.Combine;
import lstm.model.StartFrom;
import lstm.network.Loss;

/**
 * What goes with a combination that was asked for.
 *
 * @param asked the setting that asks for it
 * @param parts what is combined
 * @param given all settings that were given
 */
public record CombineCheck(SettingValue asked, Combine parts, Set<Setting> given) {
    /** What only a network has. */
    private static final List<Setting> OF_NETWORK = List.of(
            Setting.CELL,
            Setting.LOOKBACK,
            Setting.UNITS,
            Setting.LAYERS,
            Setting.SEGMENT,
            Setting.DROPOUT,
            Setting.STRATEGY,
            Setting.TRANSFORM,
            Setting.FEATURE_TRANSFORM,
            Setting.SCALER,
            Setting.RESIDUAL,
            Setting.COLD,
            Setting.CALENDAR,
            Setting.EPOCHS,
            Setting.EPOCH_WINDOWS,
            Setting.SAMPLING,
            Setting.BATCH,
            Setting.LEARNING_RATE,
            Setting.OPTIMIZER,
            Setting.LOSS,
            Setting.CLIP_NORM,
            Setting.PATIENCE,
            Setting.SCHEDULE,
            Setting.SEED,
            Setting.ENSEMBLE);

    /**
     * Whether only a network has the setting, so that it goes with none of the {@link Combine}s that train no network.
     */
    public static boolean isOfNetwork(Setting setting) {
        return OF_NETWORK.contains(setting);
    }

    /** Refuses what contradicts it. */
    void check(double validation, Loss loss) throws LstmException {
        if (validation == 0) {
            throw LstmException.usage(asked, " needs held-out rows to learn the weights on")
                    .remedy("leave out ", Setting.VALIDATION.to(0));
        }
        if (!parts.trains()) {
            for (Setting setting : OF_NETWORK) {
                if (given.contains(setting)) {
                    throw LstmException.usage(setting, " is of a new network, and ", asked, " trains none")
                            .remedy("leave it out");
                }
            }
        }
        if (loss.width() > 1) {
            throw LstmException.usage(
                            asked,
                            " forecasts one value, and ",
                            Setting.LOSS.to("quantile"),
                            " several quantiles of it")
                    .remedy(
                            asked.equals(Setting.START_FROM.to(StartFrom.BASE))
                                    ? Phrase.of("use another ", Setting.LOSS)
                                    : Phrase.of(
                                            "use ", Setting.COMBINE.to(Combine.NONE), " or another ", Setting.LOSS));
        }
    }
}
