package lstm.evaluate;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import lstm.model.Accuracy;
import lstm.model.FittedBaselines;
import lstm.model.Method;
import lstm.model.PairedTest;
import lstm.model.Score;

/**
 * One-step forecasts of all methods, and the actual values.
 *
 * @param rows of the series that the forecasts are for; not copied
 * @param actual true values there; not copied
 * @param forecasts of the model and the baselines; not copied
 * @param fitted baselines fitted on the training rows
 */
@SuppressWarnings("ArrayRecordComponent") // Long columns that nobody writes to or compares.
public record Evaluation(int[] rows, double[] actual, Map<Method, double[]> forecasts, FittedBaselines fitted) {
    /**
     * Evaluates forecasts of rows of a series.
     *
     * @param older known target values before the first row, if any
     * @param target the whole target column
     * @param rows the rows that were forecast, ascending
     * @param predicted the forecast of each row
     */
    public static Evaluation of(
            double[] older, double[] target, int[] rows, double[] predicted, FittedBaselines fitted) {
        double[] values = older.length == 0 ? target : Arrays.copyOf(older, older.length + target.length);
        System.arraycopy(target, 0, values, older.length, target.length);
        int[] places = Arrays.stream(rows).map(row -> older.length + row).toArray();
        Map<Method, double[]> forecasts = new EnumMap<>(Method.class);
        forecasts.put(Method.MODEL, predicted);
        for (Baseline baseline : Baseline.within(Baseline.of(fitted), places[0])) {
            forecasts.put(baseline.method(), baseline.oneStep(values, places));
        }
        double[] actual = Arrays.stream(rows).mapToDouble(row -> target[row]).toArray();
        return new Evaluation(rows, actual, Collections.unmodifiableMap(forecasts), fitted);
    }

    /** The model's forecasts. */
    public double[] predicted() {
        return forecasts.get(Method.MODEL);
    }

    /** The naive forecasts: the value before each row. */
    public double[] naive() {
        return forecasts.get(Method.NAIVE);
    }

    /** Whether the seasonal naive forecast is missing because the first rows have no season before them. */
    public boolean lacksSeason() {
        return fitted.season() > 1 && !forecasts.containsKey(Method.SEASONAL_NAIVE);
    }

    /** Scores the model and the baselines. */
    public Score score() {
        Map<Method, Accuracy> accuracies = new EnumMap<>(Method.class);
        forecasts.forEach(
                (method, forecast) -> accuracies.put(method, ErrorMeasures.accuracy(actual, forecast, fitted.scale())));
        Map<Method, PairedTest> tests = new EnumMap<>(Method.class);
        forecasts.forEach((method, forecast) -> {
            if (method != Method.MODEL) {
                DieboldMariano.test(actual, predicted(), forecast, 1).ifPresent(test -> tests.put(method, test));
            }
        });
        return new Score(fitted.season(), accuracies, tests, new Score.Over(1, 1, actual.length, false));
    }
}
