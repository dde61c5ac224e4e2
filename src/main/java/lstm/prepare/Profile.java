package lstm.prepare;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import lstm.calendar.Calendar;
import lstm.prepare.SeasonSearch.Period;
import lstm.statistics.BinaryScale;
import lstm.statistics.Moments;

/**
 * Summary statistics of one column, in the units of the data.
 *
 * @param min smallest value
 * @param max largest value
 * @param mean of all values
 * @param deviation standard deviation from the mean
 * @param slope change per row of the least-squares line
 * @param rSquared share of the variance explained by that line, in [0, 1]
 * @param runs runs of ten or more equal values, the longest first
 * @param jumps unusually large changes, the largest first
 * @param seasons periods that were tried, the one chosen by {@link Season} first
 * @param naive RMSE of the naive forecast, which repeats the last value
 * @param seasonal RMSE of the seasonal naive forecast, for each season found
 * @param held number of rows in the last tenth
 * @param outOfRange how many of them lie outside the range of the rows before
 */
public record Profile(
        double min,
        double max,
        double mean,
        double deviation,
        double slope,
        double rSquared,
        List<Run> runs,
        List<Jump> jumps,
        List<Period> seasons,
        double naive,
        List<Double> seasonal,
        int held,
        int outOfRange) {
    private static final double LAST = 0.1;
    private static final double HARD = 0.1;

    /** A run of {@code length} equal values, starting at {@code row}. */
    public record Run(int row, int length) {}

    /**
     * An unusually large change.
     *
     * @param row the row after the change
     * @param change difference from the row before
     * @param times distance from the median change, in typical changes
     */
    public record Jump(int row, double change, double times) {}

    /**
     * Profiles a column.
     *
     * @param values finite, at least one; not modified
     */
    public static Profile of(double[] values, Calendar calendar) {
        BinaryScale size = BinaryScale.of(values).ifNeeded();
        double[] scaled = size.reduce(values);
        Moments moments = Moments.fromFirst(scaled);
        double deviation = moments.deviation();
        double slope = slope(scaled, moments.mean());
        double line = slope * Math.sqrt(((double) values.length * values.length - 1) / 12);
        int known =
                Split.holdingOut(values.length > 1 ? LAST : 0, values.length, 1).trainRows();
        List<Period> seasons = SeasonSearch.of(scaled, calendar);
        List<Double> seasonal = seasons.stream()
                .filter(Period::found)
                .map(season -> size.restore(repeatError(scaled, season.steps())))
                .toList();
        return new Profile(
                Arrays.stream(values).min().orElseThrow(),
                Arrays.stream(values).max().orElseThrow(),
                size.restore(moments.mean()),
                size.restore(deviation),
                size.restore(slope),
                deviation == 0 ? 0 : Math.min(1, line * line / (deviation * deviation)),
                Outliers.runs(values),
                Outliers.jumps(scaled).stream()
                        .map(jump -> new Jump(jump.row, size.restore(jump.change), jump.times))
                        .toList(),
                seasons,
                size.restore(repeatError(scaled, 1)),
                seasonal,
                values.length - known,
                outOfRange(values, known));
    }

    /** The seasons that were found, the one chosen by {@link Season} first. */
    public List<Period> found() {
        return seasons.stream().filter(Period::found).toList();
    }

    /** Whether the naive forecast is hard to beat: its RMSE is below a tenth of the deviation. */
    public boolean isHardToBeat() {
        return naive < HARD * deviation;
    }

    /** Whether more than a tenth of the last tenth of the rows lie outside the range of the rows before. */
    public boolean leavesItsRange() {
        return outOfRange > LAST * held;
    }

    private static double slope(double[] values, double mean) {
        double middle = (values.length - 1) / 2.0;
        double products = 0;
        double squares = 0;
        for (int t = 0; t < values.length; t++) {
            products += (t - middle) * (values[t] - mean);
            squares += (t - middle) * (t - middle);
        }
        return squares == 0 ? 0 : products / squares;
    }

    /** RMSE of forecasting each value by the one {@code lag} rows earlier; 0 if there is none. */
    private static double repeatError(double[] values, int lag) {
        double squares = 0;
        for (int t = lag; t < values.length; t++) {
            squares += (values[t] - values[t - lag]) * (values[t] - values[t - lag]);
        }
        return values.length <= lag ? 0 : Math.sqrt(squares / (values.length - lag));
    }

    private static int outOfRange(double[] values, int known) {
        DoubleSummaryStatistics range = Arrays.stream(values, 0, known).summaryStatistics();
        return (int) Arrays.stream(values, known, values.length)
                .filter(value -> value < range.getMin() || value > range.getMax())
                .count();
    }
}
