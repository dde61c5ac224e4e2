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
    private static final int LEAST_WINDOWS = 32;

    /** From as many series on, some of them choose the epoch, and before, the last rows of all. */
    private static final int MANY = 20;

    private static final int ONE_IN = 10;
    private static final double CHOOSING = 0.2;
    private static final int MOST_CHOOSING = 2_000;

    private static final int EPOCHS = Integer.getInteger("ep", 8);
    private static final int WINDOWS = Integer.getInteger("win", 2_000);
    private static final int BATCH = 32;
    private static final double RATE = Double.parseDouble(System.getProperty("rate", "0.0003"));
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
     * @param network the given one if no epoch was better
     * @param epoch that chose it, from 1; 0 for none
     * @param before loss of the given network on the windows that chose
     * @param after loss of this one
     */
    public record Result(BaseNetwork network, int epoch, double before, double after) {}

    /** Of a base network. */
    public BaseTuning(BaseNetwork base, int threads) {
        this.base = base;
        this.threads = threads;
    }

    /**
     * Trains.
     *
     * @return empty if the series have too few rows
     * @throws DivergedException if training diverges
     */
    public Optional<Result> on(List<Known> series, long seed, Trainer.Listener listener) throws DivergedException {
        BaseShape shape = base.shape();
        boolean many = series.size() >= MANY;
        BaseSamples learned = new BaseSamples(shape, windows(series, false));
        BaseSamples chosen = new BaseSamples(shape, thinned(windows(series, true)));
        if (learned.count() < LEAST_WINDOWS || chosen.count() == 0) {
            return Optional.empty();
        }
        Recipe recipe = new Recipe(
                EPOCHS,
                BATCH,
                RATE,
                Optimizer.ADAM,
                BaseShape.LEVELS,
                LONGEST_GRADIENT,
                0,
                Schedule.COSINE,
                seed,
                WINDOWS,
                Sampling.SERIES);
        try (Network network = new Network(shape.architecture(), shape.window(), threads)) {
            Trainer trainer = new Trainer(network, learned, chosen, recipe);
            double before = trainer.validationLoss(base.weights());
            TrainingState state = TrainingState.start(base.weights(), recipe.optimizer());
            trainer.run(state, listener);
            double after = state.history().get(state.bestEpoch() - 1).selectionLoss();
            return Optional.of(
                    after < before
                            ? new Result(
                                    new BaseNetwork(shape, state.best(), base.training()),
                                    state.bestEpoch(),
                                    before,
                                    after)
                            : new Result(base, 0, before, before));
        }
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
