package lstm.evaluate;

import java.util.stream.IntStream;
import lstm.base.OpenBaseNetworks;
import lstm.forecast.Residuals;
import lstm.model.FittedBaselines;
import lstm.model.HeldOutValues;
import lstm.model.Method;
import lstm.prepare.Preparation;
import lstm.prepare.Windows;

/**
 * Forecasts of one target by one of its baselines, within the bounds of the model, and intervals from the errors of
 * that baseline on held-out rows.
 *
 * @param target its number
 * @param fitted baselines of the target
 * @param preparation of the model
 */
public record BaselineForecaster(int target, Baseline baseline, FittedBaselines fitted, Preparation preparation) {
    /**
     * A forecaster by a method.
     *
     * @param method other than the model
     * @param bases which the caller closes
     */
    public static BaselineForecaster of(
            Method method, int target, FittedBaselines fitted, Preparation preparation, OpenBaseNetworks bases) {
        return Baseline.of(fitted, bases).stream()
                .filter(baseline -> baseline.method() == method)
                .map(baseline -> new BaselineForecaster(target, baseline, fitted, preparation))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no baseline " + method));
    }

    /**
     * Forecasts the steps after some values.
     *
     * @param values at least as many as the baseline needs
     */
    public double[] forecast(double[] values, int steps) {
        return forecasts(values, new int[] {values.length}, steps)[0];
    }

    private double[][] forecasts(double[] values, int[] rows, int steps) {
        double[][] forecasts = baseline.forecasts(values, rows, steps);
        for (double[] forecast : forecasts) {
            for (int step = 0; step < steps; step++) {
                forecast[step] = preparation.plan().bounds().clamp(forecast[step]);
            }
        }
        return forecasts;
    }

    /** Number of held-out values that errors are known of. */
    public int errors() {
        return fitted.heldOut()
                .map(held -> held.count()
                        - held.masked().get(held.first(), held.values().length).cardinality())
                .orElse(0);
    }

    /**
     * The intervals of a forecast.
     *
     * @param values before it
     * @param levels each in (0, 1)
     * @return [steps][levels][lower, upper], NaN where too few errors are known
     */
    public double[][][] intervals(double[] values, double[] forecast, double[] levels) {
        Residuals residuals = residuals(forecast.length);
        double last = residuals.last(values, values.length);
        double[][][] intervals = new double[forecast.length][][];
        for (int step = 0; step < forecast.length; step++) {
            intervals[step] = residuals.intervals(target, step, levels, new double[] {forecast[step]}, last);
        }
        return intervals;
    }

    /** The last step, from 1, that errors are known of; those after it are extrapolated. */
    public int calibrated(int steps) {
        return fitted.heldOut().map(held -> calibrated(held, steps)).orElse(0);
    }

    /** A step beyond those that all held-out values can be forecast for has one error less for each step more. */
    private int calibrated(HeldOutValues held, int steps) {
        int all = held.first() - reach() + 1;
        return Math.max(1, Math.min(steps, all + Math.max(0, held.count() - Residuals.LEAST)));
    }

    private int reach() {
        return Math.max(baseline.historyRows(), preparation.shared() ? preparation.lookback() : 1);
    }

    private Residuals residuals(int steps) {
        if (fitted.heldOut().isEmpty()) {
            return Residuals.none(preparation, 1, 1);
        }
        HeldOutValues held = fitted.heldOut().get();
        int calibrated = calibrated(held, steps);
        Residuals residuals = Residuals.none(preparation, 1, calibrated);
        int rows = held.values().length;
        int[] origins = IntStream.range(Math.max(reach(), held.first() - calibrated + 1), rows)
                .filter(origin -> Windows.isFree(held.masked(), origin - reach(), origin))
                .toArray();
        double[][] forecasts = forecasts(held.values(), origins, calibrated);
        for (int k = 0; k < origins.length; k++) {
            learn(residuals, held, origins[k], forecasts[k]);
        }
        return residuals;
    }

    /** Modifies {@code residuals}. */
    private void learn(Residuals residuals, HeldOutValues held, int origin, double[] forecast) {
        double last = residuals.last(held.values(), origin);
        int steps = Math.min(forecast.length, held.values().length - origin);
        for (int step = Math.max(0, held.first() - origin); step < steps; step++) {
            if (!held.masked().get(origin + step)) {
                residuals.learn(target, step, held.values()[origin + step], new double[] {forecast[step]}, last);
            }
        }
    }
}
