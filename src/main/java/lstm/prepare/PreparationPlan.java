package lstm.prepare;

import java.util.List;
import lstm.calendar.CalendarFeature;

/**
 * How a series is to be prepared. Its columns are the targets, then columns known for the past only, then columns known
 * ahead.
 *
 * @param targets number of columns to forecast, at least 1
 * @param ahead number of columns known ahead of time, the last ones
 * @param calendar features of the stamps, as further inputs known ahead
 * @param transform of the targets
 * @param featureTransform of the columns known for the past only
 * @param scaling of all columns; columns known ahead are scaled min-max instead of by {@link ScalingMethod#WINDOW}
 * @param season m, number of rows in a season; 1 for none
 * @param horizon number of steps to forecast
 * @param strategy how several steps are forecast
 * @param bounds of the forecasts of every target
 * @param residual lags in rows: the network forecasts the difference from the mean of the values at these lags, or at
 *     the smallest multiple of each that is known at the origin. 1 for the last value, 24 and 168 for the same hour of
 *     yesterday and last week; empty if the network forecasts the values themselves
 * @param cold what becomes of a series that is shorter than a window
 */
public record PreparationPlan(
        int targets,
        int ahead,
        List<CalendarFeature> calendar,
        Transform transform,
        Transform featureTransform,
        ScalingMethod scaling,
        int season,
        int horizon,
        Strategy strategy,
        Bounds bounds,
        List<Integer> residual,
        ColdStart cold) {
    /** The classic recipe: one target, min-max, one step. */
    public static final PreparationPlan CLASSIC = new PreparationPlan(
            1,
            0,
            List.of(),
            Transform.NONE,
            Transform.NONE,
            ScalingMethod.MIN_MAX,
            1,
            1,
            Strategy.RECURSIVE,
            Bounds.NONE,
            List.of(),
            ColdStart.FALLBACK);

    /** Checks the counts and copies the lists. */
    public PreparationPlan {
        calendar = List.copyOf(calendar);
        residual = List.copyOf(residual);
        if (targets < 1 || ahead < 0 || season < 1 || horizon < 1) {
            throw new IllegalArgumentException(
                    targets + " targets, " + ahead + " columns known ahead, season " + season + ", horizon " + horizon);
        }
        if ((long) targets * horizon > 1 << 20 || season > 1 << 30) {
            throw new IllegalArgumentException(targets + " targets, a horizon of " + horizon + ", season " + season);
        }
        if (calendar.stream().distinct().count() != calendar.size()) {
            throw new IllegalArgumentException("a calendar feature twice: " + calendar);
        }
        if (residual.stream().anyMatch(rows -> rows < 1)
                || residual.stream().distinct().count() != residual.size()) {
            throw new IllegalArgumentException("residuals over the values " + residual + " rows before");
        }
    }

    /** A builder that starts from this plan. */
    public PreparationPlanBuilder toBuilder() {
        return new PreparationPlanBuilder(this);
    }

    /** The same with another season. */
    public PreparationPlan withSeason(int other) {
        return toBuilder().season(other).build();
    }

    /** Number of steps that the network outputs at once. */
    public int outputSteps() {
        return strategy == Strategy.DIRECT ? horizon : 1;
    }

    /** F, number of network inputs per row. */
    public int inputs(int columns) {
        return columns + calendar.size() * CalendarFeature.WIDTH;
    }

    /** O, number of values forecast per window: the steps of each target, one target after the other. */
    public int outputs() {
        return targets * outputSteps();
    }

    /**
     * Number of rows at the start of the series that belong to no window, because the transforms look back that far.
     */
    public int transformLag() {
        return Math.max(transform.lag(season), featureTransform.lag(season));
    }

    /** Number of rows of a window with those that its transforms look back to and those that it is to forecast. */
    public int windowRows(int lookback) {
        return lookback + transformLag() + outputSteps();
    }

    /** The transform of a column of a series with this many columns. */
    public Transform transform(int column, int columns) {
        if (column < targets) {
            return transform;
        }
        return column < columns - ahead ? featureTransform : Transform.NONE;
    }

    /** The scaling of a column of a series with this many columns. */
    public ScalingMethod scaling(int column, int columns) {
        return scaling == ScalingMethod.WINDOW && column >= columns - ahead ? ScalingMethod.MIN_MAX : scaling;
    }
}
