package lstm.preset;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import lstm.model.Settings;
import lstm.network.CellKind;
import lstm.prepare.PreparationPlan;
import lstm.prepare.ScalingMethod;
import lstm.prepare.Split;
import lstm.prepare.Strategy;
import lstm.prepare.Transform;
import lstm.train.Schedule;

/**
 * Settings that do well on most series: a small network on changes, chosen by what the rows to learn from are like. A
 * window holds {@value #USUAL} rows, or two seasons while they are no more than {@value #LONG}.
 *
 * <p>Where the last season tells more of the steps to come than the last value, the network forecasts what is to be
 * added to it. If the season is long, these are seasonal changes, and the network is told what comes round within the
 * season (the day in a week). If it is short, they are residuals over the mean of seasons, when that errs less than one
 * season alone, or when one model is made of series of different size. A long season that tells less is told to the
 * network as time of day, week and year. Changes that say next to nothing of later ones, as those of prices, are given
 * to a network of {@value #FEW_UNITS} units, which has less room for chance.
 *
 * @param traits what the rows to learn from are like
 */
public record AccuratePreset(SeriesTraits traits) {
    /** Rows that a training sees in all its epochs: short series need many epochs, long ones few. */
    private static final int SIGHT = 150_000;

    private static final int LEAST_EPOCHS = 5;
    private static final int MOST_EPOCHS = 200;
    private static final int LEAST_PATIENCE = 5;

    /** An epoch of so few rows is a handful of steps, which may be longer. */
    private static final int FEW = 500;

    public static final double FAST = 0.003;
    public static final double SLOW = 0.001;
    public static final int USUAL = 24;
    public static final int LONG = 60;

    public static final int UNITS = 32;
    private static final int FEW_UNITS = 8;
    private static final double SLOWEST = 0.0005;

    /**
     * Settings in which what is free is chosen so, and everything else is as it is in others.
     *
     * @param base its season is that of the rows to learn from
     */
    public Settings applyTo(Settings base, Set<Hyperparameter> free) {
        Hyperparameters mine = Hyperparameters.of(base)
                .with(candidate(base, free), free::contains)
                .withResidualInWindow(free);
        Settings chosen = mine.applyTo(base);
        int room = Split.longestLookback(traits.rows(), chosen.plan());
        if (!free.contains(Hyperparameter.LOOKBACK) || room < 1 || room >= chosen.lookback()) {
            return chosen;
        }
        return mine.withLookback(room).withResidualInWindow(free).applyTo(base);
    }

    private Hyperparameters candidate(Settings base, Set<Hyperparameter> free) {
        boolean seen = 2L * base.plan().season() <= LONG;
        if (!seen && !traits.repeated().isEmpty() && free.contains(Hyperparameter.TRANSFORM) && fits(base)) {
            return onSeasonalChanges(base, free);
        }
        boolean means = traits.repeated().size() > 1
                || traits.several() && !traits.repeated().isEmpty();
        if (seen && means && free.contains(Hyperparameter.TRANSFORM) && free.contains(Hyperparameter.RESIDUAL)) {
            return onMeans(base, free);
        }
        return onChanges(base, free, seen);
    }

    /** Step by step, while errors add up over less than half a season, and no column would stand still meanwhile. */
    private Hyperparameters onSeasonalChanges(Settings base, Set<Hyperparameter> free) {
        boolean near = 2L * base.plan().horizon() < base.plan().season();
        return small(base, free)
                .withInputs(Transform.SEASONAL_CHANGE, scaling(Transform.SEASONAL_CHANGE), traits.withinSeason())
                .withStrategy(
                        near && traits.past() == 0
                                ? Strategy.RECURSIVE
                                : base.plan().strategy(),
                        List.of());
    }

    private Hyperparameters onMeans(Settings base, Set<Hyperparameter> free) {
        return small(base, free)
                .withInputs(traits.proportional() ? Transform.LOG : Transform.NONE, ScalingMethod.WINDOW, List.of())
                .withStrategy(base.plan().strategy(), traits.repeated())
                .withLookback(Math.max(USUAL, Collections.max(traits.repeated())));
    }

    private Hyperparameters onChanges(Settings base, Set<Hyperparameter> free, boolean seen) {
        boolean given = !free.contains(Hyperparameter.TRANSFORM);
        boolean isResidual = !base.plan().residual().isEmpty();
        Transform change = traits.proportional() ? Transform.LOG_RETURN : Transform.DIFFERENCE;
        Transform transform = given ? base.plan().transform() : isResidual ? Transform.NONE : change;
        boolean ofWindows = isResidual || transform == Transform.SEASONAL_DIFFERENCE;
        Hyperparameters network = small(base, free);
        return (traits.noisy() ? network.withUnitsAndRate(FEW_UNITS, SLOWEST) : network)
                .withInputs(
                        transform,
                        ofWindows ? ScalingMethod.WINDOW : scaling(transform),
                        seen || transform.isSeasonal() ? List.of() : traits.calendar())
                .withLookback(seen ? Math.max(USUAL, 2 * base.plan().season()) : USUAL);
    }

    /** Sizes that differ from series to series are those of windows. */
    private ScalingMethod scaling(Transform transform) {
        return traits.several() && !transform.isRelative() ? ScalingMethod.WINDOW : ScalingMethod.STANDARD;
    }

    private Hyperparameters small(Settings base, Set<Hyperparameter> free) {
        int epochs = free.contains(Hyperparameter.EPOCHS)
                ? epochs(traits.trainRows())
                : base.recipe().epochs();
        Hyperparameters mine = Hyperparameters.of(base);
        return new Hyperparameters(
                CellKind.LSTM,
                1,
                UNITS,
                USUAL,
                0,
                mine.transform(),
                mine.scaling(),
                mine.strategy(),
                mine.residual(),
                mine.calendar(),
                rate(traits.trainRows()),
                epochs,
                base.validation() > 0 ? patience(epochs) : 0,
                Schedule.COSINE);
    }

    /** Whether seasonal changes leave rows enough. */
    private boolean fits(Settings base) {
        PreparationPlan plan = base.plan();
        return Transform.SEASONAL_CHANGE.lag(plan.season()) + (long) Split.leastRows(USUAL, plan) <= traits.rows();
    }

    /** Epochs for so many rows to learn from. */
    public static int epochs(int rows) {
        return Math.max(LEAST_EPOCHS, Math.min(MOST_EPOCHS, SIGHT / rows));
    }

    /** Epochs to wait for better ones, of so many. */
    public static int patience(int epochs) {
        return Math.max(LEAST_PATIENCE, epochs / 4);
    }

    /** Learning rate for so many rows to learn from. */
    public static double rate(int rows) {
        return rows < FEW ? FAST : SLOW;
    }
}
