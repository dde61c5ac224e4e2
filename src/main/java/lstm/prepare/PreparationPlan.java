package lstm.prepare;

import java.util.List;
import lstm.calendar.CalendarFeature;

/**
 * What a series shall be made into. Its columns are the targets, then columns known for the past only, then columns
 * known ahead.
 *
 * @param targets columns to forecast, at least 1
 * @param ahead columns that are known ahead of time, the last ones
 * @param calendar what the stamps say, as further inputs that are known ahead
 * @param transform of the targets
 * @param featureTransform of the columns known for the past only
 * @param scaling of all columns; those known ahead are scaled min-max where windows would be scaled each by itself
 * @param season m, rows in a period; 1 for none
 * @param horizon steps ahead that forecasts are meant for
 * @param strategy how the network gives several
 * @param bounds of forecasts of any target
 * @param residual what the network gives is added to the mean of the values so many rows before, each of them as near
 *     as it is known at the origin: 1 for the last value, 24 and 168 for the same hours of yesterday and last week;
 *     none if the network gives the values themselves
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
        List<Integer> residual) {
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
            List.of());

    /** Checks the counts. */
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

    /** Steps that the network gives at once. */
    public int outputSteps() {
        return strategy == Strategy.DIRECT ? horizon : 1;
    }

    /** Values that the network takes a row. */
    public int inputs(int columns) {
        return columns + calendar.size() * CalendarFeature.WIDTH;
    }

    /** Values that the network gives for one forecast: each target's steps, one target after the other. */
    public int outputs() {
        return targets * outputSteps();
    }

    /** Rows at the start of the series that no window can see, since a transform reaches back from there. */
    public int transformLag() {
        return Math.max(transform.lag(season), featureTransform.lag(season));
    }

    /** The transform of a column of so many. */
    public Transform transform(int column, int columns) {
        if (column < targets) {
            return transform;
        }
        return column < columns - ahead ? featureTransform : Transform.NONE;
    }

    /** The scaling of a column of so many. */
    public ScalingMethod scaling(int column, int columns) {
        return scaling == ScalingMethod.WINDOW && column >= columns - ahead ? ScalingMethod.MIN_MAX : scaling;
    }
}
