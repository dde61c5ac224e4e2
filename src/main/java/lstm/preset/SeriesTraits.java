package lstm.preset;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lstm.calendar.Calendar;
import lstm.calendar.CalendarFeature;
import lstm.prepare.PreparationPlan;
import lstm.series.Series;
import lstm.series.StampKind;

/**
 * What the rows to learn from are like.
 *
 * @param proportional whether changes are better taken in proportion to the values
 * @param noisy whether changes say next to nothing of later changes
 * @param repeated rows before whose mean errs least; none where the last value errs less than the season before
 * @param calendar what the stamps say that comes round in the rows to learn from
 * @param season of the targets, in seconds on average
 * @param past columns that are known for the past only, and not forecast
 * @param several whether it is of several series, each of which has a size of its own
 * @param trainRows rows to learn from
 * @param rows in all; of several series in the shortest
 */
public record SeriesTraits(
        boolean proportional,
        boolean noisy,
        List<Integer> repeated,
        List<CalendarFeature> calendar,
        double season,
        int past,
        boolean several,
        int trainRows,
        int rows) {
    /** Changes with less {@link ChangePredictability} are noise. */
    private static final double FORGOTTEN = 0.1;

    /** Times that what stamps say has to come round, before it is no trend. */
    private static final int TURNS = 2;

    /** Where values double or halve from row to row, ratios of them are no better to forecast than differences. */
    private static final double STEADY = 0.5;

    /** Rows that several seasons may take in a window. */
    private static final int MOST_LOOKBACK = 168;

    /** How far the mean step of a day's rows may be off. */
    private static final double NEAR = 0.01;

    /** Copies the lists. */
    public SeriesTraits {
        repeated = List.copyOf(repeated);
        calendar = List.copyOf(calendar);
    }

    /**
     * Those of a series, or of several that one model is made of.
     *
     * @param plan their targets, season and horizon
     * @param trainRows of the rows of each, the first ones: nothing else is looked at, but that all values of the
     *     targets are above 0, since logarithms need it of all
     */
    public static SeriesTraits of(List<Series> files, PreparationPlan plan, int[] trainRows) {
        Series first = files.get(0);
        long span = first.stamps()[trainRows[0] - 1] - first.stamps()[0];
        List<CalendarFeature> calendar = CalendarFeature.of(Calendar.infer(first)).stream()
                .filter(feature -> span >= TURNS * feature.seconds())
                .toList();
        double season = (double) span / Math.max(1, trainRows[0] - 1) * plan.season();
        boolean proportional = IntStream.range(0, trainRows.length)
                .allMatch(file -> isProportional(files.get(file), plan.targets(), trainRows[file]));
        boolean noisy = IntStream.range(0, trainRows.length).allMatch(file -> IntStream.range(0, plan.targets())
                .allMatch(target ->
                        ChangePredictability.of(files.get(file), target, proportional, trainRows[file]) < FORGOTTEN));
        return new SeriesTraits(
                proportional,
                noisy,
                SeasonalMeans.rows(files, plan, trainRows, Math.abs(season / StampKind.DAY - 1) < NEAR, MOST_LOOKBACK),
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

    /** What comes round within a season. */
    List<CalendarFeature> withinSeason() {
        return calendar.stream()
                .filter(feature -> TURNS * feature.seconds() <= season)
                .toList();
    }
}
