package lstm.forecast;

import java.util.Arrays;
import java.util.Optional;
import lstm.model.Calibration;
import lstm.model.Model;
import lstm.network.Loss;
import lstm.prepare.Preparation;
import lstm.prepare.PreparationPlan;
import lstm.statistics.Moments;

/**
 * The recent residuals of each target and step, from which prediction intervals are computed: the interval of level p
 * lies between their quantiles (1 - p) / 2 and (1 + p) / 2. New actual values push out the oldest residuals, and an end
 * that is exceeded too often moves outward (see {@link ConformalEnds}), so that intervals adapt to changing errors.
 *
 * <p>A network that predicts quantiles has residuals of each of them, and each end of an interval is its quantile plus
 * the quantile of its residuals (conformalized quantile regression, each end calibrated separately: Romano, Patterson
 * and Candes 2019).
 */
public final class Residuals {
    /** Minimum number of residuals for an interval. */
    public static final int LEAST = 10;

    private final Preparation preparation;
    /** Predictions per value; the middle one is the forecast. */
    private final int width;
    /** The quantiles that the ends of intervals are based on, if any. */
    private final Optional<Loss.Quantiles> quantiles;
    /** [targets * width][steps]. */
    private final ConformalEnds[][] ends;

    private Residuals(Preparation preparation, int width, int steps, Optional<Loss.Quantiles> quantiles) {
        this.preparation = preparation;
        this.width = width;
        this.quantiles = quantiles;
        int predictions = preparation.plan().targets() * width;
        ends = new ConformalEnds[predictions][steps];
        for (ConformalEnds[] each : ends) {
            Arrays.setAll(each, step -> new ConformalEnds());
        }
    }

    /** No residuals yet, for forecasts with this many predictions per value and this many steps. */
    public static Residuals none(Preparation preparation, int width, int steps) {
        return new Residuals(preparation, width, steps, Optional.empty());
    }

    /**
     * The residuals stored in a model; if it has none, empty residuals for its horizon.
     *
     * @throws IllegalArgumentException if intervals are to be made of quantiles that the model does not predict
     */
    public static Residuals of(Model model, Intervals.Kind kind) {
        Loss loss = model.recipe().loss();
        Optional<Loss.Quantiles> quantiles = Optional.empty();
        if (kind == Intervals.Kind.QUANTILE) {
            if (!(loss instanceof Loss.Quantiles trained)) {
                throw new IllegalArgumentException("no quantiles of " + loss);
            }
            quantiles = Optional.of(trained);
        }
        int steps = model.calibration()
                .map(Calibration::steps)
                .orElse(model.preparation().plan().horizon());
        Residuals residuals = new Residuals(model.preparation(), loss.width(), steps, quantiles);
        model.calibration().ifPresent(residuals::take);
        return residuals;
    }

    private void take(Calibration kept) {
        for (int prediction = 0; prediction < ends.length; prediction++) {
            for (int step = 0; step < kept.steps(); step++) {
                for (float residual : kept.residuals()[prediction][step]) {
                    ends[prediction][step].push(residual);
                }
            }
        }
    }

    /** The residuals to store in a model; empty if some step has none. */
    public Optional<Calibration> calibration() {
        float[][][] all = new float[ends.length][steps()][];
        for (int prediction = 0; prediction < ends.length; prediction++) {
            for (int step = 0; step < all[prediction].length; step++) {
                all[prediction][step] = ends[prediction][step].latest();
                if (all[prediction][step].length == 0) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new Calibration(all));
    }

    /** Number of steps with residuals. */
    public int steps() {
        return ends[0].length;
    }

    /**
     * Adds an actual value that has become known.
     *
     * @param step ahead, from 0
     * @param predictions all predictions of the value
     * @param last of {@link #last}
     */
    public void learn(int target, int step, double truth, double[] predictions, double last) {
        for (int k = 0; k < width; k++) {
            float share = (float) ((truth - predictions[k]) / unit(target, last));
            if (Float.isFinite(share)) {
                ends[target * width + k][step].push(share);
            }
        }
    }

    /**
     * The measure of the size of errors at an origin: the target's value before it, or with a model of several series
     * the standard deviation of the target within the window, because each series has its own scale.
     *
     * @param values of the target
     */
    public double last(double[] values, int origin) {
        if (!preparation.shared()) {
            return values[origin - 1];
        }
        double[] window = Arrays.copyOfRange(values, origin - preparation.lookback(), origin);
        return Moments.running(window).deviation();
    }

    /** The unit of residuals, as defined by {@link Calibration}. */
    private double unit(int target, double last) {
        if (preparation.shared()) {
            return last;
        }
        PreparationPlan plan = preparation.plan();
        double scale = plan.transform().needsPositive()
                ? last
                : preparation.columns().get(target).base().scale();
        return scale == 0 ? 1 : Math.abs(scale);
    }

    /**
     * The interval around a forecast, within the bounds of the plan. Beyond the calibrated steps the last of them is
     * extrapolated; the width grows with the square root of the step.
     *
     * @param level in (0, 1)
     * @param predictions all predictions of the value
     * @param last of {@link #last}
     * @return lower and upper end; with too few residuals both are NaN, or for quantiles the quantiles as predicted
     * @throws IllegalArgumentException if an end requires a quantile that is not predicted
     */
    public double[] interval(int target, int step, double level, double[] predictions, double last) {
        double lower = end(target, step, (1 - level) / 2, predictions, last);
        double upper = end(target, step, (1 + level) / 2, predictions, last);
        // Each end is calibrated separately, so the ends of a narrow interval may cross.
        return new double[] {
            preparation.plan().bounds().clamp(Math.min(lower, upper)),
            preparation.plan().bounds().clamp(Math.max(lower, upper))
        };
    }

    private double end(int target, int step, double share, double[] predictions, double last) {
        int prediction = quantiles.map(known -> known.indexOf(share)).orElse(width / 2);
        if (prediction < 0) {
            throw new IllegalArgumentException("no quantile " + share);
        }
        int known = Math.min(step, steps() - 1);
        ConformalEnds recent = ends[target * width + prediction][known];
        boolean few = recent.size() < LEAST;
        if (few && quantiles.isEmpty()) {
            return Double.NaN;
        }
        double forecast = predictions[width / 2];
        double wider = Math.sqrt((step + 1.0) / (known + 1.0));
        double correction = few ? 0 : recent.end(share) * unit(target, last);
        return forecast + (predictions[prediction] - forecast + correction) * wider;
    }
}
