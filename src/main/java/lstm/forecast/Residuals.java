package lstm.forecast;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import lstm.model.Calibration;
import lstm.model.Model;
import lstm.network.Loss;
import lstm.prepare.Bounds;
import lstm.prepare.Preparation;
import lstm.statistics.Moments;

/**
 * The recent residuals of each target and step, from which prediction intervals are computed: the interval of level p
 * lies between their quantiles (1 - p) / 2 and (1 + p) / 2, and few residuals are pooled over the steps (see
 * {@link PooledEnds}). Intervals contain the forecast. New actual values push out the oldest residuals, and an end that
 * is exceeded too often moves outward (see {@link ConformalEnds}), so that intervals adapt to changing errors.
 *
 * <p>A network that predicts quantiles has residuals of each of them, and each end of an interval is its quantile plus
 * the quantile of its residuals (conformalized quantile regression, each end calibrated separately: Romano, Patterson
 * and Candes 2019).
 */
public final class Residuals {
    /** Rows that measure the size of errors if a window has only one. */
    private static final int MEASURED = 24;

    /** Rows that measure it if the window is constant: as many are at hand whenever a series is forecast. */
    public static final int REMEMBERED = 1_000;

    /** Minimum number of residuals of a step for ends of its own. */
    public static final int LEAST = 10;

    /** Empty if the caller gives the unit of each residual. */
    private final Optional<Preparation> preparation;

    private final Bounds bounds;
    /** Predictions per value; the middle one is the forecast. */
    private final int width;
    /** The quantiles that the ends of intervals are based on, if any. */
    private final Optional<Loss.Quantiles> quantiles;

    private final int steps;
    /** [targets * width]. */
    private final PooledEnds[] ends;

    private Residuals(Preparation preparation, int width, int steps, Optional<Loss.Quantiles> quantiles) {
        this(
                Optional.of(preparation),
                preparation.plan().bounds(),
                preparation.plan().targets() * width,
                steps,
                quantiles);
    }

    private Residuals(
            Optional<Preparation> preparation,
            Bounds bounds,
            int predictions,
            int steps,
            Optional<Loss.Quantiles> quantiles) {
        this.preparation = preparation;
        this.bounds = bounds;
        this.width = predictions / preparation.map(any -> any.plan().targets()).orElse(1);
        this.quantiles = quantiles;
        this.steps = steps;
        ends = new PooledEnds[predictions];
        Arrays.setAll(ends, prediction -> new PooledEnds(steps));
    }

    /**
     * No residuals yet, for forecasts of one target by these quantiles. The unit of each residual is what the caller
     * gives as the {@code last} value before it.
     *
     * @param kind whether intervals are made of the quantiles, or of the residuals of the median alone
     */
    static Residuals inGivenUnits(Loss.Quantiles quantiles, Intervals.Kind kind, int steps) {
        Optional<Loss.Quantiles> ends = Optional.of(quantiles).filter(all -> kind == Intervals.Kind.QUANTILE);
        return new Residuals(Optional.empty(), Bounds.NONE, quantiles.width(), steps, ends);
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
                    ends[prediction].push(step, residual);
                }
            }
        }
    }

    /** The residuals to store in a model; empty if some step has none. */
    public Optional<Calibration> calibration() {
        float[][][] all = new float[ends.length][steps][];
        for (int prediction = 0; prediction < ends.length; prediction++) {
            for (int step = 0; step < all[prediction].length; step++) {
                all[prediction][step] = ends[prediction].at(step).latest();
                if (all[prediction][step].length == 0) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new Calibration(all));
    }

    /** Number of steps with residuals. */
    public int steps() {
        return steps;
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
                ends[target * width + k].push(step, share);
            }
        }
    }

    /**
     * The measure of the size of errors at an origin: the target's value before it, or with a model of several series
     * the standard deviation of the target within the window, because each series has its own scale. Where no network
     * reads windows, it is that of the last {@value #MEASURED} rows; where all of these are equal, that of the last
     * {@value #REMEMBERED}, because sales that rest have not become certain.
     *
     * @param values of the target
     */
    public double last(double[] values, int origin) {
        Preparation known = preparation.orElseThrow();
        if (!known.shared()) {
            return values[origin - 1];
        }
        double deviation = deviation(values, origin, known.lookback() > 1 ? known.lookback() : MEASURED);
        return deviation > 0 ? deviation : deviation(values, origin, REMEMBERED);
    }

    private static double deviation(double[] values, int origin, int rows) {
        double[] latest = Arrays.copyOfRange(values, Math.max(0, origin - rows), origin);
        return Moments.running(latest).deviation();
    }

    /** The unit of residuals, as defined by {@link Calibration}. */
    private double unit(int target, double last) {
        Optional<IntervalNote.Unit> unit = preparation.map(IntervalNote.Unit::of);
        if (unit.isEmpty() || unit.get() == IntervalNote.Unit.WINDOW_DEVIATION) {
            return last;
        }
        double scale = unit.get() == IntervalNote.Unit.LAST_VALUE
                ? last
                : preparation.get().columns().get(target).base().scale();
        return scale == 0 ? 1 : Math.abs(scale);
    }

    /**
     * The intervals around a forecast, within the bounds of the plan. Each contains the forecast, and a higher level is
     * wider. Beyond the calibrated steps the last of them is extrapolated; the width grows with the square root of the
     * step.
     *
     * @param levels in (0, 1)
     * @param predictions all predictions of the value
     * @param last of {@link #last}
     * @return [levels][lower, upper]; NaN without any residual
     * @throws IllegalArgumentException if an end requires a quantile that is not predicted
     */
    public double[][] intervals(int target, int step, double[] levels, double[] predictions, double last) {
        double[][] intervals = new double[levels.length][];
        double below = 0;
        double above = 0;
        double inner = 0;
        for (int level : ascending(levels)) {
            double share = (1 - levels[level]) / 2;
            double lower = offset(target, step, share, predictions, last);
            double upper = offset(target, step, 1 - share, predictions, last);
            // Quantiles that lie closer together than where the residuals are from may be moved past each other.
            boolean cross = preparation.isEmpty() && lower > upper;
            below = beyond(cross ? -upper : -lower, below, inner, share);
            above = beyond(cross ? lower : upper, above, inner, share);
            inner = share;
            double forecast = predictions[width / 2];
            intervals[level] = new double[] {bounds.clamp(forecast - below), bounds.clamp(forecast + above)};
        }
        return intervals;
    }

    private static int[] ascending(double[] levels) {
        return IntStream.range(0, levels.length)
                .boxed()
                .sorted(Comparator.comparingDouble(level -> levels[level]))
                .mapToInt(level -> level)
                .toArray();
    }

    /**
     * The distance of an end from the forecast, 0 if it would lie on the other side. Ends of two levels adapt
     * separately; an outer one that would not lie beyond the inner one is moved as far out as with normal errors.
     */
    private static double beyond(double offset, double inner, double innerShare, double share) {
        if (Double.isNaN(offset)) {
            return offset;
        }
        return offset > inner || inner == 0 ? Math.max(0, offset) : inner * StudentQuantiles.ratio(innerShare, share);
    }

    private double offset(int target, int step, double share, double[] predictions, double last) {
        int known = Math.min(step, steps() - 1);
        double wider = Math.sqrt((step + 1.0) / (known + 1.0));
        int prediction = quantiles.map(levels -> levels.indexOf(share)).orElse(width / 2);
        if (prediction < 0) {
            throw new IllegalArgumentException("no quantile " + share);
        }
        PooledEnds recent = ends[target * width + prediction];
        if (quantiles.isEmpty()) {
            return recent.end(known, share) * unit(target, last) * wider;
        }
        ConformalEnds own = recent.at(known);
        double correction = own.size() < LEAST ? 0 : own.end(share) * unit(target, last);
        return (predictions[prediction] - predictions[width / 2] + correction) * wider;
    }
}
