package lstm.forecast;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import lstm.calendar.Calendar;
import lstm.model.Calibration;
import lstm.prepare.ForecastRollout;
import lstm.prepare.PreparationPlan;
import lstm.prepare.Timeline;

/** Collects the errors of forecasts of held-out rows, step by step. */
public final class Calibrator {
    /** Minimum number of calibrated steps, if there are enough held-out rows: people forecast beyond the horizon. */
    private static final int STEPS = 24;

    private Calibrator() {}

    /**
     * The calibration of a model.
     *
     * @param rows all of them
     * @param masked rows without an actual value to learn from
     * @param origins ascending; the latest are used
     * @return empty if there is no origin
     */
    public static Optional<Calibration> of(
            Forecaster forecaster,
            PreparationPlan plan,
            Timeline rows,
            Calendar calendar,
            BitSet masked,
            int[] origins) {
        if (origins.length == 0) {
            return Optional.empty();
        }
        int least = Math.min(plan.horizon(), origins.length);
        int wished = plan.ahead() > 0 ? plan.outputSteps() : Math.max(least, Math.min(STEPS, origins.length / 2));
        int steps = Math.max(1, wished);
        int[] latest =
                Arrays.copyOfRange(origins, Math.max(0, origins.length - Calibration.MOST - steps), origins.length);
        Timeline longer = plan.ahead() > 0 ? rows : rows.with(ForecastRollout.rounded(plan, steps), calendar);
        Forecast[] forecasts = forecaster.forecast(longer, latest, steps);
        Residuals residuals = forecaster.residuals(steps);
        RollingIntervals rolling = new RollingIntervals(residuals, rows.columns(), masked);
        for (int k = 0; k < latest.length; k++) {
            rolling.next(latest[k], forecasts[k], new double[0]);
        }
        rolling.learn(rows.rows());
        return residuals.calibration();
    }
}
