package lstm.tune;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lstm.evaluate.OriginForecast;
import lstm.model.Method;
import lstm.model.Settings;
import lstm.random.RandomStream;
import lstm.random.SplitMix64;
import lstm.series.Series;
import lstm.train.DivergedException;
import lstm.train.Trainer;
import lstm.tune.Trial.Verdict;
import lstm.workflow.BacktestPlan;
import lstm.workflow.TrainingListener;

/**
 * A random search (Bergstra and Bengio 2012) that starts with settings known to do well, then alternately draws from
 * the whole space and near the best so far. Settings are judged fold by fold; drawn ones are dropped as soon as they
 * are clearly behind the best (racing, Maron and Moore 1994). The trials depend on the seed and on earlier trials only.
 *
 * @param each the rows that the search may use, of one series or of several
 */
public record Search(List<Series> each, SearchSpace space, int threads) {
    /** Copies the list. */
    public Search {
        each = List.copyOf(each);
    }

    /** No file has more. */
    private static final int MOST_ROWS = 1 << 29;

    /** A trial is dropped when its error exceeds that of the best after the same folds by this factor. */
    private static final double BEHIND = 1.05;

    /** Number of failed draws (tried already, or too few rows) after which the search ends. */
    private static final int DRAWS = 200;

    /** Follows the progress of a search. */
    public interface Listener {
        /** Follows nothing and never stops. */
        Listener NONE = new Listener() {};

        /** Before each training; returns what follows it and may stop it. */
        default Trainer.Listener training(int trial, int fold, int folds) {
            return TrainingListener.NONE;
        }

        /** After each trial. */
        default void tried(Trial trial) {}

        /** Whether the search is to end now; asked whenever a training was stopped, and before each trial. */
        default boolean isOver() {
            return false;
        }
    }

    /** Minimum number of rows to judge any settings; {@link #MOST_ROWS} if even these do not suffice. */
    public static int leastRows(SearchSpace space) {
        List<Settings> small = space.small();
        int few = 0;
        int enough = 1;
        while (enough < MOST_ROWS && Folds.of(enough, small).ends().isEmpty()) {
            few = enough;
            enough *= 2;
        }
        while (enough - few > 1) {
            int middle = (few + enough) / 2;
            if (Folds.of(middle, small).ends().isEmpty()) {
                few = middle;
            } else {
                enough = middle;
            }
        }
        return enough;
    }

    private static Folds folds(SearchSpace space, int rows) {
        return Folds.of(rows, space.small());
    }

    /** Number of rows of the shortest series. */
    private int rows() {
        return each.stream().mapToInt(Series::rows).min().orElseThrow();
    }

    /** The settings that the search starts with: those that there are enough rows for. */
    public List<Settings> starts() {
        Folds folds = folds(space, rows());
        return space.starts().stream().filter(settings -> fit(settings, folds)).toList();
    }

    /** Whether there are enough rows to judge settings and to train with them in the end. */
    private boolean fit(Settings settings, Folds folds) {
        return folds.fit(settings) && settings.leastRows() <= rows();
    }

    /** Runs trials, up to a maximum; returns those that were not stopped. */
    public List<Trial> run(int most, Listener listener) {
        Folds folds = folds(space, rows());
        List<Settings> starts = starts();
        List<Trial> trials = new ArrayList<>();
        Set<Settings> seen = new HashSet<>();
        while (trials.size() < most && !isOver(listener)) {
            int number = trials.size() + 1;
            Optional<Settings> next =
                    number <= starts.size() ? Optional.of(starts.get(number - 1)) : draw(number, folds, trials, seen);
            if (next.isEmpty()) {
                break;
            }
            seen.add(next.get());
            boolean raced = number > starts.size();
            Optional<Trial> trial = judge(number, next.get(), folds, raced, best(trials), listener);
            if (trial.isEmpty()) {
                break;
            }
            trials.add(trial.get());
            listener.tried(trial.get());
        }
        return trials;
    }

    private static boolean isOver(Listener listener) {
        return listener.isOver() || Thread.currentThread().isInterrupted();
    }

    /** The trial with the highest skill; of equal ones the first. */
    public static Optional<Trial> best(List<Trial> trials) {
        return trials.stream().filter(Trial::isJudged).max(Comparator.comparingDouble(Trial::skill));
    }

    /**
     * The first trial that is not significantly worse than the best: the first ones are known to do well, and the best
     * of many equally good trials is best by luck.
     */
    public static Optional<Trial> chosen(List<Trial> trials) {
        return best(trials).flatMap(best -> trials.stream()
                .filter(Trial::isJudged)
                .filter(trial -> !best.losses().isSignificantlyBetterThan(trial.losses()))
                .findFirst());
    }

    private Optional<Settings> draw(int number, Folds folds, List<Trial> trials, Set<Settings> seen) {
        SplitMix64 random = SplitMix64.of(space.base().recipe().seed(), RandomStream.SEARCH, number);
        Optional<Trial> best = best(trials);
        for (int k = 0; k < DRAWS; k++) {
            Settings drawn = best.isPresent() && number % 2 == 0
                    ? space.near(best.get().settings(), random)
                    : space.random(random);
            if (!seen.contains(drawn) && fit(drawn, folds)) {
                return Optional.of(drawn);
            }
        }
        return Optional.empty();
    }

    /** Judges settings fold by fold; empty if the search ended in the meantime. */
    private Optional<Trial> judge(
            int number, Settings settings, Folds folds, boolean raced, Optional<Trial> best, Listener listener) {
        FoldErrors errors = new FoldErrors(each);
        List<Double> ratios = new ArrayList<>();
        Verdict verdict = Verdict.JUDGED;
        for (int fold = 0; fold < folds.ends().size() && verdict == Verdict.JUDGED; fold++) {
            BacktestPlan backtest = folds.backtest(fold, settings);
            int later = rows() - folds.ends().get(fold);
            List<Series> known = each.stream()
                    .map(series -> series.first(series.rows() - later))
                    .toList();
            try {
                Trainer.Listener training =
                        listener.training(number, fold + 1, folds.ends().size());
                List<List<OriginForecast>> done = backtest.run(known, threads, new FoldListener(training));
                if (done.get(done.size() - 1).size() < backtest.origins()) {
                    if (isOver(listener)) {
                        return Optional.empty();
                    }
                    verdict = Verdict.SLOW;
                } else {
                    errors.add(backtest, done);
                    ratios.add(errors.ratio());
                    verdict = raced && isBehind(ratios, best) ? Verdict.BEHIND : verdict;
                }
            } catch (DivergedException e) {
                verdict = Verdict.DIVERGED;
            }
        }
        return Optional.of(new Trial(
                number,
                settings,
                verdict,
                ratios,
                errors.rmse(Method.MODEL),
                errors.rmse(Method.NAIVE),
                errors.losses()));
    }

    private static boolean isBehind(List<Double> ratios, Optional<Trial> best) {
        int last = ratios.size() - 1;
        return best.isPresent()
                && last + 1 < best.get().ratios().size()
                && ratios.get(last) > BEHIND * best.get().ratios().get(last);
    }

    /** Listens to the training of each fold. */
    private record FoldListener(Trainer.Listener training) implements BacktestPlan.Listener {
        @Override
        public Trainer.Listener fitting(int origin, int rows) {
            return training;
        }

        @Override
        public boolean done(int origin) {
            return false;
        }
    }
}
