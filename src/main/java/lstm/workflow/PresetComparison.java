package lstm.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import lstm.evaluate.OriginForecast;
import lstm.forecast.Intervals;
import lstm.model.Combine;
import lstm.model.Method;
import lstm.model.Settings;
import lstm.network.Architecture;
import lstm.prepare.PreparationPlan;
import lstm.prepare.SeasonChoice;
import lstm.preset.PresetCandidate;
import lstm.preset.PresetForm;
import lstm.series.Series;
import lstm.train.DivergedException;
import lstm.train.Recipe;
import lstm.train.Trainer;
import lstm.train.TrainingState;

/**
 * Compares settings that a preset may choose: each is trained briefly on the earlier part of the rows that a training
 * learns from, and forecasts the later part. The rows that a training holds out are never read. Of several series, some
 * take part that are long enough. Trainings are bounded in steps, not in time, so that the choice is always the same.
 *
 * @param known rows to learn from, of each series that takes part
 * @param candidates what is compared, first what the rules chose
 * @param origins of the forecasts that are scored, and how many rows from one to the next
 */
record PresetComparison(List<Series> known, List<PresetCandidate> candidates, int origins, int every) {
    /** Another choice than that of the rules must err this much less, since a comparison may be wrong. */
    private static final double CLEARLY = 0.95;

    private static final int MOST_SERIES = 100;
    private static final int MOST_ORIGINS = 12;

    /** The rows that are forecast: one in {@value}, but two horizons, if a third of the rows are enough for them. */
    private static final int PART = 10;

    private static final int LARGEST_PART = 3;
    private static final int HORIZONS = 2;

    /** A brief training has this share of the epochs, and a limited number of multiplications. */
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
        int length = Math.min(Math.max(rows / PART, HORIZONS * horizon), rows / LARGEST_PART);
        int origins = Math.max(1, Math.min(MOST_ORIGINS, length - horizon + 1));
        int every = Math.max(1, (length - horizon) / Math.max(1, origins - 1));
        PresetComparison all = new PresetComparison(known, candidates, origins, every);
        List<PresetCandidate> possible = candidates.stream()
                .filter(candidate -> 2 * all.longEnough(candidate).size() > known.size())
                .toList();
        return possible.size() < 2 || !possible.contains(candidates.get(0))
                ? PresetChoice.only(rule)
                : all.of(possible).run(threads, listener);
    }

    private List<Series> longEnough(PresetCandidate candidate) {
        Settings settings = candidate.settings();
        PreparationPlan plan = settings.plan();
        int window = plan.windowRows(settings.lookback());
        return known.stream()
                .filter(series -> {
                    int before = rowsBefore(series, plan.horizon());
                    return before - heldRows(settings, before) >= window + LEAST_WINDOWS;
                })
                .toList();
    }

    private int rowsBefore(Series series, int horizon) {
        return series.rows() - horizon - (origins - 1) * every;
    }

    private static int heldRows(Settings settings, int rows) {
        return (int)
                Math.max(settings.validation() * rows, HELD * settings.plan().outputSteps());
    }

    /** The same with fewer candidates, and evenly spaced ones of the series that are long enough for all of them. */
    private PresetComparison of(List<PresetCandidate> possible) {
        List<Series> fit = new ArrayList<>(known);
        possible.forEach(candidate -> fit.retainAll(longEnough(candidate)));
        int most = Math.min(MOST_SERIES, fit.size());
        List<Series> some = IntStream.range(0, most)
                .mapToObj(k -> fit.get((int) ((long) k * fit.size() / most)))
                .toList();
        return new PresetComparison(some, possible, origins, every);
    }

    private PresetChoice run(int threads, ComparisonListener listener) {
        List<BacktestPlan> plans =
                candidates.stream().map(one -> brief(one.settings())).toList();
        long[] steps = plans.stream().mapToLong(plan -> steps(plan.settings())).toArray();
        long total = IntStream.range(0, steps.length).mapToLong(k -> steps[k]).sum();
        List<PresetChoice.Judged> judged = new ArrayList<>();
        long before = 0;
        for (int k = 0; k < steps.length; k++) {
            listener.begins(k + 1, steps.length, candidates.get(k).form());
            Counted counted = new Counted(listener, before, before + steps[k], total);
            PresetForm form = candidates.get(k).form();
            Method method = form == PresetForm.BASE ? Method.BASE : Method.MODEL;
            judged.add(new PresetChoice.Judged(form, error(plans.get(k), method, threads, counted)));
            before += steps[k];
        }
        int chosen = chosen(judged);
        return new PresetChoice(candidates.get(chosen).settings(), judged, chosen);
    }

    /** Of the networks the best, if it is clearly better than the first; the base network if it clearly beats that. */
    private static int chosen(List<PresetChoice.Judged> judged) {
        int[] networks = IntStream.range(0, judged.size())
                .filter(k -> judged.get(k).form() != PresetForm.BASE)
                .toArray();
        int best = IntStream.of(networks)
                .reduce(0, (a, b) -> judged.get(b).error() < judged.get(a).error() ? b : a);
        int network = isClearlyBetter(judged.get(best), judged.get(0)) ? best : 0;
        int last = judged.size() - 1;
        return networks.length <= last && isClearlyBetter(judged.get(last), judged.get(network)) ? last : network;
    }

    private static boolean isClearlyBetter(PresetChoice.Judged one, PresetChoice.Judged other) {
        return one.error() < CLEARLY * other.error();
    }

    /** A backtest after a training of these settings that is cut short; it judges the network alone. */
    private BacktestPlan brief(Settings settings) {
        Recipe recipe = settings.recipe();
        PreparationPlan plan = settings.plan();
        Architecture network = settings.architecture(known.get(0).columns().size());
        int steps = settings.segment() == 0
                ? settings.lookback()
                : (settings.lookback() + plan.outputSteps() - 1) / settings.segment() + 1;
        double work = (double) PASSES * steps * network.layout().size();
        int epochs = Math.max(Math.min(LEAST_EPOCHS, recipe.epochs()), (int) (SHARE * recipe.epochs()));
        int windows = windows(settings);
        int most = (int) Math.max(recipe.batch(), Math.min(windows, MOST_WORK / work / epochs));
        int rows = known.stream()
                .mapToInt(series -> rowsBefore(series, plan.horizon()))
                .min()
                .orElseThrow();
        Settings brief = settings.withValidation((double) heldRows(settings, rows) / rows);
        if (settings.combine().trains()) {
            brief = brief.withCombine(Combine.NONE)
                    .withRecipe(recipe.withEpochs(epochs).withWindows(most == windows ? recipe.windows() : most));
        }
        return new BacktestPlan(brief, origins, every, 0, new double[0], Intervals.DEFAULT);
    }

    /** Windows in an epoch. */
    private int windows(Settings settings) {
        long all = known.stream().mapToLong(Series::rows).sum();
        int limit = settings.recipe().windows();
        return (int) Math.min(limit == 0 ? Integer.MAX_VALUE : limit, all);
    }

    /** Of a training; none where no network is trained. */
    private long steps(Settings settings) {
        if (!settings.combine().trains()) {
            return 0;
        }
        return (long) settings.recipe().epochs()
                * ((windows(settings) - 1) / settings.recipe().batch() + 1);
    }

    private double error(BacktestPlan plan, Method method, int threads, Counted counted) {
        try {
            List<List<OriginForecast>> done = plan.run(known, threads, counted);
            return IntStream.range(0, done.size())
                    .boxed()
                    .flatMap(k -> plan.outcome(known.get(k), done.get(k)).scores().stream())
                    .map(score -> score.accuracies().get(method).mase())
                    .flatMapToDouble(OptionalDouble::stream)
                    .average()
                    .orElse(Double.POSITIVE_INFINITY);
        } catch (DivergedException e) {
            return Double.POSITIVE_INFINITY;
        }
    }

    /** Counts the steps of a training as part of all. */
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
