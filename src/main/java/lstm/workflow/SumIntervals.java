package lstm.workflow;

import java.util.Arrays;
import java.util.OptionalDouble;
import lstm.forecast.Forecast;
import lstm.forecast.IntervalSource;
import lstm.forecast.Residuals;
import lstm.forecast.RollingIntervals;
import lstm.model.Model;
import lstm.prepare.Bounds;
import lstm.prepare.Preparation;
import lstm.prepare.PreparationPlan;
import lstm.series.Series;

/**
 * Intervals of sums of forecasts, from the errors of such sums that are known at the origin. Errors on rows that taught
 * the model say nothing about other rows and are left out, so there are no intervals of these.
 */
final class SumIntervals implements IntervalSource {
    private final RollingIntervals rolling;
    private final Series rows;
    private final long trainedTo;

    /**
     * Intervals that nothing is known for yet.
     *
     * @param rows the sums of the values
     * @param parts how many there are
     */
    SumIntervals(Model model, Series rows, int parts, int steps) {
        this.rows = rows;
        trainedTo = model.data().knownUse().trainedTo();
        Residuals none = Residuals.none(ofSums(model.preparation(), parts), 1, steps);
        rolling = new RollingIntervals(none, rows.values(), rows.masked());
    }

    /** A sum is bounded by the bounds of all its parts together. */
    private static Preparation ofSums(Preparation one, int parts) {
        PreparationPlan plan = one.plan();
        Bounds bounds = new Bounds(
                times(plan.bounds().min(), parts), times(plan.bounds().max(), parts));
        return new Preparation(plan.toBuilder().bounds(bounds).build(), one.lookback(), one.columns(), one.shared());
    }

    private static OptionalDouble times(OptionalDouble bound, int parts) {
        return bound.isPresent() ? OptionalDouble.of(bound.getAsDouble() * parts) : bound;
    }

    @Override
    public double[][][][] next(int origin, Forecast forecast, double[] levels) {
        boolean taught = origin < rows.rows() && rows.stamps().at(origin) <= trainedTo;
        return taught
                ? unknown(forecast.points().length, forecast.steps(), levels)
                : rolling.next(origin, forecast, levels);
    }

    /** Intervals of which nothing is known. */
    static double[][][][] unknown(int targets, int steps, double[] levels) {
        double[][][][] intervals = new double[targets][steps][levels.length][2];
        for (double[][][] target : intervals) {
            for (double[][] step : target) {
                Arrays.stream(step).forEach(ends -> Arrays.fill(ends, Double.NaN));
            }
        }
        return intervals;
    }
}
