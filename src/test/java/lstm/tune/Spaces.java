package lstm.tune;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lstm.model.Settings;
import lstm.prepare.Plan;
import lstm.prepare.Strategy;
import lstm.series.CalendarFeature;

/** Spaces in which everything is searched. */
final class Spaces {
    private Spaces() {}

    static Space of(int season, int horizon, int rows) {
        return of(season, horizon, rows, EnumSet.allOf(Dimension.class), true);
    }

    static Space of(int season, int horizon, int rows, Set<Dimension> free, boolean positive) {
        Settings classic = Settings.CLASSIC;
        Plan plan = new Plan(
                1,
                0,
                List.of(),
                classic.plan().transform(),
                classic.plan().featureTransform(),
                classic.plan().scaling(),
                season,
                horizon,
                Strategy.usual(horizon),
                classic.plan().bounds());
        Settings base = new Settings(
                classic.cell(),
                classic.units(),
                classic.layers(),
                classic.dropout(),
                classic.lookback(),
                classic.validation(),
                plan,
                classic.recipe());
        Settings first = new Accurate(new Traits(
                        positive, false, List.of(season), List.of(CalendarFeature.MONTH), 0, 0, false, rows, rows))
                .over(base, free);
        return new Space(base, free, first, positive, List.of(CalendarFeature.MONTH), rows);
    }
}
