package lstm.tune;

import java.util.List;
import java.util.stream.IntStream;
import lstm.forecast.Intervals;
import lstm.model.Settings;
import lstm.prepare.PreparationPlan;
import lstm.prepare.Split;
import lstm.workflow.BacktestPlan;

/**
 * The backtests that settings are judged by: each forecasts its own last rows of a longer first part of the series, the
 * latest first.
 *
 * @param ends rows of the series that each knows, falling
 * @param origins that each forecasts from
 * @param every rows from one origin to the next
 */
record Folds(List<Integer> ends, int origins, int every) {
    /** Trainings that settings are judged by, of a short series; of a long one fewer tell as much. */
    private static final int MOST = 3;

    private static final int LONG = 2_000;
    private static final int LONGEST = 20_000;

    /** Share of the known rows that a fold forecasts. */
    private static final int PART = 10;

    private static final int MOST_ORIGINS = 300;

    /** Windows to learn from. */
    private static final int LEAST_WINDOWS = 12;

    /** Held-out rows by which a fold chooses its epoch, as a multiple of the horizon. */
    private static final double HELD = 1.25;

    /**
     * As many as leave rows enough to train with all of some settings; if not even one does, as many as leave enough
     * for the least of them.
     *
     * @param rows that are known
     * @param all settings that are to be judged, one at least
     */
    static Folds of(int rows, List<Settings> all) {
        Folds wanted = new Folds(rows, all.get(0).plan().horizon());
        for (Folds folds = wanted; !folds.ends.isEmpty(); folds = folds.fewer()) {
            if (all.stream().allMatch(folds::fit)) {
                return folds;
            }
        }
        Folds some = wanted;
        while (!some.ends.isEmpty() && all.stream().noneMatch(some::fit)) {
            some = some.fewer();
        }
        return some;
    }

    private Folds(int rows, int horizon) {
        this(ends(rows, horizon), origins(rows, horizon), every(rows, horizon));
    }

    private static int length(int rows, int horizon) {
        return Math.max(rows / PART, horizon + horizon / 2);
    }

    private static int every(int rows, int horizon) {
        return Math.max(1, (length(rows, horizon) - horizon + 1) / MOST_ORIGINS);
    }

    private static int origins(int rows, int horizon) {
        return (length(rows, horizon) - horizon) / every(rows, horizon) + 1;
    }

    /** Each fold's origins come before those of the fold before it. */
    private static List<Integer> ends(int rows, int horizon) {
        int wanted = rows < LONG ? MOST : rows < LONGEST ? 2 : 1;
        int stride = origins(rows, horizon) * every(rows, horizon);
        return IntStream.range(0, wanted)
                .map(fold -> rows - fold * stride)
                .boxed()
                .toList();
    }

    private Folds fewer() {
        return new Folds(ends.subList(0, ends.size() - 1), origins, every);
    }

    /** Whether every fold has rows enough to train with these settings: fewer than a model should have will do. */
    boolean fit(Settings settings) {
        PreparationPlan plan = settings.plan();
        long around = (long) settings.lookback() + plan.lead() + plan.head();
        for (int end : ends) {
            int rows = end - plan.horizon() - (origins - 1) * every;
            if (rows < around + LEAST_WINDOWS
                    || Split.holdingOut(share(settings, rows), rows, plan.head())
                                    .trainRows()
                            < around + LEAST_WINDOWS) {
                return false;
            }
        }
        return true;
    }

    /** The backtest of a fold. */
    BacktestPlan backtest(int fold, Settings settings) {
        int rows = ends.get(fold) - settings.plan().horizon() - (origins - 1) * every;
        Settings held = new Settings(
                settings.cell(),
                settings.units(),
                settings.layers(),
                settings.dropout(),
                settings.lookback(),
                share(settings, rows),
                settings.plan(),
                settings.recipe());
        return new BacktestPlan(held, origins, every, 0, new double[0], Intervals.DEFAULT);
    }

    /** The share held out to choose the epoch by: that of the settings, but some windows at least. */
    private static double share(Settings settings, int rows) {
        double least = Math.min(0.5, HELD * settings.plan().head() / Math.max(1, rows));
        return Math.max(settings.validation(), least);
    }
}
