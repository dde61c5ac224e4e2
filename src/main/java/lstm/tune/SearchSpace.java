package lstm.tune;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lstm.calendar.CalendarFeature;
import lstm.model.Combine;
import lstm.model.Settings;
import lstm.network.CellKind;
import lstm.prepare.ScalingMethod;
import lstm.prepare.Strategy;
import lstm.prepare.Transform;
import lstm.preset.AccuratePreset;
import lstm.preset.Hyperparameter;
import lstm.preset.Hyperparameters;
import lstm.preset.SeasonalMeans;
import lstm.random.SplitMix64;
import lstm.train.Recipe;

/**
 * The settings that a search chooses from.
 *
 * @param base the values of what is not searched
 * @param free the hyperparameters that are searched
 * @param first settings of {@link AccuratePreset}, tried before all others
 * @param positive whether all values of the targets are positive, as logarithms require
 * @param calendar calendar features that distinguish the steps of the series
 * @param rows number of rows known to the search
 * @param several whether they are of several series, of which each has its own scale
 */
public record SearchSpace(
        Settings base,
        Set<Hyperparameter> free,
        Settings first,
        boolean positive,
        List<CalendarFeature> calendar,
        int rows,
        boolean several) {
    /** Each value as often as it should be tried. */
    private static final CellKind[] CELLS = {
        CellKind.LSTM, CellKind.LSTM, CellKind.LSTM, CellKind.GRU, CellKind.PEEPHOLE, CellKind.COUPLED, CellKind.RNN
    };

    private static final int[] LAYERS = {1, 1, 1, 2, 2, 3};
    private static final int[] UNITS = {8, 16, 32, 32, 48, 64};
    private static final int[] LOOKBACKS = {6, 12, 18, 24, 36, 48, 60, 96};
    private static final double[] DROPOUTS = {0, 0, 0, 0.1, 0.2, 0.3};
    private static final double[] RATES = {0.0005, 0.001, 0.001, 0.002, 0.003, 0.005};
    private static final ScalingMethod[] SCALERS = {
        ScalingMethod.STANDARD,
        ScalingMethod.STANDARD,
        ScalingMethod.STANDARD,
        ScalingMethod.ROBUST,
        ScalingMethod.MIN_MAX,
        ScalingMethod.WINDOW
    };

    /** What is not drawn: the settings of the preset or those that were given are kept. */
    private static final Set<Hyperparameter> KEPT = Set.of(
            Hyperparameter.SEGMENT,
            Hyperparameter.LOSS,
            Hyperparameter.BATCH,
            Hyperparameter.EPOCH_WINDOWS,
            Hyperparameter.SAMPLING,
            Hyperparameter.CLIP_NORM,
            Hyperparameter.COMBINE);

    /** Copies the set and the list. */
    public SearchSpace {
        free = Set.copyOf(free);
        calendar = List.copyOf(calendar);
    }

    /** Settings known to do well, the most promising first, without duplicates. */
    List<Settings> starts() {
        List<Settings> starts = new ArrayList<>();
        starts.add(first);
        boolean nothingIsGiven = free.size() == Hyperparameter.values().length && base.ensemble() == 1;
        if (nothingIsGiven && first.combine() == Combine.ALL) {
            starts.add(first.withoutNetwork(Combine.BASE));
            starts.add(first.withoutNetwork(Combine.SIMPLE));
        }
        starts.addAll(small());
        starts.add(settings(Hyperparameters.of(Settings.CLASSIC)
                .with(
                        Hyperparameters.of(first),
                        Set.of(Hyperparameter.EPOCHS, Hyperparameter.PATIENCE, Hyperparameter.EPOCH_WINDOWS)
                                ::contains)));
        return starts.stream().distinct().toList();
    }

    /** The same without the classic recipe, whose network is large. */
    List<Settings> small() {
        int two = Math.max(AccuratePreset.USUAL, 2 * season());
        int lookback = 2 * season() <= AccuratePreset.LONG ? two : season();
        Transform change = positive ? Transform.LOG_RETURN : Transform.DIFFERENCE;
        List<Hyperparameters> small = new ArrayList<>();
        double rate = AccuratePreset.rate(rows);
        small.add(small(lookback, change, calendar, rate));
        small.add(small(
                lookback, change, calendar, rate == AccuratePreset.FAST ? AccuratePreset.SLOW : AccuratePreset.FAST));
        small.add(small(lookback, Transform.DIFFERENCE, calendar, rate));
        if (season() > 1) {
            small.add(small(lookback, Transform.SEASONAL_DIFFERENCE, calendar, rate));
            small.add(small(AccuratePreset.USUAL, Transform.SEASONAL_CHANGE, List.of(), rate)
                    .withStrategy(Strategy.RECURSIVE, List.of()));
            small.add(small(lookback, Transform.NONE, List.of(), rate)
                    .withInputs(Transform.NONE, ScalingMethod.WINDOW, List.of())
                    .withStrategy(base.plan().strategy(), SeasonalMeans.seasons(season(), SeasonalMeans.MOST_SEASONS)));
        }
        small.add(small(AccuratePreset.USUAL, change, List.of(), rate));
        small.add(small(lookback, positive ? Transform.LOG : Transform.NONE, calendar, rate));
        return small.stream().map(this::settings).distinct().toList();
    }

    /** Settings drawn from the whole space. */
    Settings random(SplitMix64 random) {
        return settings(draw(random));
    }

    /** Settings that differ from the given ones in a few hyperparameters. */
    Settings near(Settings settings, SplitMix64 random) {
        Hyperparameters drawn = draw(random);
        long searched =
                free.stream().filter(dimension -> !KEPT.contains(dimension)).count();
        double share = 2.0 / Math.max(2, searched);
        return settings(Hyperparameters.of(settings)
                .with(drawn, dimension -> !KEPT.contains(dimension) && random.nextDouble() < share));
    }

    private Settings settings(Hyperparameters candidate) {
        return Hyperparameters.of(base)
                .with(several ? ofSeveral(candidate) : candidate, free::contains)
                .withResidualInWindow(free)
                .withWholeSegments(free)
                .withFittingLoss(free)
                .applyTo(base)
                .withCombine(first.combine());
    }

    private static Hyperparameters ofSeveral(Hyperparameters candidate) {
        return candidate.transform().isRelative()
                ? candidate
                : candidate.withInputs(candidate.transform(), ScalingMethod.WINDOW, candidate.calendar());
    }

    private int season() {
        return base.plan().season();
    }

    private Hyperparameters small(int lookback, Transform transform, List<CalendarFeature> features, double rate) {
        return new Hyperparameters(
                CellKind.LSTM,
                1,
                AccuratePreset.UNITS,
                0,
                lookback,
                0,
                transform,
                ScalingMethod.STANDARD,
                base.plan().strategy(),
                List.of(),
                features,
                recipe(rate));
    }

    private int epochs() {
        if (!free.contains(Hyperparameter.EPOCHS)) {
            return base.recipe().epochs();
        }
        return AccuratePreset.epochs(rows);
    }

    private Hyperparameters draw(SplitMix64 random) {
        List<Transform> transforms = transforms();
        List<Integer> lookbacks = lookbacks();
        Transform transform = transforms.get(random.nextInt(transforms.size()));
        return new Hyperparameters(
                CELLS[random.nextInt(CELLS.length)],
                LAYERS[random.nextInt(LAYERS.length)],
                UNITS[random.nextInt(UNITS.length)],
                0,
                lookbacks.get(random.nextInt(lookbacks.size())),
                DROPOUTS[random.nextInt(DROPOUTS.length)],
                transform,
                SCALERS[random.nextInt(SCALERS.length)],
                strategy(random),
                residual(transform, random),
                random.nextInt(3) == 0 ? List.of() : calendar,
                recipe(RATES[random.nextInt(RATES.length)]));
    }

    private Recipe recipe(double rate) {
        return base.recipe()
                .withRate(rate)
                .withEpochs(epochs())
                .withPatience(AccuratePreset.patience(epochs()))
                .withWindows(AccuratePreset.windows(rows));
    }

    private Strategy strategy(SplitMix64 random) {
        Strategy usual = base.plan().strategy();
        return usual == Strategy.DIRECT && random.nextInt(3) == 0 ? Strategy.RECURSIVE : usual;
    }

    /** Only levels are measured from seasons; changes are differences already. */
    private List<Integer> residual(Transform transform, SplitMix64 random) {
        boolean ofLevels = transform == Transform.NONE || transform == Transform.LOG;
        int seasons = random.nextInt(SeasonalMeans.MOST_SEASONS + 2) - 1;
        return ofLevels && season() > 1 && seasons > 0 ? SeasonalMeans.seasons(season(), seasons) : List.of();
    }

    private List<Transform> transforms() {
        List<Transform> transforms = new ArrayList<>(List.of(Transform.NONE, Transform.DIFFERENCE));
        if (positive) {
            transforms.addAll(List.of(Transform.LOG, Transform.LOG_RETURN, Transform.LOG_RETURN, Transform.RELATIVE));
        }
        if (season() > 1) {
            transforms.addAll(List.of(Transform.SEASONAL_DIFFERENCE, Transform.SEASONAL_CHANGE));
        }
        return transforms;
    }

    private List<Integer> lookbacks() {
        List<Integer> lookbacks = new ArrayList<>();
        for (int lookback : LOOKBACKS) {
            lookbacks.add(lookback);
        }
        for (int seasons = 1;
                season() > 1 && seasons <= 3 && seasons * season() <= 4 * AccuratePreset.LONG;
                seasons++) {
            lookbacks.add(seasons * season());
        }
        return lookbacks;
    }
}
