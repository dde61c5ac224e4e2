package lstm.workflow;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import lstm.calendar.Calendar;
import lstm.calendar.CalendarChoice;
import lstm.calendar.CalendarFeature;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.error.SettingRange;
import lstm.prepare.Bounds;
import lstm.prepare.ColdStart;
import lstm.prepare.PreparationPlan;
import lstm.prepare.ScalingMethod;
import lstm.prepare.SeasonChoice;
import lstm.prepare.Strategy;
import lstm.prepare.Transform;
import lstm.series.ColumnRoles;
import lstm.series.Series;

/**
 * How far ahead a caller wants to forecast, and what columns are made into before a network sees them. What is not
 * given is classic or, like the season, found in the rows.
 */
public final class PreparationRequest {
    /** More outputs than this are better forecast recursively. */
    private static final int MOST_OUTPUTS = 10_000;

    private static final PreparationPlan CLASSIC = PreparationPlan.CLASSIC;

    private int horizon = CLASSIC.horizon();
    private Optional<Strategy> strategy = Optional.empty();
    private Transform transform = CLASSIC.transform();
    private Transform featureTransform = CLASSIC.featureTransform();
    private ScalingMethod scaling = CLASSIC.scaling();
    private List<Integer> residual = CLASSIC.residual();
    private OptionalInt season = OptionalInt.empty();
    private CalendarChoice calendar = CalendarChoice.NONE;
    private Bounds bounds = CLASSIC.bounds();
    private ColdStart cold = CLASSIC.cold();

    private final Set<Setting> given = new HashSet<>();

    /** Steps to forecast. */
    public PreparationRequest horizon(int steps) throws LstmException {
        SettingRange.atLeastOne(Setting.HORIZON, steps);
        horizon = SettingRange.within(Setting.HORIZON, steps, MOST_OUTPUTS);
        return given(Setting.HORIZON);
    }

    /** How several steps are forecast. */
    public PreparationRequest strategy(Strategy how) {
        strategy = Optional.of(how);
        return given(Setting.STRATEGY);
    }

    /** What is done to the targets before scaling. */
    public PreparationRequest transform(Transform ofTargets) {
        transform = ofTargets;
        return given(Setting.TRANSFORM);
    }

    /** What is done to the features before scaling. */
    public PreparationRequest featureTransform(Transform ofFeatures) {
        featureTransform = ofFeatures;
        return given(Setting.FEATURE_TRANSFORM);
    }

    /** How columns are scaled. */
    public PreparationRequest scaler(ScalingMethod scaler) {
        scaling = scaler;
        return given(Setting.SCALER);
    }

    /**
     * The network forecasts the difference from the mean of the values this many rows before; none: the value itself.
     */
    public PreparationRequest residual(List<Integer> rows) throws LstmException {
        for (int before : rows) {
            SettingRange.atLeastOne(Setting.RESIDUAL, before);
        }
        if (rows.stream().distinct().count() != rows.size()) {
            throw LstmException.usage(Setting.RESIDUAL, " names the same row twice")
                    .remedy("name each row once");
        }
        residual = List.copyOf(rows);
        return given(Setting.RESIDUAL);
    }

    /** Rows in a season; 1 for none. If it is not given, it is found in the rows to learn from. */
    public PreparationRequest season(int rows) throws LstmException {
        season = OptionalInt.of(SettingRange.steps(Setting.SEASON, rows));
        return given(Setting.SEASON);
    }

    /** Calendar features that become inputs. */
    public PreparationRequest calendar(CalendarChoice features) {
        calendar = features;
        return given(Setting.CALENDAR);
    }

    /** No forecast lies outside of these. */
    public PreparationRequest bounds(OptionalDouble min, OptionalDouble max) throws LstmException {
        double low = min.orElse(-Double.MAX_VALUE);
        double high = max.orElse(Double.MAX_VALUE);
        if (!(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw LstmException.usage(Setting.MIN.to(low), " and ", Setting.MAX.to(high), " are not a range")
                    .remedy("use finite numbers, the smaller one as ", Setting.MIN);
        }
        bounds = new Bounds(min, max);
        return given(Setting.MIN).given(Setting.MAX);
    }

    /** What becomes of a series that is shorter than a window. */
    public PreparationRequest cold(ColdStart answer) {
        cold = answer;
        return given(Setting.COLD);
    }

    private PreparationRequest given(Setting setting) {
        given.add(setting);
        return this;
    }

    /** The settings that were given. */
    Set<Setting> given() {
        return given;
    }

    /**
     * The plan for a series, or for several that one model is made of: then the season is the one that most of them
     * have.
     *
     * @param validation share of the rows held out
     */
    PreparationPlan plan(List<Series> files, double validation) throws LstmException {
        Series first = files.get(0);
        Calendar steps = Calendar.infer(first);
        PreparationPlan without = plan(first.roles(), calendar.features(steps), 1);
        PreparationPlan plan = without.withSeason(
                season.isPresent() ? season.getAsInt() : SeasonChoice.of(first, steps, validation, without));
        return files.size() == 1 || season.isPresent()
                ? plan
                : plan.withSeason(SeasonChoice.ofMost(files, validation, plan));
    }

    /** The plan as far as it does not depend on a series. */
    PreparationPlan rough() {
        return plan(ColumnRoles.ONE_TARGET, List.of(), 1);
    }

    private PreparationPlan plan(ColumnRoles roles, List<CalendarFeature> features, int rows) {
        return new PreparationPlan(
                roles.targets(),
                roles.knownAhead(),
                features,
                transform,
                featureTransform,
                scaling,
                rows,
                horizon,
                how(),
                bounds,
                residual,
                cold);
    }

    private Strategy how() {
        return strategy.orElse(Strategy.usual(horizon));
    }
}
