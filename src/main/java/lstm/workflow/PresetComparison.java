package lstm.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import lstm.evaluate.OriginForecast;
import lstm.forecast.Intervals;
import lstm.model.Combine;
import lstm.model.Method;
import lstm.model.Score;
import lstm.model.Settings;
import lstm.network.Architecture;
import lstm.prepare.PreparationPlan;
import lstm.prepare.SeasonChoice;
import lstm.preset.PresetCandidate;
import lstm.series.Series;
import lstm.statistics.EvenlySpaced;
import lstm.train.DivergedException;
import lstm.train.Recipe;
import lstm.train.Trainer;
import lstm.train.TrainingState;

/**
 * Compares settings that a preset may choose: each is trained briefly on the earlier part of the rows that a training
 * learns from, and forecasts the later part, or more than one such part in turn. The rows that a training holds out are
 * never read. Of several series, some take part that are long enough. Trainings are bounded in steps, not in time, so
 * that the choice is always the same.
 *
 * @param known rows to learn from, of each series that takes part
 * @param candidates what is compared, first what the rules chose
 * @param origins of the forecasts that are scored
 */
record PresetComparison(List<Series> known, List<PresetCandidate> candidates, ComparisonOrigins origins) {
    /** Another choice than that of the rules must err this much less, since a comparison may be wrong. */
    private static final double CLEARLY = 0.95;

    private static final int MOST_SERIES = 100;

    /** A brief training has this share of the epochs; those of a candidate have a limited number of multiplications. */
    private static final double SHARE = 0.3;

    private static final double MOST_WORK = 3e11;
    private static final int LEAST_EPOCHS = 5;

    /** Multiplications for each weight and step of a window, forward and backward. */
    private static final int PASSES = 3;

    /** Minimum number of windows to learn from. */
    private static final int LEAST_WINDOWS = 24;

    /** The rows held out to choose the best epoch, as a multiple of the output steps. */
    private static final double HELD = 1.25;

    PresetComparison {
        known = List.copyOf(known);
        candidates = List.copyOf(candidates);
    }

    /** The choice among settings for some series. */
    static PresetChoice choose(
            List<Series> files, List<PresetCandidate> candidates, int threads, ComparisonListener listener) {
        Settings rule = candidates.get(0).settings();
        if (candidates.size() == 1) {
            return PresetChoice.only(rule);
        }
        List<Series> known = files.stream()
                .map(series -> series.first(SeasonChoice.trainRows(series, rule.validation(), rule.plan())))
                .toList();
        int horizon = rule.plan().horizon();
        int rows = known.stream().mapToInt(Series::rows).sorted().toArray()[known.size() / 2];
        return ComparisonOrigins.of(known.size(), rows, horizon)
                .flatMap(origins -> new PresetComparison(known, candidates, origins).possible())
                .map(comparison -> comparison.run(threads, listener))
                .orElseGet(() -> PresetChoice.only(rule));
    }

    /** The comparison of what has enough rows in most series; empty if that leaves nothing to compare. */
    private Optional<PresetComparison> possible() {
        List<PresetCandidate> possible = candidates.stream()
                .filter(candidate -> 2 * longEnough(List.of(candidate)).size() > known.size())
                .toList();
        return possible.size() < 2 || !possible.contains(candidates.get(0))
                ? Optional.empty()
                : Optional.of(of(possible));
    }

    private boolean isLongEnough(Series series, PresetCandidate candidate) {
        Settings settings = candidate.settings();
        int before = rowsBefore(series, settings.plan().horizon());
        return before - heldRows(settings, before) >= settings.plan().windowRows(settings.lookback()) + LEAST_WINDOWS;
    }

    /** Those that are long enough for all of some candidates. */
    private List<Series> longEnough(List<PresetCandidate> some) {
        return known.stream()
                .filter(series -> some.stream().allMatch(candidate -> isLongEnough(series, candidate)))
                .toList();
    }

    private int rowsBefore(Series series, int horizon) {
        return series.rows() - horizon - origins.span();
    }

    private static int heldRows(Settings settings, int rows) {
        return (int)
                Math.max(settings.validation() * rows, HELD * settings.plan().outputSteps());
    }

    /** The same with fewer candidates, and evenly spaced ones of the series that are long enough for all of them. */
    private PresetComparison of(List<PresetCandidate> possible) {
        return new PresetComparison(EvenlySpaced.of(longEnough(possible), MOST_SERIES), possible, origins);
    }

    private PresetChoice run(int threads, ComparisonListener listener) {
        List<BacktestPlan> plans =
                candidates.stream().map(one -> brief(one.settings())).toList();
        long[] steps = plans.stream()
                .mapToLong(plan -> origins.trainings() * steps(plan.settings()))
                .toArray();
        long total = IntStream.range(0, steps.length).mapToLong(k -> steps[k]).sum();
        List<PresetChoice.Judged> judged = new ArrayList<>();
        long before = 0;
        for (int k = 0; k < steps.length; k++) {
            listener.begins(k + 1, steps.length, candidates.get(k).form());
            Counted counted = new Counted(listener, before, before + steps[k], total);
            judged.add(new PresetChoice.Judged(candidates.get(k).form(), error(plans.get(k), threads, counted)));
            before += steps[k];
        }
        int best = IntStream.range(0, steps.length)
                .reduce(0, (a, b) -> judged.get(b).error() < judged.get(a).error() ? b : a);
        boolean clearly = judged.get(best).error() < CLEARLY * judged.get(0).error();
        int chosen = clearly ? best : 0;
        return new PresetChoice(candidates.get(chosen).settings(), judged, chosen);
    }

    /** A backtest with trainings of these settings that are cut short; it judges the network alone. */
    private BacktestPlan brief(Settings settings) {
        Recipe recipe = settings.recipe();
        PreparationPlan plan = settings.plan();
        Architecture network = settings.architecture(known.get(0).columns().size());
        int steps = settings.segment() == 0
                ? settings.lookback()
                : (settings.lookback() + plan.outputSteps() - 1) / settings.segment() + 1;
        double work =
                (double) origins.trainings() * PASSES * steps * network.layout().size();
        int epochs = Math.max(Math.min(LEAST_EPOCHS, recipe.epochs()), (int) (SHARE * recipe.epochs()));
        int windows = windows(settings);
        int most = (int) Math.max(recipe.batch(), Math.min(windows, MOST_WORK / work / epochs));
        int rows = known.stream()
                .mapToInt(series -> rowsBefore(series, plan.horizon()))
                .min()
                .orElseThrow();
        Settings brief = settings.withCombine(Combine.NONE)
                .withValidation((double) heldRows(settings, rows) / rows)
                .withRecipe(recipe.withEpochs(epochs).withWindows(most == windows ? recipe.windows() : most));
        return new BacktestPlan(
                brief, origins.number(), origins.every(), origins.refit(), new double[0], Intervals.DEFAULT);
    }

    /** Windows in an epoch. */
    private int windows(Settings settings) {
        long all = known.stream().mapToLong(Series::rows).sum();
        int limit = settings.recipe().windows();
        return (int) Math.min(limit == 0 ? Integer.MAX_VALUE : limit, all);
    }

    private long steps(Settings settings) {
        return (long) settings.recipe().epochs()
                * ((windows(settings) - 1) / settings.recipe().batch() + 1);
    }

    private double error(BacktestPlan plan, int threads, Counted counted) {
        try {
            List<List<OriginForecast>> done = plan.run(known, threads, counted);
            return IntStream.range(0, done.size())
                    .boxed()
                    .flatMap(k -> plan.outcome(known.get(k), done.get(k)).scores().stream())
                    .map(PresetComparison::mase)
                    .flatMapToDouble(OptionalDouble::stream)
                    .average()
                    .orElse(Double.POSITIVE_INFINITY);
        } catch (DivergedException e) {
            return Double.POSITIVE_INFINITY;
        }
    }

    private static OptionalDouble mase(Score score) {
        return score.accuracies().get(Method.MODEL).mase();
    }

    /** Counts the steps of a candidate's trainings as part of all. */
    private static final class Counted implements BacktestPlan.Listener, Trainer.Listener {
        private final ComparisonListener listener;
        private final long end;
        private final long total;
        private long done;

        Counted(ComparisonListener listener, long before, long end, long total) {
            this.listener = listener;
            this.end = end;
            this.total = total;
            done = before;
        }

        @Override
        public Trainer.Listener fitting(int origin, int rows) {
            return this;
        }

        @Override
        public boolean afterStep(TrainingState state, int batches) {
            done = Math.min(end, done + 1);
            listener.checkpoint(done, total);
            return false;
        }

        @Override
        public void afterEpoch(TrainingState state, boolean improved) {
            // Steps suffice.
        }
    }
}
