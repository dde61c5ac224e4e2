package lstm.tune;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import lstm.model.Settings;
import lstm.network.CellKind;
import lstm.prepare.Plan;
import lstm.prepare.Scaling;
import lstm.prepare.Strategy;
import lstm.prepare.Transform;
import lstm.series.CalendarFeature;
import lstm.train.Recipe;
import lstm.train.Schedule;

/** A choice in each {@link Dimension}. */
record Candidate(
        CellKind cell,
        int layers,
        int units,
        int lookback,
        double dropout,
        Transform transform,
        Scaling scaling,
        Strategy strategy,
        List<Integer> residual,
        List<CalendarFeature> calendar,
        double rate,
        int epochs,
        int patience,
        Schedule schedule) {
    /** What settings have chosen. */
    static Candidate of(Settings settings) {
        return new Candidate(
                settings.cell(),
                settings.layers(),
                settings.units(),
                settings.lookback(),
                settings.dropout(),
                settings.plan().transform(),
                settings.plan().scaling(),
                settings.plan().strategy(),
                settings.plan().residual(),
                settings.plan().calendar(),
                settings.recipe().rate(),
                settings.recipe().epochs(),
                settings.recipe().patience(),
                settings.recipe().schedule());
    }

    /** This one with some dimensions taken from another. */
    Candidate with(Candidate other, Predicate<Dimension> taken) {
        return new Candidate(
                taken.test(Dimension.CELL) ? other.cell : cell,
                taken.test(Dimension.LAYERS) ? other.layers : layers,
                taken.test(Dimension.UNITS) ? other.units : units,
                taken.test(Dimension.LOOKBACK) ? other.lookback : lookback,
                taken.test(Dimension.DROPOUT) ? other.dropout : dropout,
                taken.test(Dimension.TRANSFORM) ? other.transform : transform,
                taken.test(Dimension.SCALER) ? other.scaling : scaling,
                taken.test(Dimension.STRATEGY) ? other.strategy : strategy,
                taken.test(Dimension.RESIDUAL) ? other.residual : residual,
                taken.test(Dimension.CALENDAR) ? other.calendar : calendar,
                taken.test(Dimension.RATE) ? other.rate : rate,
                taken.test(Dimension.EPOCHS) ? other.epochs : epochs,
                taken.test(Dimension.PATIENCE) ? other.patience : patience,
                taken.test(Dimension.SCHEDULE) ? other.schedule : schedule);
    }

    /** The same with another lookback. */
    Candidate withLookback(int rows) {
        return new Candidate(
                cell, layers, units, rows, dropout, transform, scaling, strategy, residual, calendar, rate, epochs,
                patience, schedule);
    }

    /** The same with fewer units, and slower. */
    Candidate smaller(int count, double slow) {
        return new Candidate(
                cell, layers, count, lookback, dropout, transform, scaling, strategy, residual, calendar, slow, epochs,
                patience, schedule);
    }

    /** The same with other inputs. */
    Candidate as(Transform other, Scaling scaled, List<CalendarFeature> stamps) {
        return new Candidate(
                cell, layers, units, lookback, dropout, other, scaled, strategy, residual, stamps, rate, epochs,
                patience, schedule);
    }

    /** The same with another way of forecasting. */
    Candidate by(Strategy other, List<Integer> rows) {
        return new Candidate(
                cell, layers, units, lookback, dropout, transform, scaling, other, rows, calendar, rate, epochs,
                patience, schedule);
    }

    /** The same without residuals that reach back before the window, or with a longer window where these are given. */
    Candidate within(Set<Dimension> free) {
        int farthest = residual.stream().mapToInt(rows -> rows).max().orElse(0);
        if (farthest <= lookback) {
            return this;
        }
        if (free.contains(Dimension.RESIDUAL)) {
            return by(
                    strategy, residual.stream().filter(rows -> rows <= lookback).toList());
        }
        return free.contains(Dimension.LOOKBACK) ? withLookback(farthest) : this;
    }

    /** Settings with these choices, and everything else as it is in others. */
    Settings over(Settings base) {
        Plan plan = base.plan();
        Recipe recipe = base.recipe();
        return new Settings(
                cell,
                units,
                layers,
                dropout,
                lookback,
                base.validation(),
                new Plan(
                        plan.targets(),
                        plan.ahead(),
                        calendar,
                        transform,
                        plan.featureTransform(),
                        scaling,
                        plan.season(),
                        plan.horizon(),
                        strategy,
                        plan.bounds(),
                        residual),
                new Recipe(
                        epochs,
                        recipe.batch(),
                        rate,
                        recipe.optimizer(),
                        recipe.loss(),
                        recipe.clipNorm(),
                        patience,
                        schedule,
                        recipe.seed(),
                        recipe.windows()));
    }
}
