package lstm.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.model.Settings;
import lstm.prepare.PreparationPlan;
import lstm.prepare.Profile;
import lstm.prepare.SeasonSearch.Period;
import lstm.prepare.Transform;
import lstm.series.Series;
import lstm.workflow.TrainingChecks;

/**
 * How to train on a series: the classic recipe, changed only where necessary.
 *
 * @param lookback rows in a window; 0 if nothing can be trained
 * @param transform of the target
 * @param refusal why training with the default lookback would be refused, if it would
 */
public record TrainingAdvice(int lookback, Transform transform, Optional<LstmException> refusal) {
    private static final int DEFAULT = Settings.CLASSIC.lookback();

    /** A window is extended to a whole season up to this length, since training time grows in proportion. */
    private static final int WIDEST = 200;

    /** The advice for a series. */
    static TrainingAdvice of(Series series, Profile profile) {
        Transform transform = transform(series, profile, series.roles().targets());
        Settings settings = settings(series, transform);
        Optional<LstmException> refusal = refusal(series, settings, DEFAULT);
        int season = profile.found().stream().map(Period::steps).findFirst().orElse(1);
        int wanted = season > DEFAULT && season <= WIDEST ? season : DEFAULT;
        int lookback = refusal(series, settings, wanted).isEmpty() ? wanted : longest(series, settings);
        return new TrainingAdvice(lookback, transform, refusal);
    }

    /** Whether anything can be trained on the series. */
    public boolean canTrain() {
        return lookback > 0;
    }

    /** Whether the lookback differs from the default. */
    public boolean changesLookback() {
        return lookback != DEFAULT;
    }

    /** Whether the transform differs from the default. */
    public boolean changesTransform() {
        return transform != PreparationPlan.CLASSIC.transform();
    }

    /**
     * Changes instead of values if the last value is hard to beat or later values leave the range of earlier ones,
     * where a network trained on values does badly.
     */
    private static Transform transform(Series series, Profile profile, int targets) {
        if (profile.deviation() == 0 || !(profile.isHardToBeat() || profile.leavesItsRange())) {
            return PreparationPlan.CLASSIC.transform();
        }
        boolean positive = Arrays.stream(series.values(), 0, targets)
                .allMatch(column -> Arrays.stream(column).allMatch(value -> value > 0));
        return positive ? Transform.LOG_RETURN : Transform.DIFFERENCE;
    }

    private static Settings settings(Series series, Transform transform) {
        Settings classic = Settings.CLASSIC;
        return classic.withPlan(classic.plan().toBuilder()
                .targets(series.roles().targets())
                .ahead(series.roles().knownAhead())
                .transform(transform)
                .build());
    }

    /** Why training with this lookback would be refused, if it would. */
    private static Optional<LstmException> refusal(Series series, Settings settings, int lookback) {
        try {
            TrainingChecks.check(List.of(series), settings.withLookback(lookback));
            return Optional.empty();
        } catch (LstmException e) {
            return Optional.of(e);
        }
    }

    /** The longest usable lookback up to the default; 0 if there is none. */
    private static int longest(Series series, Settings settings) {
        int lookback = DEFAULT;
        while (lookback > 0 && refusal(series, settings, lookback).isPresent()) {
            lookback--;
        }
        return lookback;
    }
}
