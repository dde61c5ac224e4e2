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
        double[] values = series.column(target);
        BitSet masked = series.masked();
        double[] changes = IntStream.range(1, trainRows)
                .filter(row -> !masked.get(row) && !masked.get(row - 1))
                .mapToDouble(row -> proportional
                        ? StrictMath.log(values[row]) - StrictMath.log(values[row - 1])
                        : values[row] - values[row - 1])
                .toArray();
        double largest = Arrays.stream(changes).map(Math::abs).max().orElse(0);
        double[] unit = Arrays.stream(changes).map(change -> change / largest).toArray();
        double mean = Arrays.stream(unit).average().orElse(0);
        double variance = largest > 0 ? Autocovariance.sum(unit, mean, 0) : 0;
        return IntStream.rangeClosed(1, variance > 0 ? LAGS : 0)
                .mapToDouble(lag -> Autocovariance.sum(unit, mean, lag) / variance)
                .map(correlation -> correlation * correlation)
                .sum();
    }
}
