package lstm.evaluate;

import java.util.BitSet;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import lstm.model.Accuracy;
import lstm.model.ErrorScale;
import lstm.statistics.BinaryScale;
import lstm.statistics.Values;

/** Measures of forecast errors. Squares of large errors do not overflow, and those of small errors do not vanish. */
public final class ErrorMeasures {
    private ErrorMeasures() {}

    /**
     * RMSE, MAE, MAPE = 100 mean |e / y|, sMAPE = mean 200 |e| / (|y| + |f|), MASE and RMSSE. A row whose true value
     * and forecast are both 0 has no error in sMAPE.
     *
     * @param actual true values y, at least one
     * @param forecast forecasts f, as many
     * @param scale error scale of the training rows
     */
    public static Accuracy accuracy(double[] actual, double[] forecast, ErrorScale scale) {
        int n = actual.length;
        double[] errors = errors(actual, forecast);
        double shares = 0;
        double evenShares = 0;
        for (int k = 0; k < n; k++) {
            shares += errors[k] / Math.abs(actual[k]);
            evenShares += evenShare(actual[k], forecast[k]);
        }
        ErrorScale size = means(Values.of(errors));
        return new Accuracy(
                n,
                size.rmse(),
                size.mae(),
                finite(100 * shares / n),
                100 * evenShares / n,
                finite(size.mae() / scale.mae()),
                finite(size.rmse() / scale.rmse()));
    }

    /**
     * The denominators of MASE and RMSSE: MAE and RMSE of y[t-m] as a forecast of y[t].
     *
     * @param masked rows that are left out
     * @param rows number of training rows, the first ones
     * @param season m; if no two rows are that far apart, both are 0
     */
    public static ErrorScale scale(double[] target, BitSet masked, int rows, int season) {
        Values all = new Values(Math.max(0, rows - season), k -> error(target[season + k], target[k]));
        Values errors = masked.isEmpty()
                ? all
                : Values.of(IntStream.range(0, all.count())
                        .filter(k -> !masked.get(season + k) && !masked.get(k))
                        .mapToDouble(all::at)
                        .toArray());
        return errors.count() == 0 ? new ErrorScale(0, 0) : means(errors);
    }

    /** Absolute errors; one that overflows counts as the largest double. */
    static double[] errors(double[] actual, double[] forecast) {
        double[] errors = new double[actual.length];
        for (int k = 0; k < errors.length; k++) {
            errors[k] = error(actual[k], forecast[k]);
        }
        return errors;
    }

    private static double error(double actual, double forecast) {
        return Math.min(Double.MAX_VALUE, Math.abs(forecast - actual));
    }

    /** MAE and RMSE of errors. */
    private static ErrorScale means(Values errors) {
        BinaryScale size = BinaryScale.of(errors);
        double squares = 0;
        double sizes = 0;
        for (int k = 0; k < errors.count(); k++) {
            double scaled = size.reduce(errors.at(k));
            squares += scaled * scaled;
            sizes += scaled;
        }
        int n = errors.count();
        return new ErrorScale(size.restore(sizes / n), size.restore(Math.sqrt(squares / n)));
    }

    /** 2 |y - f| / (|y| + |f|), computed at half the size where the sum might overflow. */
    private static double evenShare(double actual, double forecast) {
        double half = Math.abs(actual) > 1 || Math.abs(forecast) > 1 ? 0.5 : 1;
        double sum = Math.abs(half * actual) + Math.abs(half * forecast);
        return sum == 0 ? 0 : 2 * (Math.abs(half * forecast - half * actual) / sum);
    }

    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
