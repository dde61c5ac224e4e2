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
 * The latest residuals of each target and step, from which prediction intervals come: the interval of level p lies
 * between the residuals below which shares of (1 - p) / 2 and (1 + p) / 2 of them lie. New truths push out the oldest
 * residuals, and an end that truths lie beyond too often moves outwards (see {@link ConformalEnds}), so that intervals
 * follow errors that change.
 *
 * <p>A network that predicts quantiles has residuals of each of them. The interval between two quantiles has the
 * residual of the rank of each added at its end (conformalised quantile regression, with both ends put right on their
 * own: Romano, Patterson and Candes 2019).
 */
public final class Residuals {
    /** Fewer residuals than this make no interval. */
    public static final int LEAST = 10;

    private final Preparation preparation;
    /** Predictions of each value, the middle one the forecast. */
    private final int width;
    /** What the ends of an interval are the quantiles of, if they are. */
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

    /** None yet, of forecasts of so many predictions each, for so many steps ahead. */
    public static Residuals none(Preparation preparation, int width, int steps) {
        return new Residuals(preparation, width, steps, Optional.empty());
    }

    /**
     * Those a model keeps; none for as many steps as it is meant for if it keeps none.
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

    /** To be kept in a model; empty if some step has none. */
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

    /** Steps ahead that they know. */
    public int steps() {
        return ends[0].length;
    }

    /**
     * Takes a truth that has become known.
     *
     * @param step ahead, from 0 on
     * @param predictions all predictions of it
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
     * What an origin tells of the size of errors there: the target's value before it, or with a model of several series
     * the deviation of the target within the window, since each series has errors of its own size.
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

    /** What residuals are shares of, as {@link Calibration} has it. */
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
     * The interval around a forecast, within the bounds of the plan. Beyond the steps that are known the last of them
     * stands in, wider with the square root of the steps.
     *
     * @param level in (0, 1)
     * @param predictions all predictions of the value
     * @param last of {@link #last}
     * @return lower and upper end; both NaN if too few residuals are known, but for quantiles, which are not put right
     *     then
     * @throws IllegalArgumentException if the ends are to be quantiles that are not predicted
     */
    public double[] interval(int target, int step, double level, double[] predictions, double last) {
        double lower = end(target, step, (1 - level) / 2, predictions, last);
        double upper = end(target, step, (1 + level) / 2, predictions, last);
        // Each end is put right on its own, so that those of a narrow interval may cross.
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
