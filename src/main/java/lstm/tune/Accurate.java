package lstm.tune;

import java.util.List;
import java.util.Set;
import lstm.model.Settings;
import lstm.network.CellKind;
import lstm.prepare.Plan;
import lstm.prepare.Scaling;
import lstm.prepare.Split;
import lstm.prepare.Strategy;
import lstm.prepare.Transform;
import lstm.series.Calendar;
import lstm.series.CalendarFeature;
import lstm.series.Series;
import lstm.train.Schedule;

/**
 * Settings that do well on most series: a small network on changes, chosen by what the rows to learn from are like. A
 * window holds {@value #USUAL} rows, or two seasons while they are no more than {@value #LONG}.
 *
 * <p>Where the last season tells more of the steps to come than the last value, the network forecasts what is to be
 * added to it: if the season is short and the mean of several errs less than one of them, to that mean; if it is long,
 * to the changes of two seasons. What comes round within a long season (the day in a week), or all that does where the
 * season tells less than the last value, is told to the network as time of day, week and year.
 *
 * @param proportional whether changes are better taken in proportion to the values
 * @param seasons that are best averaged, 0 where the last value errs less than the one a season before
 * @param calendar what the stamps say that comes round in the rows to learn from
 * @param season of the targets, in seconds on average
 * @param past columns that are known for the past only, and not forecast
 * @param trainRows rows to learn from
 * @param rows in all
 */
public record Accurate(
        boolean proportional,
        int seasons,
        List<CalendarFeature> calendar,
        double season,
        int past,
        int trainRows,
        int rows) {
    /** Rows that a training sees in all its epochs: short series need many epochs, long ones few. */
    private static final int SIGHT = 150_000;

    private static final int LEAST_EPOCHS = 5;
    private static final int MOST_EPOCHS = 200;
    private static final int LEAST_PATIENCE = 5;

    /** An epoch of so few rows is a handful of steps, which may be longer. */
    private static final int FEW = 500;

    static final double FAST = 0.003;
    static final double SLOW = 0.001;
    static final int USUAL = 24;
    static final int LONG = 60;

    /** Rows that several seasons may take in a window. */
    private static final int MOST_LOOKBACK = 168;

    static final int UNITS = 32;

    /** Times that what stamps say has to come round, before it is no trend. */
    private static final int TURNS = 2;

    /** Where values double or halve from row to row, ratios of them are no better to forecast than differences. */
    private static final double STEADY = 0.5;

    /** Copies the list. */
    public Accurate {
        calendar = List.copyOf(calendar);
    }

    /**
     * For a series.
     *
     * @param plan its targets, season and horizon
     * @param trainRows of the rows, the first ones: nothing else is looked at, but that all values of the targets are
     *     above 0, since logarithms need it of all
     */
    public static Accurate of(Series series, Calendar steps, Plan plan, int trainRows) {
        boolean proportional = true;
        for (int target = 0; target < plan.targets(); target++) {
            proportional &= isProportional(series, series.column(target), trainRows);
        }
        long span = series.stamps()[trainRows - 1] - series.stamps()[0];
        List<CalendarFeature> calendar = CalendarFeature.of(steps).stream()
                .filter(feature -> span >= TURNS * feature.seconds())
                .toList();
        int seasons = Repetition.seasons(series, plan, trainRows, MOST_LOOKBACK);
        int past = series.columns().size() - plan.targets() - plan.ahead();
        double season = (double) span / Math.max(1, trainRows - 1) * plan.season();
        return new Accurate(proportional, seasons, calendar, season, past, trainRows, series.rows());
    }

    private static boolean isProportional(Series series, double[] values, int trainRows) {
        double squares = 0;
        int changes = 0;
        for (int row = 0; row < values.length; row++) {
            if (!(values[row] > 0)) {
                return false;
            }
            boolean masked =
                    row == 0 || series.masked().get(row) || series.masked().get(row - 1);
            if (row < trainRows && !masked) {
                double change = StrictMath.log(values[row] / values[row - 1]);
                squares += change * change;
                changes++;
            }
        }
        return squares <= STEADY * STEADY * changes;
    }

    /**
     * Settings in which what is free is chosen so, and everything else is as it is in others.
     *
     * @param base its season is that of the rows to learn from
     */
    public Settings over(Settings base, Set<Dimension> free) {
        Candidate mine =
                Candidate.of(base).with(candidate(base, free), free::contains).within(free);
        Settings chosen = mine.over(base);
        int room = Split.longestLookback(rows, chosen.plan());
        if (!free.contains(Dimension.LOOKBACK) || room < 1 || room >= chosen.lookback()) {
            return chosen;
        }
        return mine.withLookback(room).within(free).over(base);
    }

    private Candidate candidate(Settings base, Set<Dimension> free) {
        boolean seen = 2L * base.plan().season() <= LONG;
        if (!seen && seasons > 0 && free.contains(Dimension.TRANSFORM) && fits(base)) {
            return onSeasonalChanges(base, free);
        }
        if (seen && seasons > 1 && free.contains(Dimension.TRANSFORM) && free.contains(Dimension.RESIDUAL)) {
            return onMeans(base, free);
        }
        return onChanges(base, free, seen);
    }

    /** Step by step, unless there are columns that would stand still meanwhile. */
    private Candidate onSeasonalChanges(Settings base, Set<Dimension> free) {
        List<CalendarFeature> within = calendar.stream()
                .filter(feature -> TURNS * feature.seconds() <= season)
                .toList();
        return small(base, free)
                .as(Transform.SEASONAL_CHANGE, Scaling.STANDARD, within)
                .by(past == 0 ? Strategy.RECURSIVE : base.plan().strategy(), List.of());
    }

    private Candidate onMeans(Settings base, Set<Dimension> free) {
        int season = base.plan().season();
        return small(base, free)
                .as(Transform.NONE, Scaling.WINDOW, List.of())
                .by(base.plan().strategy(), Repetition.rows(season, seasons))
                .withLookback(Math.max(USUAL, seasons * season));
    }

    private Candidate onChanges(Settings base, Set<Dimension> free, boolean seen) {
        boolean given = !free.contains(Dimension.TRANSFORM);
        boolean isResidual = !base.plan().residual().isEmpty();
        Transform change = proportional ? Transform.LOG_RETURN : Transform.DIFFERENCE;
        Transform transform = given ? base.plan().transform() : isResidual ? Transform.NONE : change;
        boolean ofWindows = isResidual || transform == Transform.SEASONAL_DIFFERENCE;
        return small(base, free)
                .as(
                        transform,
                        ofWindows ? Scaling.WINDOW : Scaling.STANDARD,
                        seen || transform.isSeasonal() ? List.of() : calendar)
                .withLookback(seen ? Math.max(USUAL, 2 * base.plan().season()) : USUAL);
    }

    private Candidate small(Settings base, Set<Dimension> free) {
        int epochs = free.contains(Dimension.EPOCHS)
                ? epochs(trainRows)
                : base.recipe().epochs();
        Candidate mine = Candidate.of(base);
        return new Candidate(
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
                rate(trainRows),
                epochs,
                base.validation() > 0 ? patience(epochs) : 0,
                Schedule.COSINE);
    }

    /** Whether seasonal changes leave rows enough. */
    private boolean fits(Settings base) {
        Plan plan = base.plan();
        return Transform.SEASONAL_CHANGE.lag(plan.season()) + (long) Split.leastRows(USUAL, plan) <= rows;
    }

    /** Epochs for so many rows to learn from. */
    static int epochs(int rows) {
        return Math.max(LEAST_EPOCHS, Math.min(MOST_EPOCHS, SIGHT / rows));
    }

    /** Epochs to wait for better ones, of so many. */
    static int patience(int epochs) {
        return Math.max(LEAST_PATIENCE, epochs / 4);
    }

    /** Learning rate for so many rows to learn from. */
    static double rate(int rows) {
        return rows < FEW ? FAST : SLOW;
    }
}
