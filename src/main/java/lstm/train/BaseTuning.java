package lstm.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import lstm.base.BaseNetwork;
import lstm.base.BaseShape;
import lstm.base.SeasonPair;
import lstm.network.Network;

/**
 * Trains a base network on, on series that are known: a few epochs with a small rate. The last windows of each series,
 * or those of every tenth of many series, choose the epoch, and may choose none.
 */
public final class BaseTuning {
    private static final int LEAST_ROWS = 20;
    private static final int LEAST_WINDOWS = 256;

    /** From as many series on, some of them choose the epoch, and before, the last rows of all. */
    private static final int MANY = 20;

    private static final int ONE_IN = 10;
    private static final double CHOOSING = 0.2;
    private static final int MOST_CHOOSING = 2_000;

    private static final int EPOCHS = 20;
    private static final int WINDOWS = 4_000;
    private static final int PATIENCE = 4;
    private static final int BATCH = 32;
    private static final double RATE = 0.001;
    private static final double LONGEST_GRADIENT = 1;

    private final BaseNetwork base;
    private final int threads;

    /**
     * A series to train on.
     *
     * @param values NaN where there is no truth; not copied
     */
    @SuppressWarnings("ArrayRecordComponent") // Long columns that nobody writes to or compares.
    public record Known(double[] values, SeasonPair seasons) {}

    /**
     * What came out.
     *
     * @param network what the base network has become; empty if it stays as it is
     * @param isStopped whether the listener stopped it
     */
    public record Result(Optional<BaseNetwork> network, boolean isStopped) {}

    /** Of a base network. */
    public BaseTuning(BaseNetwork base, int threads) {
        this.base = base;
        this.threads = threads;
    }

    /**
     * Trains.
     *
     * @return no network if no epoch errs less than the base network itself, or the series have too few rows
     */
    public Result on(List<Known> series, long seed, Trainer.Listener listener) {
        BaseShape shape = base.shape();
        BaseSamples learned = new BaseSamples(shape, windows(series, false));
        BaseSamples chosen = new BaseSamples(shape, thinned(windows(series, true)));
        if (learned.count() < LEAST_WINDOWS || chosen.count() == 0) {
            return new Result(Optional.empty(), false);
        }
        Recipe recipe = recipe(seed);
        try (Network network = new Network(shape.architecture(), shape.window(), threads)) {
            Trainer trainer = new Trainer(network, learned, chosen, recipe);
            double before = trainer.validationLoss(base.weights());
            TrainingState state = TrainingState.start(base.weights(), recipe.optimizer());
            boolean stopped = isStopped(trainer, state, listener);
            double after = state.bestEpoch() == 0
                    ? Double.NaN
                    : state.history().get(state.bestEpoch() - 1).selectionLoss();
            return new Result(
                    after < before && !stopped
                            ? Optional.of(new BaseNetwork(shape, state.best(), base.training()))
                            : Optional.empty(),
                    stopped);
        }
    }

    /**
     * Trains to the end or until the listener stops it; where it diverges, the epochs before count. Modifies the state.
     */
    private static boolean isStopped(Trainer trainer, TrainingState state, Trainer.Listener listener) {
        try {
            return trainer.run(state, listener) == Trainer.End.INTERRUPTED;
        } catch (DivergedException e) {
            return false;
        }
    }

    private static Recipe recipe(long seed) {
        return new Recipe(
                EPOCHS,
                BATCH,
                RATE,
                Optimizer.ADAM,
                BaseShape.LEVELS,
                LONGEST_GRADIENT,
                PATIENCE,
                Schedule.COSINE,
                seed,
                WINDOWS,
                Sampling.SERIES);
    }

    /** Those to learn from, or those that choose: no truth of the first comes in the horizon of the others. */
    private List<BaseSamples.Windows> windows(List<Known> series, boolean choosing) {
        boolean many = series.size() >= MANY;
        int horizon = base.shape().horizon();
        List<BaseSamples.Windows> each = new ArrayList<>();
        for (int k = 0; k < series.size(); k++) {
            Known one = series.get(k);
            int last = one.values().length - horizon;
            int cut = last - (int) (CHOOSING * Math.max(0, last - LEAST_ROWS));
            boolean chooses = many && k % ONE_IN == 0;
            IntPredicate taken =
                    many ? row -> chooses == choosing : choosing ? row -> row > cut : row -> row <= cut - horizon;
            each.add(BaseSamples.Windows.of(
                    one, Math.max(LEAST_ROWS, one.seasons().longest() + 1), horizon, taken));
        }
        return each;
    }

    /** At even distances, a few thousand in all. */
    private static List<BaseSamples.Windows> thinned(List<BaseSamples.Windows> each) {
        int all = each.stream().mapToInt(one -> one.origins().length).sum();
        return each.stream().map(one -> one.every(all / MOST_CHOOSING + 1)).toList();
    }
}
