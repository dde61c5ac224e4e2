package lstm.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lstm.network.Architecture;
import lstm.network.CellKind;
import lstm.network.Network;
import lstm.prepare.Rows;
import lstm.prepare.Samples;
import lstm.prepare.TrainingSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainerTest {
    private static final int LOOKBACK = 6;
    private static final TrainingSet SET = Rows.classic(new double[][] {wave()}, LOOKBACK, 0.2);
    private static final TrainingSet ALL = Rows.classic(new double[][] {wave()}, LOOKBACK, 0);
    private static final Recipe SMALL = Recipe.CLASSIC
            .withEpochs(4)
            .withBatch(16)
            .withRate(0.01)
            .withSchedule(Schedule.COSINE)
            .withSeed(7);

    @ParameterizedTest
    @EnumSource
    void trainingMakesTheLossSmallerWithEveryOptimizer(Optimizer optimizer) throws Exception {
        Recipe recipe = Recipe.CLASSIC
                .withEpochs(40)
                .withBatch(16)
                .withRate(optimizer == Optimizer.SGD ? 0.3 : 0.01)
                .withOptimizer(optimizer)
                .withSeed(7);
        TrainingState state = start(recipe);

        train(SET, recipe, state, new Steps(Integer.MAX_VALUE));

        double first = state.history().get(0).loss();
        double last = state.history().get(39).loss();
        assertTrue(last < 0.7 * first, optimizer + ": " + first + " to " + last);
    }

    @Test
    void anEpochOfFewerWindowsDrawsOthersEachTime() throws Exception {
        Recipe few = limited(20);
        TrainingState state = start(few);
        Steps steps = new Steps(Integer.MAX_VALUE);
        train(SET, few, state, steps);
        assertEquals(4 * 2, steps.done);

        // The four epochs draw 80 times of 74 windows: the same 20 each time would leave most of them unread.
        Set<Integer> read = new TreeSet<>();
        try (Network network = new Network(architecture(), LOOKBACK, 2)) {
            new Trainer(network, noting(SET.learn(), read), SET.validation(), few)
                    .run(start(few), new Steps(Integer.MAX_VALUE));
        }
        assertTrue(read.size() > 35, read.toString());
    }

    @Test
    void aLimitBeyondAllWindowsChangesNothing() throws Exception {
        TrainingState all = start(SMALL);
        train(SET, SMALL, all, new Steps(Integer.MAX_VALUE));
        TrainingState limited = start(SMALL);
        train(SET, limited(100_000), limited, new Steps(Integer.MAX_VALUE));

        assertArrayEquals(all.weights(), limited.weights());
    }

    private static Recipe limited(int windows) {
        return Recipe.CLASSIC
                .withEpochs(4)
                .withBatch(16)
                .withRate(0.01)
                .withSchedule(Schedule.COSINE)
                .withSeed(7)
                .withWindows(windows);
    }

    private static Samples noting(Samples samples, Set<Integer> read) {
        return new Samples() {
            @Override
            public int count() {
                return samples.count();
            }

            @Override
            public void read(int[] order, int from, int n, float[] to) {
                samples.read(order, from, n, to);
            }

            @Override
            public void targets(int[] order, int from, int n, float[] to) {
                for (int k = from; k < from + n; k++) {
                    read.add(order[k]);
                }
                samples.targets(order, from, n, to);
            }
        };
    }

    @ParameterizedTest
    @EnumSource
    void aTrainingStoppedAfterAnyStepEndsInTheSameBits(Optimizer optimizer) throws Exception {
        Recipe recipe = Recipe.CLASSIC
                .withEpochs(4)
                .withBatch(16)
                .withRate(0.01)
                .withOptimizer(optimizer)
                .withClipNorm(1)
                .withSchedule(Schedule.PLATEAU)
                .withSeed(7);
        TrainingState whole = start(recipe);
        Steps steps = new Steps(Integer.MAX_VALUE);
        train(SET, recipe, whole, steps);

        for (int stop = 1; stop < steps.done; stop++) {
            TrainingState part = start(recipe);
            assertEquals(Trainer.End.INTERRUPTED, train(SET, recipe, part, new Steps(stop)));
            TrainingState resumed = copy(part);
            assertEquals(Trainer.End.FINISHED, train(SET, recipe, resumed, new Steps(Integer.MAX_VALUE)));
            assertArrayEquals(whole.weights(), resumed.weights(), "stopped after step " + stop);
            assertArrayEquals(whole.best(), resumed.best());
            assertEquals(whole.history(), resumed.history());
        }
    }

    @Test
    void theBestWeightsAreThoseOfTheEpochWithTheLeastValidationLoss() throws Exception {
        TrainingState state = start(SMALL);
        float[][] afterEpoch = new float[SMALL.epochs()][];
        train(SET, SMALL, state, new Steps(Integer.MAX_VALUE) {
            @Override
            public void afterEpoch(TrainingState now, boolean improved) {
                afterEpoch[now.history().size() - 1] = now.weights();
                assertEquals(improved, now.bestEpoch() == now.history().size());
            }
        });

        List<Epoch> history = state.history();
        for (Epoch epoch : history) {
            assertTrue(history.get(state.bestEpoch() - 1).selectionLoss() <= epoch.selectionLoss());
        }
        assertArrayEquals(afterEpoch[state.bestEpoch() - 1], state.best());
    }

    @Test
    void withNothingHeldOutTheLastWeightsAreKept() throws Exception {
        TrainingState state = start(SMALL);

        train(ALL, SMALL, state, new Steps(Integer.MAX_VALUE));

        assertEquals(SMALL.epochs(), state.bestEpoch());
        assertArrayEquals(state.weights(), state.best());
        assertTrue(state.history().get(0).validation().isEmpty());
    }

    @Test
    void trainingStopsWhenThePatienceIsOut() throws Exception {
        Recipe hasty = Recipe.CLASSIC
                .withEpochs(500)
                .withBatch(16)
                .withRate(0.05)
                .withPatience(3)
                .withSeed(7);
        TrainingState state = start(hasty);

        assertEquals(Trainer.End.STOPPED_EARLY, train(SET, hasty, state, new Steps(Integer.MAX_VALUE)));

        assertEquals(state.bestEpoch() + 3, state.history().size());
    }

    @Test
    void aDivergingTrainingStopsAtThatStepAndKeepsFiniteBestWeights() {
        Recipe wild = Recipe.CLASSIC
                .withEpochs(50)
                .withBatch(16)
                .withRate(1e30)
                .withOptimizer(Optimizer.SGD)
                .withSeed(7);
        TrainingState state = start(wild);

        DivergedException diverged =
                assertThrows(DivergedException.class, () -> train(SET, wild, state, new Steps(Integer.MAX_VALUE)));

        assertTrue(diverged.epoch() >= 1 && diverged.batch() >= 1);
        for (float weight : state.best()) {
            assertTrue(Float.isFinite(weight));
        }
    }

    @Test
    void weightsThatBecomeInfiniteInTheOnlyStepAreDivergenceToo() {
        Recipe wild = Recipe.CLASSIC
                .withEpochs(1)
                .withBatch(Integer.MAX_VALUE)
                .withRate(1e39)
                .withOptimizer(Optimizer.SGD)
                .withSeed(7);
        TrainingState state = start(wild);

        assertThrows(DivergedException.class, () -> train(ALL, wild, state, new Steps(Integer.MAX_VALUE)));

        assertEquals(0, state.bestEpoch());
    }

    @Test
    void aBatchOfAnySizeIsOneStepAtLeast() throws Exception {
        Recipe recipe = Recipe.CLASSIC
                .withEpochs(1)
                .withBatch(Integer.MAX_VALUE)
                .withRate(0.01)
                .withSeed(7);
        Steps steps = new Steps(Integer.MAX_VALUE);

        train(SET, recipe, start(recipe), steps);

        assertEquals(1, steps.done);
    }

    @Test
    void clippingBoundsTheStepOfPlainGradientDescent() throws Exception {
        Recipe clipped = Recipe.CLASSIC
                .withEpochs(1)
                .withBatch(200)
                .withRate(1)
                .withOptimizer(Optimizer.SGD)
                .withClipNorm(1e-3)
                .withSeed(7);
        TrainingState state = start(clipped);
        float[] before = state.weights();

        train(SET, clipped, state, new Steps(1));

        double squares = 0;
        for (int k = 0; k < before.length; k++) {
            double moved = (double) state.weights()[k] - before[k];
            squares += moved * moved;
        }
        assertEquals(1e-3, Math.sqrt(squares), 1e-6);
    }

    @Test
    void theLastPartialBatchIsUsed() throws Exception {
        int windows = SET.learn().count();
        Recipe recipe = Recipe.CLASSIC
                .withEpochs(1)
                .withBatch(windows - 1)
                .withRate(0.01)
                .withSeed(7);
        Steps steps = new Steps(Integer.MAX_VALUE);

        train(SET, recipe, start(recipe), steps);

        assertEquals(2, steps.done);
    }

    @Test
    void seedsTellTrainingsApart() throws Exception {
        TrainingState one = start(SMALL);
        TrainingState same = start(SMALL);
        train(SET, SMALL, one, new Steps(Integer.MAX_VALUE));
        train(SET, SMALL, same, new Steps(Integer.MAX_VALUE));
        Recipe other = Recipe.CLASSIC
                .withEpochs(4)
                .withBatch(16)
                .withRate(0.01)
                .withSchedule(Schedule.COSINE)
                .withSeed(8);
        TrainingState different = start(other);
        train(SET, other, different, new Steps(Integer.MAX_VALUE));

        assertArrayEquals(one.weights(), same.weights());
        assertFalse(java.util.Arrays.equals(one.weights(), different.weights()));
    }

    /** Counts steps and stops after a given number. */
    private static class Steps implements Trainer.Listener {
        private final int most;
        private int done;

        Steps(int most) {
            this.most = most;
        }

        @Override
        public boolean afterStep(TrainingState state, int batches) {
            return ++done == most;
        }

        @Override
        public void afterEpoch(TrainingState state, boolean improved) {
            // Nothing to do.
        }
    }

    private static Architecture architecture() {
        return new Architecture(CellKind.LSTM, 1, 5, 2, 0.2, 1);
    }

    private static TrainingState start(Recipe recipe) {
        return TrainingState.start(Network.initialWeights(architecture(), recipe.seed()), recipe.optimizer());
    }

    private static Trainer.End train(TrainingSet set, Recipe recipe, TrainingState state, Trainer.Listener listener)
            throws DivergedException {
        try (Network network = new Network(architecture(), LOOKBACK, 2)) {
            return new Trainer(network, set.learn(), set.validation(), recipe).run(state, listener);
        }
    }

    private static TrainingState copy(TrainingState s) {
        return TrainingState.restore(
                s.weights(), s.slots(), s.best(), s.history(), s.bestEpoch(), s.batch(), s.step(), s.lossSum());
    }

    private static double[] wave() {
        double[] values = new double[100];
        java.util.Arrays.setAll(values, k -> Math.sin(k * 0.4) + 0.01 * k);
        return values;
    }
}
