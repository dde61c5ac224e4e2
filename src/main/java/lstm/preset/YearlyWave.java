package lstm.preset;

import java.util.BitSet;
import java.util.stream.IntStream;
import lstm.calendar.Calendar;
import lstm.calendar.CalendarFeature;
import lstm.evaluate.AutoregressionFit;
import lstm.evaluate.Baseline;
import lstm.prepare.SeasonSearch;
import lstm.prepare.Windows;
import lstm.series.Series;
import lstm.statistics.Distances;
import lstm.statistics.Values;

/**
 * Whether the day of the year helps to forecast a daily series that has a season of a year: whether an autoregression
 * around a yearly wave (a sine and a cosine of the day of the year, fitted by least squares) errs less than a plain
 * one.
 */
final class YearlyWave {
    /** Maximum number of steps at which forecasts are compared. */
    private static final int MOST_STEPS = 30;

    /** A smaller gain may be chance, and one more input is one more thing to learn by heart. */
    private static final double GAIN = 0.995;

    private YearlyWave() {}

    /**
     * Compares the two on the last third of the training rows; both are fitted on the rows before.
     *
     * @param season number of steps in the season of the series, 1 if there is none
     * @param horizon number of steps to forecast
     * @param trainRows number of training rows; later ones are not read
     */
    static boolean helps(Series series, int target, int season, int horizon, int trainRows) {
        BitSet masked = series.masked();
        double[] column = series.column(target);
        if (!SeasonSearch.hasYearOfDays(Calendar.infer(series), column, masked, trainRows)) {
            return false;
        }
        Distances distances = Distances.of(new Values(trainRows, row -> column[row]));
        double[] values = new Values(trainRows, row -> distances.unit(column[row])).toArray();
        int fitted = trainRows * 2 / 3;
        double[] around = aroundWave(series, values, fitted);
        int steps = Math.min(horizon, MOST_STEPS);
        return error(around, masked, fitted, season, steps) < GAIN * error(values, masked, fitted, season, steps);
    }

    /** The values less the wave that fits the first of them best. */
    private static double[] aroundWave(Series series, double[] values, int fitted) {
        int[] rows = IntStream.range(0, fitted)
                .filter(row -> !series.masked().get(row))
                .toArray();
        double[] sine = new double[values.length];
        double[] cosine = new double[values.length];
        float[] point = new float[CalendarFeature.WIDTH];
        for (int row = 0; row < values.length; row++) {
            CalendarFeature.YEARDAY.write(series.stamps().at(row), point, 0);
            sine[row] = point[0];
            cosine[row] = point[1];
        }
        double ss = covariance(rows, sine, sine);
        double sc = covariance(rows, sine, cosine);
        double cc = covariance(rows, cosine, cosine);
        double sy = covariance(rows, sine, values);
        double cy = covariance(rows, cosine, values);
        double determinant = ss * cc - sc * sc;
        double ofSine = determinant > 0 ? (sy * cc - cy * sc) / determinant : 0;
        double ofCosine = determinant > 0 ? (cy * ss - sy * sc) / determinant : 0;
        double[] around = new double[values.length];
        for (int row = 0; row < values.length; row++) {
            around[row] = values[row] - ofSine * sine[row] - ofCosine * cosine[row];
        }
        return around;
    }

    private static double covariance(int[] rows, double[] a, double[] b) {
        double meanA = IntStream.of(rows).mapToDouble(row -> a[row]).average().orElse(0);
        return IntStream.of(rows).mapToDouble(row -> (a[row] - meanA) * b[row]).sum();
    }

    /** Mean absolute error of an autoregression on the rows after those it is fitted on. */
    private static double error(double[] values, BitSet masked, int fitted, int season, int steps) {
        Baseline line = new Baseline.Linear(AutoregressionFit.of(values, masked, fitted, season));
        double sum = 0;
        int count = 0;
        for (int origin = fitted; origin + steps <= values.length; origin++) {
            if (Windows.isFree(masked, origin - line.historyRows(), origin + steps)) {
                double[] forecast = line.forecast(values, origin, steps);
                for (int step = 0; step < steps; step++) {
                    sum += Math.abs(values[origin + step] - forecast[step]);
                    count++;
                }
            }
        }
        return sum / count;
    }
}
