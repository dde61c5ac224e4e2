package lstm.tune;

import java.util.List;
import java.util.stream.IntStream;
import lstm.forecast.Intervals;
import lstm.model.Settings;
import lstm.prepare.PreparationPlan;
import lstm.prepare.Split;
import lstm.workflow.BacktestPlan;

/**
 * The backtests that settings are judged by. Each knows the series up to a row and forecasts the last rows before it;
 * the latest comes first.
 *
 * @param ends number of rows that each knows, descending
 * @param origins number of origins of each
 * @param every rows from one origin to the next
 */
record Folds(List<Integer> ends, int origins, int every) {
    /** Number of folds of a short series; long series need fewer. */
    private static final int MOST = 3;

    private static final int LONG = 2_000;
    private static final int LONGEST = 20_000;

    /** A fold forecasts a tenth of the known rows. */
    private static final int PART = 10;

    private static final int MOST_ORIGINS = 300;

    /** Minimum number of training windows. */
    private static final int LEAST_WINDOWS = 12;

    /** Minimum number of validation rows, as a multiple of the output steps. */
    private static final double HELD = 1.25;

    /**
     * As many folds as leave enough rows to train with all of the settings; if not even one fold does, as many as leave
     * enough for at least one of the settings.
     *
     * @param rows number of known rows
     * @param all settings to be judged, at least one
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
        int longer = (int) Math.min(Integer.MAX_VALUE, horizon + horizon / 2L);
        return Math.max(rows / PART, longer);
    }

    private static int every(int rows, int horizon) {
        return Math.max(1, (length(rows, horizon) - horizon + 1) / MOST_ORIGINS);
    }

    private static int origins(int rows, int horizon) {
        return (length(rows, horizon) - horizon) / every(rows, horizon) + 1;
    }

    /** The origins of each fold lie before those of the previous fold. */
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

    /** Whether every fold has enough rows to train with these settings; fewer than for a final model are accepted. */
    boolean fit(Settings settings) {
        PreparationPlan plan = settings.plan();
        long around = (long) settings.lookback() + plan.transformLag() + plan.outputSteps();
        for (int end : ends) {
            int rows = end - plan.horizon() - (origins - 1) * every;
            if (rows < around + LEAST_WINDOWS
                    || rows - Split.heldRows(share(settings, rows), rows, plan, settings.lookback())
                            < around + LEAST_WINDOWS) {
                return false;
            }
        }
        return true;
    }

    /** The backtest of a fold. One network judges settings as well as several do, in a fraction of the time. */
    BacktestPlan backtest(int fold, Settings settings) {
        int rows = ends.get(fold) - settings.plan().horizon() - (origins - 1) * every;
        Settings held = settings.withValidation(share(settings, rows)).withEnsemble(1);
        return new BacktestPlan(held, origins, every, 0, new double[0], Intervals.DEFAULT);
    }

    /** The share held out for validation: that of the settings, but at least some windows. */
    private static double share(Settings settings, int rows) {
        double least = Math.min(0.5, HELD * settings.plan().outputSteps() / Math.max(1, rows));
        return Math.max(settings.validation(), least);
    }
}
