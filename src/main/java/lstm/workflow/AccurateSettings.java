package lstm.workflow;

import java.util.List;
import java.util.Set;
import lstm.error.LstmException;
import lstm.model.Combine;
import lstm.model.Settings;
import lstm.prepare.SeasonChoice;
import lstm.preset.AccuratePreset;
import lstm.preset.Hyperparameter;
import lstm.preset.PresetCandidate;
import lstm.preset.SeriesTraits;
import lstm.series.Series;

/**
 * What the accurate preset makes of settings, by looking at the rows.
 *
 * @param asked what was given; the rest is classic
 * @param free what was not given
 * @param files the series, or those that one model is made of
 */
record AccurateSettings(Settings asked, Set<Hyperparameter> free, List<Series> files) {
    /** Everything that is free is chosen by rules. */
    Settings byRules() {
        return combined(preset().applyTo(asked, free));
    }

    /** First those chosen {@linkplain #byRules by rules}; only these if they train no network. */
    List<PresetCandidate> candidates() {
        List<PresetCandidate> candidates = preset().candidates(asked, free).stream()
                .map(one -> new PresetCandidate(one.form(), combined(one.settings())))
                .toList();
        return candidates.get(0).settings().combine().trains() ? candidates : candidates.subList(0, 1);
    }

    /** Those chosen by rules; the classic recipe where only that can be trained. */
    Settings advised() {
        Settings accurate = byRules();
        return canTrain(asked) && !canTrain(accurate) ? asked : accurate;
    }

    private boolean canTrain(Settings settings) {
        try {
            TrainingChecks.check(files, settings);
            return true;
        } catch (LstmException e) {
            // Training says why, if it comes to that.
            return false;
        }
    }

    private AccuratePreset preset() {
        int[] trainRows = SeasonChoice.trainRows(files, asked.validation(), asked.plan());
        return new AccuratePreset(SeriesTraits.of(files, asked.plan(), trainRows));
    }

    private Settings combined(Settings chosen) {
        boolean combines = free.contains(Hyperparameter.COMBINE)
                && asked.validation() > 0
                && asked.recipe().loss().width() == 1;
        if (!combines) {
            return chosen;
        }
        return TrainingChecks.hasRows(files, chosen)
                ? chosen.withCombine(Combine.ALL_TUNED)
                : chosen.withoutNetwork(Combine.BASE);
    }
}
