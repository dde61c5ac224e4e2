package lstm.tune;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lstm.calendar.CalendarFeature;
import lstm.model.Settings;
import lstm.prepare.PreparationPlan;
import lstm.prepare.Strategy;
import lstm.preset.AccuratePreset;
import lstm.preset.Hyperparameter;
import lstm.preset.SeriesTraits;

/** Spaces in which everything is searched. */
final class Spaces {
    private Spaces() {}

    static SearchSpace of(int season, int horizon, int rows) {
        return of(season, horizon, rows, EnumSet.allOf(Hyperparameter.class), true);
    }

    static SearchSpace of(int season, int horizon, int rows, Set<Hyperparameter> free, boolean positive) {
        PreparationPlan plan = PreparationPlan.CLASSIC.toBuilder()
                .season(season)
                .horizon(horizon)
                .strategy(Strategy.usual(horizon))
                .build();
        Settings base = Settings.CLASSIC.withPlan(plan);
        Settings first = new AccuratePreset(new SeriesTraits(
                        positive,
                        false,
                        List.of(season),
                        List.of(CalendarFeature.MONTH),
                        false,
                        0,
                        0,
                        false,
                        false,
                        rows,
                        rows))
                .applyTo(base, free);
        return new SearchSpace(base, free, first, positive, List.of(CalendarFeature.MONTH), rows, false);
    }
}
