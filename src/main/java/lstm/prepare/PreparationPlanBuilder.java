package lstm.prepare;

import java.util.List;
import lstm.calendar.CalendarFeature;

/** Builds a {@link PreparationPlan} from another; what is not set stays as it was. */
public final class PreparationPlanBuilder {
    private int targets;
    private int ahead;
    private List<CalendarFeature> calendar;
    private Transform transform;
    private Transform featureTransform;
    private ScalingMethod scaling;
    private int season;
    private int horizon;
    private Strategy strategy;
    private Bounds bounds;
    private List<Integer> residual;
    private ColdStart cold;

    PreparationPlanBuilder(PreparationPlan plan) {
        targets = plan.targets();
        ahead = plan.ahead();
        calendar = plan.calendar();
        transform = plan.transform();
        featureTransform = plan.featureTransform();
        scaling = plan.scaling();
        season = plan.season();
        horizon = plan.horizon();
        strategy = plan.strategy();
        bounds = plan.bounds();
        residual = plan.residual();
        cold = plan.cold();
    }

    /** Number of columns to forecast. */
    public PreparationPlanBuilder targets(int other) {
        targets = other;
        return this;
    }

    /** Number of columns known ahead of time. */
    public PreparationPlanBuilder ahead(int other) {
        ahead = other;
        return this;
    }

    /** Calendar features as further inputs. */
    public PreparationPlanBuilder calendar(List<CalendarFeature> other) {
        calendar = other;
        return this;
    }

    /** Transform of the targets. */
    public PreparationPlanBuilder transform(Transform other) {
        transform = other;
        return this;
    }

    /** Transform of the columns known for the past only. */
    public PreparationPlanBuilder featureTransform(Transform other) {
        featureTransform = other;
        return this;
    }

    /** Scaling of all columns. */
    public PreparationPlanBuilder scaling(ScalingMethod other) {
        scaling = other;
        return this;
    }

    /** Rows in a season; 1 for none. */
    public PreparationPlanBuilder season(int other) {
        season = other;
        return this;
    }

    /** Number of steps to forecast. */
    public PreparationPlanBuilder horizon(int other) {
        horizon = other;
        return this;
    }

    /** How several steps are forecast. */
    public PreparationPlanBuilder strategy(Strategy other) {
        strategy = other;
        return this;
    }

    /** Bounds of the forecasts. */
    public PreparationPlanBuilder bounds(Bounds other) {
        bounds = other;
        return this;
    }

    /** Lags whose mean the network output is added to; empty for none. */
    public PreparationPlanBuilder residual(List<Integer> other) {
        residual = other;
        return this;
    }

    /** What becomes of a series that is shorter than a window. */
    public PreparationPlanBuilder cold(ColdStart other) {
        cold = other;
        return this;
    }

    /**
     * The plan.
     *
     * @throws IllegalArgumentException if a count is out of range, or a calendar feature or lag is given twice
     */
    public PreparationPlan build() {
        return new PreparationPlan(
                targets,
                ahead,
                calendar,
                transform,
                featureTransform,
                scaling,
                season,
                horizon,
                strategy,
                bounds,
                residual,
                cold);
    }
}
