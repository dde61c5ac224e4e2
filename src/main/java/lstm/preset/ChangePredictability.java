package lstm.preset;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import lstm.series.Series;
import lstm.statistics.Autocovariance;

/** How well the changes of a series predict its later changes. */
final class ChangePredictability {
    private static final int LAGS = 24;

    private ChangePredictability() {}

    /**
     * The sum of the squared autocorrelations of a target's changes up to {@value #LAGS} rows apart (Box and Pierce
     * 1970, divided by the count of rows): about {@value #LAGS} over that count for noise, of which nothing can be
     * learned, and 0.1 or more where a tenth of the variance can be forecast.
     *
     * @param proportional whether changes of the logarithm are used
     * @param trainRows number of training rows; later rows are not read
     */
    static double of(Series series, int target, boolean proportional, int trainRows) {
        double[] unit = changes(series.column(target), series.masked(), proportional, trainRows);
        double largest = Arrays.stream(unit).map(Math::abs).max().orElse(0);
        Arrays.setAll(unit, k -> unit[k] / largest);
        double mean = Arrays.stream(unit).average().orElse(0);
        double variance = largest > 0 ? Autocovariance.sum(unit, mean, 0) : 0;
        return IntStream.rangeClosed(1, variance > 0 ? LAGS : 0)
                .mapToDouble(lag -> Autocovariance.sum(unit, mean, lag) / variance)
                .map(correlation -> correlation * correlation)
                .sum();
    }

    /** One array, since a copy of millions would be felt. */
    private static double[] changes(double[] values, BitSet masked, boolean proportional, int trainRows) {
        double[] changes = new double[trainRows - 1];
        int count = 0;
        double before = 0;
        for (int row = 0; row < trainRows; row++) {
            double value = proportional ? StrictMath.log(values[row]) : values[row];
            if (row > 0 && !masked.get(row) && !masked.get(row - 1)) {
                changes[count++] = value - before;
            }
            before = value;
        }
        return count == changes.length ? changes : Arrays.copyOf(changes, count);
    }
}
