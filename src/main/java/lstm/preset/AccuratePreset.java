package lstm.preset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lstm.calendar.CalendarFeature;
import lstm.model.Settings;
import lstm.network.CellKind;
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

    /** Windows in an epoch: of a table of millions of rows an epoch of all would take hours, and teach little more. */
    private static final int MOST_WINDOWS = 200_000;

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

    /** What the forms differ in. */
    private static final Set<Hyperparameter> OF_FORMS = Set.of(
            Hyperparameter.TRANSFORM,
            Hyperparameter.SCALER,
            Hyperparameter.RESIDUAL,
            Hyperparameter.SEGMENT,
            Hyperparameter.STRATEGY);

    /**
     * The given settings with the free hyperparameters chosen by rules.
     *
     * @param base its season is that of the training rows
     */
    public Settings applyTo(Settings base, Set<Hyperparameter> free) {
        return settings(rule(base, free), base, free);
    }

    /** The settings chosen by rules, and then others that may do better, without duplicates. */
    public List<PresetCandidate> candidates(Settings base, Set<Hyperparameter> free) {
        PresetForm rule = rule(base, free);
        Set<PresetForm> forms = new LinkedHashSet<>(List.of(rule));
        boolean seasonal = base.plan().season() > 1 && free.containsAll(OF_FORMS);
        if (seasonal && segmented().isPossible(base, free)) {
            forms.add(PresetForm.SEGMENTS);
        }
        if (seasonal && isShort(base)) {
            forms.add(PresetForm.RESIDUALS);
        }
        if (seasonal && !traits.several()) {
            forms.add(PresetForm.CHANGES);
        }
        List<PresetCandidate> candidates = new ArrayList<>();
        for (PresetForm form : forms) {
            Settings settings = settings(form, base, free);
            if (candidates.stream().noneMatch(one -> one.settings().equals(settings))) {
                candidates.add(new PresetCandidate(form, settings));
            }
        }
        return candidates;
    }

    private Settings settings(PresetForm form, Settings base, Set<Hyperparameter> free) {
        Hyperparameters mine = Hyperparameters.of(base)
                .with(hyperparameters(form, base, free), free::contains)
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

    private PresetForm rule(Settings base, Set<Hyperparameter> free) {
        boolean repeats = !traits.repeated().isEmpty() && free.contains(Hyperparameter.TRANSFORM);
        if (repeats && !isShort(base) && fits(base)) {
            return PresetForm.SEASONAL_CHANGES;
        }
        boolean means = traits.repeated().size() > 1 || traits.several();
        if (repeats && isShort(base) && means && free.contains(Hyperparameter.RESIDUAL)) {
            return traits.several() && segmented().isPossible(base, free) && free.contains(Hyperparameter.SEGMENT)
                    ? PresetForm.SEGMENTS
                    : PresetForm.RESIDUALS;
        }
        return PresetForm.CHANGES;
    }

    private Hyperparameters hyperparameters(PresetForm form, Settings base, Set<Hyperparameter> free) {
        return switch (form) {
            case CHANGES -> onChanges(base, free, isShort(base));
            case SEASONAL_CHANGES -> onSeasonalChanges(base, free);
            case RESIDUALS -> onMeans(base, free);
            case SEGMENTS -> segmented().applyTo(onMeans(base, free), base, free);
        };
    }

    private SegmentedForm segmented() {
        return new SegmentedForm(traits);
    }

    /** Whether a window can hold two seasons. */
    private static boolean isShort(Settings base) {
        return 2L * base.plan().season() <= LONG;
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

    private Hyperparameters onMeans(Settings base, Set<Hyperparameter> free) {
        return small(base, free)
                .withInputs(traits.proportional() ? Transform.LOG : Transform.NONE, ScalingMethod.WINDOW, yearly())
                .withStrategy(base.plan().strategy(), traits.lags(base.plan().season()))
                .withLookback(
                        Math.max(USUAL, Collections.max(traits.lags(base.plan().season()))));
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
                        .withSchedule(Schedule.COSINE)
                        .withWindows(windows(traits.trainRows())));
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

    /** Maximum number of windows in an epoch for this many training rows; 0: all. */
    public static int windows(int rows) {
        return rows <= MOST_WINDOWS ? 0 : MOST_WINDOWS;
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
