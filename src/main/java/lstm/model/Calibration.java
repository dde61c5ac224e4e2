package lstm.model;

/**
 * The residuals of a model on held-out rows, from which prediction intervals are computed (split conformal prediction:
 * Vovk, Gammerman and Shafer 2005). A residual is actual value minus forecast, divided by a unit: the value at the
 * origin if the transform of the target requires positive values, otherwise the scale of the column; with a model of
 * several series, the standard deviation of the target within the window, or over more rows if that is 0.
 *
 * @param residuals [prediction][step][origin], the latest origin last; predictions are the targets, or with the
 *     quantile loss the quantiles of each target in turn; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody writes to it or compares it.
public record Calibration(float[][][] residuals) {
    /** Maximum number of residuals per step: the latest ones, because errors change over time. */
    public static final int MOST = 200;

    /** Checks that each target has the same steps, and each step residuals. */
    public Calibration {
        if (residuals.length == 0 || residuals[0].length == 0) {
            throw new IllegalArgumentException("a calibration without steps");
        }
        for (float[][] steps : residuals) {
            if (steps.length != residuals[0].length) {
                throw new IllegalArgumentException(steps.length + " steps beside " + residuals[0].length);
            }
            for (float[] step : steps) {
                if (step.length < 1 || step.length > MOST) {
                    throw new IllegalArgumentException(step.length + " residuals of a step");
                }
            }
        }
    }

    /** Number of calibrated steps. */
    public int steps() {
        return residuals[0].length;
    }
}
