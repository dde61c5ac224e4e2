package lstm.tune;

import java.util.ArrayList;
import java.util.List;
import lstm.forecast.Backtest;
import lstm.model.Settings;
import lstm.prepare.Plan;
import lstm.prepare.Split;

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

    /** Held-out rows by which a fold chooses its epoch, as a multiple of the horizon. */
    private static final double HELD = 1.25;

    /**
     * As many as there are rows for.
     *
     * @param rows that are known
     * @param base of the settings to judge
     * @param shortest lookback that is to be judged
     */
    static Folds of(int rows, Settings base, int shortest) {
        int horizon = base.plan().horizon();
        int length = Math.max(rows / PART, horizon + horizon / 2);
        int every = Math.max(1, (length - horizon + 1) / MOST_ORIGINS);
        int origins = (length - horizon) / every + 1;
        int wanted = rows < LONG ? MOST : rows < LONGEST ? 2 : 1;
        List<Integer> ends = new ArrayList<>();
        for (int end = rows; ends.size() < wanted; end -= length) {
            Folds one = new Folds(List.of(end), origins, every);
            if (!one.fit(base, shortest)) {
                break;
            }
            ends.add(end);
        }
        return new Folds(ends, origins, every);
    }

    /** Whether every fold has rows enough to train with these settings. */
    boolean fit(Settings settings) {
        return fit(settings, settings.lookback());
    }

    private boolean fit(Settings settings, int lookback) {
        Plan plan = settings.plan();
        for (int end : ends) {
            int rows = end - plan.horizon() - (origins - 1) * every;
            if (rows < Split.leastRows(lookback, plan)
                    || Split.holdingOut(share(settings, rows), rows).trainRows()
                            < lookback + plan.lead() + plan.head() + 1) {
                return false;
            }
        }
        return true;
    }

    /** The backtest of a fold. */
    Backtest backtest(int fold, Settings settings) {
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
        return new Backtest(held, origins, every, 0, new double[0]);
    }

    /** The share held out to choose the epoch by: that of the settings, but some windows at least. */
    private static double share(Settings settings, int rows) {
        double least = Math.min(0.5, HELD * settings.plan().head() / Math.max(1, rows));
        return Math.max(settings.validation(), least);
    }
}
