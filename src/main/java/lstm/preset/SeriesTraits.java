package lstm.preset;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lstm.calendar.Calendar;
import lstm.calendar.CalendarFeature;
import lstm.prepare.Demand;
import lstm.prepare.PreparationPlan;
import lstm.series.Series;
import lstm.series.StampKind;

/**
 * Traits of the training rows that settings are chosen by.
 *
 * @param proportional whether changes are better measured relative to the values: all are positive, and most series
 *     steady
 * @param noisy whether changes hardly predict later changes
 * @param repeated lags whose mean has the smallest error; empty if the naive forecast has a smaller one
 * @param calendar calendar features that repeat within the training rows
 * @param yearly whether the day of the year helps to forecast a daily series with a season of a year
 * @param season average length of a season of the targets, in seconds
 * @param past number of columns known for the past only and not forecast
 * @param intermittent whether most of the series are demand that is zero in many rows
 * @param several whether there are several series, each with its own scale
 * @param trainRows number of training rows
 * @param rows total number of rows; for several files of the shortest; for a table, of which series that are too short
 *     are left out, the number that nine of ten series have
 */
public record SeriesTraits(
        boolean proportional,
        boolean noisy,
        List<Integer> repeated,
        List<CalendarFeature> calendar,
        boolean yearly,
        double season,
        int past,
        boolean intermittent,
        boolean several,
        int trainRows,
        int rows) {
    /** Changes with less {@link ChangePredictability} are noise. */
    private static final double FORGOTTEN = 0.1;

    /** A calendar feature must repeat this often, or it is no different from a trend. */
    private static final int TURNS = 2;

    /** If values double or halve from row to row, ratios are no easier to forecast than differences. */
    private static final double STEADY = 0.5;

    /** Maximum number of rows in a window for several seasons. */
    private static final int MOST_LOOKBACK = 168;

    /** In a table, at most one series in this many may be too short. */
    private static final int SHORT = 10;

    /** Tolerance for a season to count as a day. */
    private static final double NEAR = 0.01;

    /** Copies the lists. */
    public SeriesTraits {
        repeated = List.copyOf(repeated);
        calendar = List.copyOf(calendar);
    }

    /**
     * The traits of one series, or of several for one model.
     *
     * @param plan gives the targets, season and horizon
     * @param trainRows number of training rows of each. Later rows are not read, except that all values of the targets
     *     must be positive for logarithms
     */
    public static SeriesTraits of(List<Series> files, PreparationPlan plan, int[] trainRows) {
        Series first = files.get(0);
        long span = first.stamps().at(trainRows[0] - 1) - first.stamps().at(0);
        List<CalendarFeature> calendar = CalendarFeature.of(Calendar.infer(first)).stream()
                .filter(feature -> span >= TURNS * feature.seconds())
                .toList();
        double season = (double) span / Math.max(1, trainRows[0] - 1) * plan.season();
        boolean positive = files.stream().allMatch(series -> isPositive(series, plan.targets()));
        long steady = IntStream.range(0, trainRows.length)
                .filter(file -> isSteady(files.get(file), plan.targets(), trainRows[file]))
                .count();
        boolean proportional = positive && 2 * steady > files.size();
        boolean noisy = IntStream.range(0, trainRows.length).allMatch(file -> IntStream.range(0, plan.targets())
                .allMatch(target ->
                        ChangePredictability.of(files.get(file), target, proportional, trainRows[file]) < FORGOTTEN));
        long demands = IntStream.range(0, trainRows.length)
                .filter(file -> isIntermittent(files.get(file), plan.targets(), trainRows[file]))
                .count();
        return new SeriesTraits(
                proportional,
                noisy,
                SeasonalMeans.rows(files, plan, trainRows, Math.abs(season / StampKind.DAY - 1) < NEAR, MOST_LOOKBACK),
                calendar,
                isYearly(files, plan, trainRows),
                season,
                first.columns().size() - plan.targets() - plan.ahead(),
                2 * demands > files.size(),
                files.size() > 1,
                Arrays.stream(trainRows).reduce(0, Math::addExact),
                shortest(files));
    }

    private static int shortest(List<Series> files) {
        boolean table = !files.get(0).reading().keys().isEmpty();
        int[] rising = files.stream().mapToInt(Series::rows).sorted().toArray();
        return rising[table ? rising.length / SHORT : 0];
    }

    private static boolean isYearly(List<Series> files, PreparationPlan plan, int[] trainRows) {
        return IntStream.range(0, trainRows.length).allMatch(file -> IntStream.range(0, plan.targets())
                .allMatch(target ->
                        YearlyWave.helps(files.get(file), target, plan.season(), plan.horizon(), trainRows[file])));
    }

    private static boolean isIntermittent(Series series, int targets, int trainRows) {
        return IntStream.range(0, targets)
                .allMatch(target -> Demand.isIntermittent(series.column(target), series.masked(), trainRows));
    }

    private static boolean isPositive(Series series, int targets) {
        return IntStream.range(0, targets)
                .allMatch(target -> Arrays.stream(series.column(target)).allMatch(value -> value > 0));
    }

    private static boolean isSteady(Series series, int targets, int trainRows) {
        return IntStream.range(0, targets).allMatch(target -> isSteady(series, series.column(target), trainRows));
    }

    private static boolean isSteady(Series series, double[] values, int trainRows) {
        double squares = 0;
        int changes = 0;
        for (int row = 1; row < trainRows; row++) {
            if (!series.masked().get(row) && !series.masked().get(row - 1)) {
                double change = StrictMath.log(values[row] / values[row - 1]);
                squares += change * change;
                changes++;
            }
        }
        return squares <= STEADY * STEADY * changes;
    }

    /** The lags that residuals are measured from: those with the smallest error, or a season. */
    List<Integer> lags(int length) {
        return repeated.isEmpty() ? List.of(length) : repeated;
    }

    /** The calendar features that repeat within a season. */
    List<CalendarFeature> withinSeason() {
        return calendar.stream()
                .filter(feature -> TURNS * feature.seconds() <= season)
                .toList();
    }
}
