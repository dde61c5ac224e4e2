package lstm.preset;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import lstm.calendar.CalendarFeature;
import lstm.model.Settings;
import lstm.network.CellKind;
import lstm.network.Loss;
import lstm.prepare.PreparationPlan;
import lstm.prepare.ScalingMethod;
import lstm.prepare.Strategy;
import lstm.prepare.Transform;
import lstm.train.Recipe;

/** A value for each {@link Hyperparameter}. */
public record Hyperparameters(
        CellKind cell,
        int layers,
        int units,
        int segment,
        int lookback,
        double dropout,
        Transform transform,
        ScalingMethod scaling,
        Strategy strategy,
        List<Integer> residual,
        List<CalendarFeature> calendar,
        Recipe recipe) {
    /** The hyperparameters of settings. */
    public static Hyperparameters of(Settings settings) {
        return new Hyperparameters(
                settings.cell(),
                settings.layers(),
                settings.units(),
                settings.segment(),
                settings.lookback(),
                settings.dropout(),
                settings.plan().transform(),
                settings.plan().scaling(),
                settings.plan().strategy(),
                settings.plan().residual(),
                settings.plan().calendar(),
                settings.recipe());
    }

    /** The same with some values taken from another. */
    public Hyperparameters with(Hyperparameters other, Predicate<Hyperparameter> taken) {
        return new Hyperparameters(
                taken.test(Hyperparameter.CELL) ? other.cell : cell,
                taken.test(Hyperparameter.LAYERS) ? other.layers : layers,
                taken.test(Hyperparameter.UNITS) ? other.units : units,
                taken.test(Hyperparameter.SEGMENT) ? other.segment : segment,
                taken.test(Hyperparameter.LOOKBACK) ? other.lookback : lookback,
                taken.test(Hyperparameter.DROPOUT) ? other.dropout : dropout,
                taken.test(Hyperparameter.TRANSFORM) ? other.transform : transform,
                taken.test(Hyperparameter.SCALER) ? other.scaling : scaling,
                taken.test(Hyperparameter.STRATEGY) ? other.strategy : strategy,
                taken.test(Hyperparameter.RESIDUAL) ? other.residual : residual,
                taken.test(Hyperparameter.CALENDAR) ? other.calendar : calendar,
                recipe(other.recipe, taken));
    }

    private Recipe recipe(Recipe other, Predicate<Hyperparameter> taken) {
        return recipe.withRate(taken.test(Hyperparameter.RATE) ? other.rate() : recipe.rate())
                .withEpochs(taken.test(Hyperparameter.EPOCHS) ? other.epochs() : recipe.epochs())
                .withPatience(taken.test(Hyperparameter.PATIENCE) ? other.patience() : recipe.patience())
                .withSchedule(taken.test(Hyperparameter.SCHEDULE) ? other.schedule() : recipe.schedule())
                .withLoss(taken.test(Hyperparameter.LOSS) ? other.loss() : recipe.loss())
                .withBatch(taken.test(Hyperparameter.BATCH) ? other.batch() : recipe.batch())
                .withWindows(taken.test(Hyperparameter.EPOCH_WINDOWS) ? other.windows() : recipe.windows())
                .withSampling(taken.test(Hyperparameter.SAMPLING) ? other.sampling() : recipe.sampling())
                .withClipNorm(taken.test(Hyperparameter.CLIP_NORM) ? other.clipNorm() : recipe.clipNorm());
    }

    /** The same with another lookback. */
    Hyperparameters withLookback(int rows) {
        return new Hyperparameters(
                cell, layers, units, segment, rows, dropout, transform, scaling, strategy, residual, calendar, recipe);
    }

    /** The same with another number of units and learning rate. */
    Hyperparameters withUnitsAndRate(int count, double slow) {
        return new Hyperparameters(
                cell,
                layers,
                count,
                segment,
                lookback,
                dropout,
                transform,
                scaling,
                strategy,
                residual,
                calendar,
                recipe.withRate(slow));
    }

    /** The same with another network. */
    Hyperparameters withNetwork(CellKind kind, int count, int rows, double dropped) {
        return new Hyperparameters(
                kind, 1, count, rows, lookback, dropped, transform, scaling, strategy, residual, calendar, recipe);
    }

    /** The same with another recipe. */
    Hyperparameters withRecipe(Recipe other) {
        return new Hyperparameters(
                cell, layers, units, segment, lookback, dropout, transform, scaling, strategy, residual, calendar,
                other);
    }

    /** The same with other inputs. */
    public Hyperparameters withInputs(Transform other, ScalingMethod scaled, List<CalendarFeature> stamps) {
        return new Hyperparameters(
                cell, layers, units, segment, lookback, dropout, other, scaled, strategy, residual, stamps, recipe);
    }

    /** The same with another strategy and other residual lags. */
    public Hyperparameters withStrategy(Strategy other, List<Integer> rows) {
        return new Hyperparameters(
                cell, layers, units, segment, lookback, dropout, transform, scaling, other, rows, calendar, recipe);
    }

    /**
     * The same with all residual lags inside the window: drops those that lie before it, or, if they are not free,
     * lengthens the window.
     */
    public Hyperparameters withResidualInWindow(Set<Hyperparameter> free) {
        int farthest = residual.stream().mapToInt(rows -> rows).max().orElse(0);
        if (farthest <= lookback) {
            return this;
        }
        if (free.contains(Hyperparameter.RESIDUAL)) {
            return withStrategy(
                    strategy, residual.stream().filter(rows -> rows <= lookback).toList());
        }
        return free.contains(Hyperparameter.LOOKBACK) ? withLookback(farthest) : this;
    }

    /** The same with a window of whole segments, longer where it is not, if its length is free. */
    public Hyperparameters withWholeSegments(Set<Hyperparameter> free) {
        return segment == 0 || lookback % segment == 0 || !free.contains(Hyperparameter.LOOKBACK)
                ? this
                : withLookback((lookback / segment + 1) * segment);
    }

    /** The same with a loss and a scaler that go together: the one that is free gives way. */
    public Hyperparameters withFittingLoss(Set<Hyperparameter> free) {
        if (!recipe.loss().isInSeriesUnits() || scaling == ScalingMethod.WINDOW) {
            return this;
        }
        if (free.contains(Hyperparameter.LOSS)) {
            return withRecipe(recipe.withLoss(Loss.Point.MAE));
        }
        return free.contains(Hyperparameter.SCALER) ? withInputs(transform, ScalingMethod.WINDOW, calendar) : this;
    }

    /** The given settings with these values. */
    public Settings applyTo(Settings base) {
        PreparationPlan plan = base.plan().toBuilder()
                .calendar(calendar)
                .transform(transform)
                .scaling(scaling)
                .strategy(strategy)
                .residual(residual)
                .build();
        return new Settings(
                cell,
                units,
                layers,
                segment,
                dropout,
                lookback,
                base.validation(),
                plan,
                recipe,
                base.combine(),
                base.ensemble());
    }
}
