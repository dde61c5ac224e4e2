package lstm.model;

import java.util.List;
import java.util.Optional;
import lstm.calendar.CalendarFeature;
import lstm.error.LstmException;
import lstm.network.Architecture;
import lstm.network.CellKind;
import lstm.network.Loss;
import lstm.network.Segments;
import lstm.prepare.ColdStart;
import lstm.prepare.PreparationPlan;
import lstm.prepare.ScalingMethod;
import lstm.prepare.Split;
import lstm.prepare.StaticFeatures;
import lstm.prepare.Strategy;
import lstm.prepare.Transform;
import lstm.train.Recipe;

/**
 * What a user may choose about a training.
 *
 * @param segment rows that become one step of the first layer; 0 for each row a step of its own
 * @param lookback rows in a window
 * @param validation share of the rows held out, in [0, 1)
 * @param plan what the series is made into
 * @param combine what forecasts are made of
 * @param ensemble number of networks, whose median is the forecast
 */
public record Settings(
        CellKind cell,
        int units,
        int layers,
        int segment,
        double dropout,
        int lookback,
        double validation,
        PreparationPlan plan,
        Recipe recipe,
        Combine combine,
        int ensemble) {
    /** The classic recipe: the default of every setting. */
    public static final Settings CLASSIC = new Settings(
            CellKind.LSTM, 50, 4, 0, 0.2, 60, 0.1, PreparationPlan.CLASSIC, Recipe.CLASSIC, Combine.NONE, 1);

    /** Two rows to fit simple methods to, and one to hold out. */
    private static final int LEAST_ROWS = 3;

    /** Those a model was, or is being, trained with. */
    public static Settings of(Model model) {
        Architecture a = model.architecture();
        return new Settings(
                a.cell(),
                a.units(),
                a.layers(),
                a.segments().map(Segments::length).orElse(0),
                a.dropout(),
                model.lookback(),
                model.validation(),
                model.preparation().plan(),
                model.recipe(),
                model.combination().map(Combination::mode).orElse(Combine.NONE),
                model.networks().size());
    }

    /**
     * Checks that the network for a series of this many columns can be made.
     *
     * @throws LstmException if it is too large
     */
    public void checkSize(int columns) throws LstmException {
        Architecture.checkSize(cell, Math.max(1, segment) * plan.inputs(columns), units, layers, outputs());
    }

    /** The network for a series of this many columns, of which nothing is known beside its rows. */
    public Architecture architecture(int columns) {
        return architecture(columns, StaticFeatures.NONE);
    }

    /** The network for series of this many columns with what is known of each. */
    public Architecture architecture(int columns, StaticFeatures statics) {
        return new Architecture(
                cell,
                plan.inputs(columns),
                units,
                layers,
                dropout,
                outputs(),
                segments(segment, plan, recipe.loss()),
                statics.inputs(plan.cold()));
    }

    /**
     * How a network reads its windows in segments.
     *
     * @param length rows in a segment; 0 for none
     */
    public static Optional<Segments> segments(int length, PreparationPlan plan, Loss loss) {
        int ahead = plan.ahead() + plan.calendar().size() * CalendarFeature.WIDTH;
        return length == 0 ? Optional.empty() : Optional.of(new Segments(length, plan.targets(), loss.width(), ahead));
    }

    private int outputs() {
        return plan.outputs() * recipe.loss().width();
    }

    /** Minimum number of rows, including held-out ones, of a series to train on. */
    public long leastRows() {
        return combine.trains() ? Split.leastRows(lookback, plan) : LEAST_ROWS;
    }

    /**
     * The same without a network to train: what is left of it reads one row, and no forecast uses it.
     *
     * @param parts what forecasts are made of
     */
    public Settings withoutNetwork(Combine parts) {
        PreparationPlan plain = plan.toBuilder()
                .transform(Transform.NONE)
                .residual(List.of())
                .calendar(List.of())
                .scaling(ScalingMethod.STANDARD)
                .cold(ColdStart.FALLBACK)
                .strategy(plan.horizon() == 1 ? Strategy.usual(1) : Strategy.RECURSIVE)
                .build();
        return new Settings(CellKind.RNN, 1, 1, 0, 0, 1, validation, plain, Recipe.CLASSIC, parts, 1);
    }

    /** The same with another cell. */
    public Settings withCell(CellKind other) {
        return new Settings(
                other, units, layers, segment, dropout, lookback, validation, plan, recipe, combine, ensemble);
    }

    /** The same with another number of units per layer. */
    public Settings withUnits(int other) {
        return new Settings(
                cell, other, layers, segment, dropout, lookback, validation, plan, recipe, combine, ensemble);
    }

    /** The same with another number of layers. */
    public Settings withLayers(int other) {
        return new Settings(
                cell, units, other, segment, dropout, lookback, validation, plan, recipe, combine, ensemble);
    }

    /** The same with another number of rows in a segment. */
    public Settings withSegment(int other) {
        return new Settings(cell, units, layers, other, dropout, lookback, validation, plan, recipe, combine, ensemble);
    }

    /** The same with another dropout rate. */
    public Settings withDropout(double other) {
        return new Settings(cell, units, layers, segment, other, lookback, validation, plan, recipe, combine, ensemble);
    }

    /** The same with another lookback. */
    public Settings withLookback(int other) {
        return new Settings(cell, units, layers, segment, dropout, other, validation, plan, recipe, combine, ensemble);
    }

    /** The same with another share of rows held out. */
    public Settings withValidation(double other) {
        return new Settings(cell, units, layers, segment, dropout, lookback, other, plan, recipe, combine, ensemble);
    }

    /** The same with another plan. */
    public Settings withPlan(PreparationPlan other) {
        return new Settings(
                cell, units, layers, segment, dropout, lookback, validation, other, recipe, combine, ensemble);
    }

    /** The same with another recipe. */
    public Settings withRecipe(Recipe other) {
        return new Settings(
                cell, units, layers, segment, dropout, lookback, validation, plan, other, combine, ensemble);
    }

    /** The same with forecasts that are made of something else. */
    public Settings withCombine(Combine other) {
        return new Settings(cell, units, layers, segment, dropout, lookback, validation, plan, recipe, other, ensemble);
    }

    /** The same with another number of networks. */
    public Settings withEnsemble(int other) {
        return new Settings(cell, units, layers, segment, dropout, lookback, validation, plan, recipe, combine, other);
    }
}
