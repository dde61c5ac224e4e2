package lstm.forecast;

import java.util.Arrays;
import java.util.Optional;
import lstm.model.Calibration;
import lstm.model.Model;
import lstm.prepare.Plan;
import lstm.prepare.Preparation;

/**
 * The latest residuals of each target and step, from which prediction intervals come: the interval of level p lies
 * between the residuals of rank (1 - p) / 2 and (1 + p) / 2, each rounded away from the middle as split conformal
 * prediction has it. New truths push out the oldest residuals, so that intervals follow errors that change.
 */
public final class Residuals {
    /** Fewer residuals than this make no interval. */
    public static final int LEAST = 10;

    /** (1 - 0.8) / 2 is a little less than a tenth. */
    private static final double ROUNDING = 1e-9;

    private final Preparation preparation;
    private final float[][][] rings;
    private final int[][] counts;

    private Residuals(Preparation preparation, int steps) {
        this.preparation = preparation;
        int targets = preparation.plan().targets();
        rings = new float[targets][steps][0];
        counts = new int[targets][steps];
    }

    /** None yet, for so many steps ahead. */
    public static Residuals none(Preparation preparation, int steps) {
        return new Residuals(preparation, steps);
    }

    /** Those a model keeps; none for as many steps as it is meant for if it keeps none. */
    public static Residuals of(Model model) {
        Optional<Calibration> kept = model.calibration();
        int horizon = model.preparation().plan().horizon();
        Residuals residuals =
                none(model.preparation(), kept.map(Calibration::steps).orElse(horizon));
        for (int target = 0; kept.isPresent() && target < residuals.rings.length; target++) {
            for (int step = 0; step < kept.get().steps(); step++) {
                for (float residual : kept.get().residuals()[target][step]) {
                    residuals.push(target, step, residual);
                }
            }
        }
        return residuals;
    }

    /** To be kept in a model; empty if some step has none. */
    public Optional<Calibration> calibration() {
        float[][][] all = new float[rings.length][rings[0].length][];
        for (int target = 0; target < rings.length; target++) {
            for (int step = 0; step < all[target].length; step++) {
                all[target][step] = latest(target, step);
                if (all[target][step].length == 0) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new Calibration(all));
    }

    private float[] latest(int target, int step) {
        float[] ring = rings[target][step];
        int count = counts[target][step];
        float[] ordered = new float[Math.min(count, Calibration.MOST)];
        for (int k = 0; k < ordered.length; k++) {
            ordered[k] = ring[(count - ordered.length + k) % Calibration.MOST];
        }
        return ordered;
    }

    private void push(int target, int step, float residual) {
        float[] ring = rings[target][step];
        int at = counts[target][step]++ % Calibration.MOST;
        if (at >= ring.length) {
            ring = Arrays.copyOf(ring, Math.min(Calibration.MOST, Math.max(16, 2 * at)));
            rings[target][step] = ring;
        }
        ring[at] = residual;
    }

    /** Steps ahead that they know. */
    public int steps() {
        return rings[0].length;
    }

    /**
     * Takes a truth that has become known.
     *
     * @param step ahead, from 0 on
     * @param last the target's value at the origin
     */
    public void learn(int target, int step, double truth, double forecast, double last) {
        float share = (float) ((truth - forecast) / unit(target, last));
        if (Float.isFinite(share)) {
            push(target, step, share);
        }
    }

    /** What residuals are shares of, as {@link Calibration} has it. */
    private double unit(int target, double last) {
        Plan plan = preparation.plan();
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
     * @param last the target's value at the origin
     * @return lower and upper end; both NaN if too few residuals are known
     */
    public double[] interval(int target, int step, double level, double forecast, double last) {
        int known = Math.min(step, steps() - 1);
        float[] sorted = latest(target, known);
        if (sorted.length < LEAST) {
            return new double[] {Double.NaN, Double.NaN};
        }
        Arrays.sort(sorted);
        double unit = unit(target, last) * Math.sqrt((step + 1.0) / (known + 1.0));
        int n = sorted.length;
        int low = (int) Math.floor((n + 1) * (1 - level) / 2 + ROUNDING) - 1;
        int high = (int) Math.ceil((n + 1) * (1 + level) / 2 - ROUNDING) - 1;
        double lower = forecast + sorted[Math.max(0, low)] * unit;
        double upper = forecast + sorted[Math.min(n - 1, high)] * unit;
        return new double[] {
            preparation.plan().bounds().clamp(lower),
            preparation.plan().bounds().clamp(upper)
        };
    }
}
