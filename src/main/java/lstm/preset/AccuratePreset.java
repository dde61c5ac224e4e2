package lstm.preset;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import lstm.calendar.CalendarFeature;
import lstm.model.Settings;
import lstm.network.CellKind;
import lstm.network.Loss;
import lstm.prepare.PreparationPlan;
import lstm.prepare.ScalingMethod;
import lstm.prepare.Split;
import lstm.prepare.Strategy;
import lstm.prepare.Transform;
import lstm.train.Schedule;

/**
 * Settings that do well on most series: a small network on changes, chosen by traits of the training rows. A window
 * holds {@value #USUAL} rows, or two seasons if they have at most {@value #LONG} rows.
 *
 * <p>If the seasonal naive forecast beats the naive one, the network forecasts the difference from earlier seasons. For
 * a long season these are seasonal changes, with calendar features that repeat within the season (such as the time of
 * day within a week). For a short season they are residuals from the mean of several seasons, if that beats a single
 * season or if one model is trained on several series, which then reads its windows in segments of a season and
 * forecasts in segments, if the horizon is at least half a season. A long season that does not beat the naive forecast
 * enters as calendar features, and so does the day of the year of a daily series that has a season of a year and is
 * better forecast with it. Changes that hardly predict later ones, such as those of prices, get a network of
 * {@value #FEW_UNITS} units, which is less prone to overfitting.
 *
 * @param traits of the training rows
 */
public record AccuratePreset(SeriesTraits traits) {
    /** Number of rows seen over all epochs: short series need many epochs, long ones few. */
    private static final int SIGHT = 150_000;

    private static final int LEAST_EPOCHS = 5;
    private static final int MOST_EPOCHS = 200;
    private static final int LEAST_PATIENCE = 5;

    /** An epoch of fewer rows is only a handful of optimizer steps, which may be larger. */
    private static final int FEW = 500;

    public static final double FAST = 0.003;
    public static final double SLOW = 0.001;
    public static final int USUAL = 24;
    public static final int LONG = 60;

    public static final int UNITS = 32;
    private static final int FEW_UNITS = 8;
    private static final double SLOWEST = 0.0005;

    /** A network of segments: a season is one step, so that large batches and many of them cost little. */
    private static final int SHORTEST_SEGMENT = 4;

    private static final int LEAST_SEGMENTS = 3;
    private static final int SEGMENT_UNITS = 64;
    private static final int MANY_SEGMENT_UNITS = 96;
    private static final double SEGMENT_DROPOUT = 0.1;
    private static final double SEGMENT_RATE = 0.002;

    /** Rows from which a batch is large, and from which the network is. */
    private static final int SEVERAL = 5_000;

    private static final int MANY = 200_000;
    private static final int LARGE_BATCH = 128;
    /** Windows in an epoch, a multiple of the batch, and optimizer steps in all. */
    private static final int EPOCH_WINDOWS = 33_280;

    private static final int UPDATES = 5_200;
    private static final int LEAST_SEGMENT_EPOCHS = 20;
    private static final int MOST_SEGMENT_EPOCHS = 100;

    /**
     * The given settings with the free hyperparameters chosen by this preset.
     *
     * @param base its season is that of the training rows
     */
    public Settings applyTo(Settings base, Set<Hyperparameter> free) {
        Hyperparameters mine = Hyperparameters.of(base)
                .with(candidate(base, free), free::contains)
                .withResidualInWindow(free)
                .withWholeSegments(free)
                .withFittingLoss(free);
        Settings chosen = mine.applyTo(base);
        int room = Split.longestLookback(traits.rows(), chosen.plan());
        if (!free.contains(Hyperparameter.LOOKBACK) || room < 1 || room >= chosen.lookback()) {
            return chosen;
        }
        int whole = mine.segment() == 0 ? room : room / mine.segment() * mine.segment();
        return whole == 0
                ? chosen
                : mine.withLookback(whole).withResidualInWindow(free).applyTo(base);
    }

    private Hyperparameters candidate(Settings base, Set<Hyperparameter> free) {
        boolean seen = 2L * base.plan().season() <= LONG;
        if (!seen && !traits.repeated().isEmpty() && free.contains(Hyperparameter.TRANSFORM) && fits(base)) {
            return onSeasonalChanges(base, free);
        }
        boolean means = traits.repeated().size() > 1
                || traits.several() && !traits.repeated().isEmpty();
        if (seen && means && free.contains(Hyperparameter.TRANSFORM) && free.contains(Hyperparameter.RESIDUAL)) {
            return traits.several() && isSegmented(base) && free.contains(Hyperparameter.SEGMENT)
                    ? onSegments(base, free)
                    : onMeans(base, free);
        }
        return onChanges(base, free, seen);
    }

    /** Recursive if errors accumulate over less than half a season and there are no columns known for the past only. */
    private Hyperparameters onSeasonalChanges(Settings base, Set<Hyperparameter> free) {
        boolean near = 2L * base.plan().horizon() < base.plan().season();
        return small(base, free)
                .withInputs(Transform.SEASONAL_CHANGE, scaling(Transform.SEASONAL_CHANGE), traits.withinSeason())
                .withStrategy(
                        near && traits.past() == 0
                                ? Strategy.RECURSIVE
                                : base.plan().strategy(),
                        List.of());
    }

    /** Whether a horizon is long and a window can be long enough for segments of a season. */
    private boolean isSegmented(Settings base) {
        PreparationPlan plan = base.plan();
        return plan.season() >= SHORTEST_SEGMENT
                && plan.strategy() == Strategy.DIRECT
                && 2L * plan.horizon() >= plan.season()
                && traits.trainRows() >= FEW
                && Split.longestLookback(traits.rows(), plan) >= 2 * plan.season();
    }

    private Hyperparameters onSegments(Settings base, Set<Hyperparameter> free) {
        int season = base.plan().season();
        int rows = traits.trainRows();
        int batch = rows < SEVERAL ? base.recipe().batch() : LARGE_BATCH;
        int updates = Math.max(1, Math.min(rows, EPOCH_WINDOWS) / batch);
        int epochs = free.contains(Hyperparameter.EPOCHS)
                ? Math.max(LEAST_SEGMENT_EPOCHS, Math.min(MOST_SEGMENT_EPOCHS, UPDATES / updates))
                : base.recipe().epochs();
        return onMeans(base, free)
                .withNetwork(CellKind.GRU, rows < MANY ? SEGMENT_UNITS : MANY_SEGMENT_UNITS, season, SEGMENT_DROPOUT)
                .withLookback(Math.max(LEAST_SEGMENTS * season, Collections.max(traits.repeated())))
                .withRecipe(base.recipe()
                        .withRate(SEGMENT_RATE)
                        .withEpochs(epochs)
                        // Most is gained at the end, when the rate falls.
                        .withPatience(0)
                        .withSchedule(Schedule.COSINE)
                        .withLoss(Loss.Point.MAE)
                        .withBatch(batch)
                        .withWindows(rows <= EPOCH_WINDOWS ? 0 : EPOCH_WINDOWS)
                        .withClipNorm(1));
    }

    private Hyperparameters onMeans(Settings base, Set<Hyperparameter> free) {
        return small(base, free)
                .withInputs(traits.proportional() ? Transform.LOG : Transform.NONE, ScalingMethod.WINDOW, yearly())
                .withStrategy(base.plan().strategy(), traits.repeated())
                .withLookback(Math.max(USUAL, Collections.max(traits.repeated())));
    }

    private Hyperparameters onChanges(Settings base, Set<Hyperparameter> free, boolean seen) {
        boolean given = !free.contains(Hyperparameter.TRANSFORM);
        boolean isResidual = !base.plan().residual().isEmpty();
        Transform change = traits.proportional() ? Transform.LOG_RETURN : Transform.DIFFERENCE;
        Transform transform = given ? base.plan().transform() : isResidual ? Transform.NONE : change;
        boolean ofWindows = isResidual || transform == Transform.SEASONAL_DIFFERENCE;
        Hyperparameters network = small(base, free);
        return (traits.noisy() ? network.withUnitsAndRate(FEW_UNITS, SLOWEST) : network)
                .withInputs(
                        transform,
                        ofWindows ? ScalingMethod.WINDOW : scaling(transform),
                        seen || transform.isSeasonal() ? yearly() : traits.calendar())
                .withLookback(seen ? Math.max(USUAL, 2 * base.plan().season()) : USUAL);
    }

    /** The day of the year, if it helps: a year of days is longer than any window. */
    private List<CalendarFeature> yearly() {
        return traits.yearly() ? List.of(CalendarFeature.YEARDAY) : List.of();
    }

    /** Several series of different scale are scaled window by window. */
    private ScalingMethod scaling(Transform transform) {
        return traits.several() && !transform.isRelative() ? ScalingMethod.WINDOW : ScalingMethod.STANDARD;
    }

    private Hyperparameters small(Settings base, Set<Hyperparameter> free) {
        int epochs = free.contains(Hyperparameter.EPOCHS)
                ? epochs(traits.trainRows())
                : base.recipe().epochs();
        Hyperparameters mine = Hyperparameters.of(base);
        return new Hyperparameters(
                CellKind.LSTM,
                1,
                UNITS,
                0,
                USUAL,
                0,
                mine.transform(),
                mine.scaling(),
                mine.strategy(),
                mine.residual(),
                mine.calendar(),
                base.recipe()
                        .withRate(rate(traits.trainRows()))
                        .withEpochs(epochs)
                        .withPatience(base.validation() > 0 ? patience(epochs) : 0)
                        .withSchedule(Schedule.COSINE));
    }

    /** Whether seasonal changes leave enough rows. */
    private boolean fits(Settings base) {
        PreparationPlan plan = base.plan();
        return Transform.SEASONAL_CHANGE.lag(plan.season()) + (long) Split.leastRows(USUAL, plan) <= traits.rows();
    }

    /** Number of epochs for this many training rows. */
    public static int epochs(int rows) {
        return Math.max(LEAST_EPOCHS, Math.min(MOST_EPOCHS, SIGHT / rows));
    }

    /** Patience for this many epochs. */
    public static int patience(int epochs) {
        return Math.max(LEAST_PATIENCE, epochs / 4);
    }

    /** Learning rate for this many training rows. */
    public static double rate(int rows) {
        return rows < FEW ? FAST : SLOW;
    }
}
