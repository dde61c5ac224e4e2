package lstm.preset;

import java.util.Collections;
import java.util.Set;
import java.util.stream.IntStream;
import lstm.model.Settings;
import lstm.network.CellKind;
import lstm.network.Loss;
import lstm.prepare.PreparationPlan;
import lstm.prepare.Split;
import lstm.prepare.Strategy;
import lstm.train.Schedule;

/** A network of segments: a season, or a part of a long one, is one step, so that large batches cost little. */
record SegmentedForm(SeriesTraits traits) {
    private static final int SHORTEST = 4;
    private static final int SHORTEST_PART = 8;
    private static final int LEAST_SEGMENTS = 3;
    private static final int DAYS_OF_WEEK = 7;

    private static final int UNITS = 64;
    private static final int MANY_UNITS = 96;
    private static final double DROPOUT = 0.1;
    private static final double RATE = 0.002;

    /** Rows to learn from, at least; rows from which a batch is large, and from which the network is. */
    private static final int FEW = 500;

    private static final int SEVERAL = 5_000;
    private static final int MANY = 200_000;
    private static final int LARGE_BATCH = 128;

    /** Windows in an epoch, a multiple of the batch, and optimizer steps in all. */
    private static final int EPOCH_WINDOWS = 33_280;

    private static final int UPDATES = 5_200;
    private static final int UPDATES_OF_ONE = 1_500;
    private static final int LEAST_EPOCHS = 20;
    private static final int MOST_EPOCHS = 100;

    /** Whether a horizon is long and a window can be long enough. */
    boolean isPossible(Settings base, Set<Hyperparameter> free) {
        PreparationPlan plan = base.plan();
        int segment = segment(plan.season());
        return segment > 0
                && (free.contains(Hyperparameter.LOOKBACK) || base.lookback() % segment == 0)
                && plan.strategy() == Strategy.DIRECT
                && 2L * plan.horizon() >= segment
                && traits.trainRows() >= FEW
                && Split.longestLookback(traits.rows(), plan) >= Math.max(2 * segment, farthest(plan));
    }

    /** The rows of a segment: a season, a seventh of a long one (the day of a week), or another part; 0 for none. */
    static int segment(int season) {
        if (season <= AccuratePreset.LONG) {
            return season < SHORTEST ? 0 : season;
        }
        return IntStream.concat(
                        IntStream.of(season / DAYS_OF_WEEK),
                        IntStream.iterate(AccuratePreset.LONG, rows -> rows > 1, rows -> rows - 1))
                .filter(rows -> rows >= SHORTEST_PART && rows <= AccuratePreset.LONG && season % rows == 0)
                .findFirst()
                .orElse(0);
    }

    private int farthest(PreparationPlan plan) {
        return Collections.max(traits.lags(plan.season()));
    }

    /** The same inputs and outputs in segments. */
    Hyperparameters applyTo(Hyperparameters inRows, Settings base, Set<Hyperparameter> free) {
        PreparationPlan plan = base.plan();
        int segment = segment(plan.season());
        int rows = traits.trainRows();
        int batch = rows < SEVERAL ? base.recipe().batch() : LARGE_BATCH;
        int updates = Math.max(1, Math.min(rows, EPOCH_WINDOWS) / batch);
        int most = traits.several() ? UPDATES : UPDATES_OF_ONE;
        int epochs = free.contains(Hyperparameter.EPOCHS)
                ? Math.max(LEAST_EPOCHS, Math.min(MOST_EPOCHS, most / updates))
                : base.recipe().epochs();
        // What is known of the steps ahead is read in the window's segments.
        int ahead = plan.ahead() > 0 || !inRows.calendar().isEmpty() ? plan.horizon() : 0;
        return inRows.withNetwork(CellKind.GRU, rows < MANY ? UNITS : MANY_UNITS, segment, DROPOUT)
                .withLookback(Math.max(ahead, Math.max(LEAST_SEGMENTS * segment, farthest(plan))))
                .withRecipe(base.recipe()
                        .withRate(RATE)
                        .withEpochs(epochs)
                        // Most is gained at the end, when the rate falls.
                        .withPatience(0)
                        .withSchedule(Schedule.COSINE)
                        // The median of demand that is mostly zero is zero.
                        .withLoss(traits.intermittent() ? Loss.Point.MSE : Loss.Point.SERIES_MAE)
                        .withBatch(batch)
                        .withWindows(rows <= EPOCH_WINDOWS ? 0 : EPOCH_WINDOWS)
                        .withClipNorm(1));
    }
}
