package lstm.forecast;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import lstm.model.Accuracy;
import lstm.model.Score;

/**
 * One-step forecasts beside the truth.
 *
 * @param rows of the series that the forecasts are for; not copied
 * @param actual true values there; not copied
 * @param predicted the model's forecasts; not copied
 * @param naive the value before each; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Long columns that nobody writes to or compares.
public record Evaluation(int[] rows, double[] actual, double[] predicted, double[] naive) {
    /**
     * Of forecasts for rows of a series.
     *
     * @param target the whole target column
     * @param rows that were forecast, none of them 0
     * @param predicted one a row
     */
    public static Evaluation of(double[] target, int[] rows, double[] predicted) {
        return new Evaluation(
                rows,
                Arrays.stream(rows).mapToDouble(row -> target[row]).toArray(),
                predicted,
                Arrays.stream(rows).mapToDouble(row -> target[row - 1]).toArray());
    }

    /** Of forecasts for the last rows of a series, not of row 0. */
    public static Evaluation of(double[] target, double[] predicted) {
        int first = target.length - predicted.length;
        return of(target, IntStream.range(first, target.length).toArray(), predicted);
    }

    /** The model beside the naive forecast. */
    public Score score() {
        return new Score(accuracy(actual, predicted), accuracy(actual, naive));
    }

    /**
     * RMSE, MAE and MAPE = 100 mean |e / y| of forecasts. The errors are first brought to the size of 1 by a power of
     * two, so that squares of large ones do not overflow and nothing is rounded.
     */
    static Accuracy accuracy(double[] actual, double[] forecast) {
        int n = actual.length;
        double largest = 0;
        for (int k = 0; k < n; k++) {
            largest = Math.max(largest, Math.abs(forecast[k] - actual[k]));
        }
        int size = Math.getExponent(largest);
        double squares = 0;
        double sizes = 0;
        double shares = 0;
        for (int k = 0; k < n; k++) {
            double error = Math.abs(forecast[k] - actual[k]);
            double scaled = Math.scalb(error, -size);
            squares += scaled * scaled;
            sizes += scaled;
            shares += error / Math.abs(actual[k]);
        }
        double mape = 100 * shares / n;
        return new Accuracy(
                n,
                Math.scalb(Math.sqrt(squares / n), size),
                Math.scalb(sizes / n, size),
                Double.isFinite(mape) ? OptionalDouble.of(mape) : OptionalDouble.empty());
    }
}
