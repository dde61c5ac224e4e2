package lstm.workflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import lstm.evaluate.OriginForecast;
import lstm.forecast.Intervals;
import lstm.model.Method;
import lstm.model.Settings;
import lstm.network.CellKind;
import lstm.prepare.PreparationPlan;
import lstm.prepare.ScalingMethod;
import lstm.prepare.Strategy;
import lstm.prepare.Transform;
import lstm.series.Series;
import lstm.series.StampColumn;
import lstm.series.StampKind;
import lstm.series.TargetReason;
import lstm.train.Recipe;
import lstm.train.Trainer;
import lstm.train.TrainingState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BacktestPlanTest {
    private static final int ROWS = 120;
    private static final double[] LEVELS = {0.8, 0.95};

    @ParameterizedTest
    @EnumSource(Transform.class)
    void noForecastMovesWhenEveryLaterValueChanges(Transform transform) throws Exception {
        for (Strategy strategy : Strategy.values()) {
            assertNoForecastMoves(settings(transform, strategy));
        }
    }

    @ParameterizedTest
    @EnumSource(ScalingMethod.class)
    void norDoesOneThatIsMeasuredFromSeasons(ScalingMethod scaling) throws Exception {
        for (Strategy strategy : Strategy.values()) {
            assertNoForecastMoves(settings(Transform.NONE, strategy, scaling, List.of(4, 8)));
        }
    }

    private static void assertNoForecastMoves(Settings settings) throws Exception {
        BacktestPlan backtest = new BacktestPlan(settings, 4, 3, 2, LEVELS, Intervals.DEFAULT);
        double[] values = walk();
        List<OriginForecast> before = run(backtest, values);
        for (int number = 0; number < 4; number++) {
            double[] changed = values.clone();
            for (int row = backtest.row(ROWS, number); row < ROWS; row++) {
                changed[row] = 1e4 + row;
            }
            OriginForecast after = run(backtest, changed).get(number);
            assertEquals(before.get(number).row(), after.row());
            for (Method method : before.get(number).forecasts().keySet()) {
                assertArrayEquals(
                        before.get(number).forecasts().get(method),
                        after.forecasts().get(method),
                        settings.plan() + " " + method + " from origin " + number);
            }
            assertArrayEquals(before.get(number).intervals()[0][2], after.intervals()[0][2], "intervals of " + number);
        }
    }

    @Test
    void theLastOriginLiesAHorizonBeforeTheEndAndTheOthersBeforeIt() {
        BacktestPlan backtest =
                new BacktestPlan(settings(Transform.NONE, Strategy.DIRECT), 4, 5, 0, LEVELS, Intervals.DEFAULT);
        assertEquals(ROWS - 3, backtest.row(ROWS, 3));
        assertEquals(ROWS - 3 - 15, backtest.row(ROWS, 0));
    }

    @Test
    void theModelIsTrainedAnewAsOftenAsAsked() throws Exception {
        Settings settings = settings(Transform.NONE, Strategy.DIRECT);
        assertArrayEquals(
                new int[] {105, 105, 113, 113}, fitted(new BacktestPlan(settings, 4, 4, 2, LEVELS, Intervals.DEFAULT)));
        assertArrayEquals(
                new int[] {105, 109, 113, 117}, fitted(new BacktestPlan(settings, 4, 4, 1, LEVELS, Intervals.DEFAULT)));
        assertArrayEquals(
                new int[] {105, 105, 105, 105}, fitted(new BacktestPlan(settings, 4, 4, 0, LEVELS, Intervals.DEFAULT)));
    }

    private static int[] fitted(BacktestPlan backtest) throws Exception {
        return run(backtest, walk()).stream().mapToInt(OriginForecast::fitted).toArray();
    }

    @Test
    void itStopsWhenTheListenerSaysSo() throws Exception {
        BacktestPlan backtest =
                new BacktestPlan(settings(Transform.NONE, Strategy.DIRECT), 4, 4, 0, LEVELS, Intervals.DEFAULT);
        List<OriginForecast> done = backtest.run(series(walk()), 1, new Quiet() {
            @Override
            public boolean done(int origin) {
                return origin == 1;
            }
        });
        assertEquals(2, done.size());
    }

    private static List<OriginForecast> run(BacktestPlan backtest, double[] values) throws Exception {
        List<OriginForecast> origins = backtest.run(series(values), 1, new Quiet());
        assertTrue(origins.size() == backtest.origins());
        return origins;
    }

    private static Settings settings(Transform transform, Strategy strategy) {
        return settings(transform, strategy, ScalingMethod.STANDARD, List.of());
    }

    private static Settings settings(
            Transform transform, Strategy strategy, ScalingMethod scaling, List<Integer> residual) {
        PreparationPlan plan = PreparationPlan.CLASSIC.toBuilder()
                .transform(transform)
                .scaling(scaling)
                .season(4)
                .horizon(3)
                .strategy(strategy)
                .residual(residual)
                .build();
        Recipe recipe =
                Recipe.CLASSIC.withEpochs(2).withBatch(16).withRate(0.01).withSeed(3);
        return Settings.CLASSIC
                .withCell(CellKind.GRU)
                .withUnits(4)
                .withLayers(1)
                .withDropout(0.1)
                .withLookback(8)
                .withValidation(0.2)
                .withPlan(plan)
                .withRecipe(recipe);
    }

    private static Series series(double[] values) {
        return new Series(
                "s.csv",
                List.of("y"),
                new double[][] {values},
                StampColumn.numbers(1, values.length),
                StampKind.NONE,
                Optional.empty(),
                TargetReason.ONLY_NUMERIC,
                List.of());
    }

    private static double[] walk() {
        Random random = new Random(5);
        double[] values = new double[ROWS];
        Arrays.setAll(values, row -> 100 + 10 * Math.sin(row * 0.5) + random.nextGaussian());
        return values;
    }

    private static class Quiet implements BacktestPlan.Listener {
        @Override
        public Trainer.Listener fitting(int origin, int rows) {
            return new Trainer.Listener() {
                @Override
                public boolean afterStep(TrainingState state, int batches) {
                    return false;
                }

                @Override
                public void afterEpoch(TrainingState state, boolean improved) {
                    // Nothing to see.
                }
            };
        }

        @Override
        public boolean done(int origin) {
            return false;
        }
    }
}
