package lstm.tune;

import java.util.List;
import java.util.function.Predicate;
import lstm.model.Settings;
import lstm.network.CellKind;
import lstm.prepare.Plan;
import lstm.prepare.Scaling;
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
                taken.test(Dimension.CALENDAR) ? other.calendar : calendar,
                taken.test(Dimension.RATE) ? other.rate : rate,
                taken.test(Dimension.EPOCHS) ? other.epochs : epochs,
                taken.test(Dimension.PATIENCE) ? other.patience : patience,
                taken.test(Dimension.SCHEDULE) ? other.schedule : schedule);
    }

    /** The same with another lookback. */
    Candidate withLookback(int rows) {
        return new Candidate(
                cell, layers, units, rows, dropout, transform, scaling, calendar, rate, epochs, patience, schedule);
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
                        plan.strategy(),
                        plan.bounds(),
                        plan.residual()),
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
