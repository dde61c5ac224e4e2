package lstm.model;

/**
 * How far the model was off on held-out rows, which prediction intervals are made of (split conformal prediction: Vovk,
 * Gammerman and Shafer, 2005). Residuals are truth less forecast, as shares of a unit: of the value at the origin where
 * the transform of the target needs values above 0, else of the scale of the column; with a model of several series, of
 * the deviation of the target within the window.
 *
 * @param residuals by target and by what the network predicts of it (one value, or with the quantile loss each
 *     quantile), by step ahead, then by origin, the latest last; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody writes to it or compares it.
public record Calibration(float[][][] residuals) {
    /** Residuals that are kept of a step at most: the latest ones, since errors change over time. */
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

    /** Steps ahead that are calibrated. */
    public int steps() {
        return residuals[0].length;
    }
}
