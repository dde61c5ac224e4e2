package lstm.check;

import java.util.List;
import java.util.Optional;
import lstm.calendar.CalendarFeature;
import lstm.error.LstmException;
import lstm.model.Settings;
import lstm.prepare.PreparationPlan;
import lstm.prepare.Transform;
import lstm.preset.Preset;
import lstm.series.Series;
import lstm.workflow.SettingsRequest;
import lstm.workflow.TrainingChecks;

/**
 * How to train on a series.
 *
 * @param preset to train with
 * @param lookback rows in a window; 0 if nothing can be trained
 * @param transform of the target
 * @param calendar features that the preset takes as inputs
 * @param refusal why nothing can be trained, if that is so
 */
public record TrainingAdvice(
        Preset preset,
        int lookback,
        Transform transform,
        List<CalendarFeature> calendar,
        Optional<LstmException> refusal) {
    /** The advice for a series. */
    static TrainingAdvice of(Series series) {
        try {
            Settings settings = new SettingsRequest().advised(List.of(series));
            TrainingChecks.check(List.of(series), settings);
            Preset preset = settings.equals(new SettingsRequest().withoutPreset(List.of(series)))
                    ? Preset.CLASSIC
                    : Preset.ACCURATE;
            return new TrainingAdvice(
                    preset,
                    settings.lookback(),
                    settings.plan().transform(),
                    settings.plan().calendar(),
                    Optional.empty());
        } catch (LstmException e) {
            return new TrainingAdvice(
                    Preset.CLASSIC, 0, PreparationPlan.CLASSIC.transform(), List.of(), Optional.of(e));
        }
    }

    /** Whether anything can be trained on the series. */
    public boolean canTrain() {
        return lookback > 0;
    }
}
