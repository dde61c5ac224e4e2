package lstm.tune;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import lstm.model.Settings;
import lstm.network.CellKind;
import lstm.prepare.Plan;
import lstm.prepare.Scaling;
import lstm.prepare.Split;
import lstm.prepare.Transform;
import lstm.series.Calendar;
import lstm.series.CalendarFeature;
import lstm.series.Series;
import lstm.train.Schedule;

/**
 * Settings that do well on most series: a small network on changes, chosen by what the rows to learn from are like. A
 * window holds {@value #USUAL} rows, or two seasons while they are no more than {@value #LONG}. Of a longer season the
 * network forecasts the difference from the season before, if that errs less than the last value so many steps ahead;
 * if not, it is told the time of day, week and year.
 *
 * @param proportional whether changes are better taken in proportion to the values
 * @param seasonal whether the value one season before errs less than the last one
 * @param calendar what the stamps say that comes round in the rows to learn from
 * @param trainRows rows to learn from
 * @param rows in all
 */
public record Accurate(
        boolean proportional, boolean seasonal, List<CalendarFeature> calendar, int trainRows, int rows) {
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
    static final int UNITS = 32;

    /** Times that what stamps say has to come round, before it is no trend. */
    private static final int TURNS = 2;

    /** Where values double or halve from row to row, ratios of them are no better to forecast than differences. */
    private static final double STEADY = 0.5;

    /** Steps ahead at which the last value and the last season are compared, at most. */
    private static final int MOST_STEPS = 24;

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
        return new Accurate(proportional, isSeasonal(series, plan, trainRows), calendar, trainRows, series.rows());
    }

    /** Compares mean errors so many steps ahead, on the same rows. */
    private static boolean isSeasonal(Series series, Plan plan, int trainRows) {
        int season = plan.season();
        long farthest = wholeSeasons(plan.horizon(), season);
        int compared = Math.min(plan.horizon(), MOST_STEPS);
        double last = 0;
        double before = 0;
        for (int k = 1; k <= compared && farthest < trainRows; k++) {
            int step = (int) ((long) k * plan.horizon() / compared);
            last += meanChange(series, step, (int) farthest, trainRows);
            before += meanChange(series, (int) wholeSeasons(step, season), (int) farthest, trainRows);
        }
        return before < last;
    }

    private static long wholeSeasons(int steps, int season) {
        return (steps + season - 1L) / season * season;
    }

    /** Of the first target, over so many rows, where neither row is masked. */
    private static double meanChange(Series series, int lag, int from, int to) {
        double[] values = series.column(0);
        return IntStream.range(from, to)
                .filter(row -> !series.masked().get(row) && !series.masked().get(row - lag))
                .mapToDouble(row -> Math.abs(values[row] - values[row - lag]))
                .average()
                .orElse(0);
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
        Candidate mine = Candidate.of(base).with(candidate(base, free), free::contains);
        Settings chosen = mine.over(base);
        int room = Split.longestLookback(rows, chosen.plan());
        if (!free.contains(Dimension.LOOKBACK) || room < 1 || room >= chosen.lookback()) {
            return chosen;
        }
        return mine.withLookback(room).over(base);
    }

    private Candidate candidate(Settings base, Set<Dimension> free) {
        int season = base.plan().season();
        Transform change = proportional ? Transform.LOG_RETURN : Transform.DIFFERENCE;
        boolean seen = 2L * season <= LONG;
        Transform transform = !seen && seasonal && fits(base) ? Transform.SEASONAL_DIFFERENCE : change;
        if (!free.contains(Dimension.TRANSFORM)) {
            transform = base.plan().transform();
        }
        int lookback = seen ? Math.max(USUAL, 2 * season) : USUAL;
        boolean taken = transform == Transform.SEASONAL_DIFFERENCE;
        boolean judged = base.validation() > 0;
        int epochs = free.contains(Dimension.EPOCHS)
                ? epochs(trainRows)
                : base.recipe().epochs();
        return new Candidate(
                CellKind.LSTM,
                1,
                UNITS,
                lookback,
                0,
                transform,
                taken ? Scaling.WINDOW : Scaling.STANDARD,
                seen || taken ? List.of() : calendar,
                rate(trainRows),
                epochs,
                judged ? patience(epochs) : 0,
                Schedule.COSINE);
    }

    /** Whether seasonal differences leave rows enough. */
    private boolean fits(Settings base) {
        Plan plan = base.plan();
        return (long) plan.season() + Split.leastRows(USUAL, plan) <= rows;
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
