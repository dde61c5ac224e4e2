package lstm.tune;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
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
import lstm.series.StampKind;
import lstm.train.Schedule;

/**
 * Settings that do well on most series: a small network on changes, chosen by what the rows to learn from are like. A
 * window holds {@value #USUAL} rows, or two seasons while they are no more than {@value #LONG}.
 *
 * <p>Where the last season tells more of the steps to come than the last value, the network forecasts what is to be
 * added to it. If the season is long, these are seasonal changes, step by step, and the network is told what comes
 * round within the season (the day in a week). If it is short, they are residuals over the mean of seasons, when that
 * errs less than one season alone, or when one model is made of series of different size. A long season that tells less
 * is told to the network as time of day, week and year.
 *
 * @param proportional whether changes are better taken in proportion to the values
 * @param repeated rows before whose mean errs least; none where the last value errs less than the season before
 * @param calendar what the stamps say that comes round in the rows to learn from
 * @param season of the targets, in seconds on average
 * @param past columns that are known for the past only, and not forecast
 * @param several whether it is of several series, each of which has a size of its own
 * @param trainRows rows to learn from
 * @param rows in all; of several series in the shortest
 */
public record Accurate(
        boolean proportional,
        List<Integer> repeated,
        List<CalendarFeature> calendar,
        double season,
        int past,
        boolean several,
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
        repeated = List.copyOf(repeated);
        calendar = List.copyOf(calendar);
    }

    /**
     * For a series, or several that one model is made of.
     *
     * @param plan their targets, season and horizon
     * @param trainRows of the rows of each, the first ones: nothing else is looked at, but that all values of the
     *     targets are above 0, since logarithms need it of all
     */
    public static Accurate of(List<Series> files, Plan plan, int[] trainRows) {
        Series first = files.get(0);
        long span = first.stamps()[trainRows[0] - 1] - first.stamps()[0];
        List<CalendarFeature> calendar = CalendarFeature.of(Calendar.infer(first)).stream()
                .filter(feature -> span >= TURNS * feature.seconds())
                .toList();
        double season = (double) span / Math.max(1, trainRows[0] - 1) * plan.season();
        return new Accurate(
                IntStream.range(0, trainRows.length)
                        .allMatch(file -> isProportional(files.get(file), plan.targets(), trainRows[file])),
                Repetition.rows(files, plan, trainRows, Math.abs(season / StampKind.DAY - 1) < 0.01, MOST_LOOKBACK),
                calendar,
                season,
                first.columns().size() - plan.targets() - plan.ahead(),
                files.size() > 1,
                Arrays.stream(trainRows).reduce(0, Math::addExact),
                files.stream().mapToInt(Series::rows).min().orElseThrow());
    }

    private static boolean isProportional(Series series, int targets, int trainRows) {
        return IntStream.range(0, targets).allMatch(target -> isProportional(series, series.column(target), trainRows));
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
        if (!seen && !repeated.isEmpty() && free.contains(Dimension.TRANSFORM) && fits(base)) {
            return onSeasonalChanges(base, free);
        }
        boolean means = repeated.size() > 1 || several && !repeated.isEmpty();
        if (seen && means && free.contains(Dimension.TRANSFORM) && free.contains(Dimension.RESIDUAL)) {
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
                .as(Transform.SEASONAL_CHANGE, scaling(Transform.SEASONAL_CHANGE), within)
                .by(past == 0 ? Strategy.RECURSIVE : base.plan().strategy(), List.of());
    }

    private Candidate onMeans(Settings base, Set<Dimension> free) {
        return small(base, free)
                .as(proportional ? Transform.LOG : Transform.NONE, Scaling.WINDOW, List.of())
                .by(base.plan().strategy(), repeated)
                .withLookback(Math.max(USUAL, Collections.max(repeated)));
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
                        ofWindows ? Scaling.WINDOW : scaling(transform),
                        seen || transform.isSeasonal() ? List.of() : calendar)
                .withLookback(seen ? Math.max(USUAL, 2 * base.plan().season()) : USUAL);
    }

    /** Sizes that differ from series to series are those of windows. */
    private Scaling scaling(Transform transform) {
        return several && !transform.isRelative() ? Scaling.WINDOW : Scaling.STANDARD;
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
