package lstm.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import lstm.model.Autoregression;
import lstm.model.ErrorScale;
import lstm.model.FittedBaselines;
import lstm.model.Method;
import lstm.model.Score;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    private static final double[] NOTHING = {};

    /** Drift 2; the autoregression says 1 + y / 2. */
    private static FittedBaselines fitted(int season) {
        Autoregression half = new Autoregression(0, 1, 1, new double[] {0.5});
        return new FittedBaselines(season, new ErrorScale(2, 4), 2, half, NOTHING);
    }

    private static int[] last(int rows, int count) {
        return IntStream.range(rows - count, rows).toArray();
    }

    @Test
    void rowsMayBeLeftOut() {
        double[] target = {1, 2, 4, 8, 16};
        Evaluation evaluation = Evaluation.of(NOTHING, target, new int[] {2, 4}, new double[] {5, 15}, fitted(2));
        assertArrayEquals(new double[] {4, 16}, evaluation.actual());
        assertArrayEquals(new double[] {2, 8}, evaluation.naive());
        assertArrayEquals(new double[] {1, 4}, evaluation.forecasts().get(Method.SEASONAL_NAIVE));
        assertArrayEquals(new double[] {2, 5}, evaluation.forecasts().get(Method.AUTOREGRESSION));
    }

    @Test
    void forecastsStandBesideTheLastRowsAndTheValuesBeforeThem() {
        Evaluation evaluation =
                Evaluation.of(NOTHING, new double[] {1, 2, 4, 8, 16}, last(5, 3), new double[] {5, 5, 15}, fitted(2));
        assertArrayEquals(new int[] {2, 3, 4}, evaluation.rows());
        assertArrayEquals(new double[] {4, 8, 16}, evaluation.actual());
        assertArrayEquals(new double[] {5, 5, 15}, evaluation.predicted());
        assertArrayEquals(new double[] {2, 4, 8}, evaluation.naive());
        assertArrayEquals(new double[] {1, 2, 4}, evaluation.forecasts().get(Method.SEASONAL_NAIVE));
        assertArrayEquals(new double[] {4, 6, 10}, evaluation.forecasts().get(Method.DRIFT));
        assertArrayEquals(new double[] {2, 3, 5}, evaluation.forecasts().get(Method.AUTOREGRESSION));
    }

    @Test
    void measuresAreThoseComputedByHand() {
        Score score = Evaluation.of(NOTHING, new double[] {1, 2, 4, 8}, last(4, 3), new double[] {3, 3, 4}, fitted(1))
                .score();
        // Errors of the model 1, 1, 4 of 2, 4, 8; of naive 1, 2, 4.
        assertEquals(Math.sqrt(6), score.model().rmse());
        assertEquals(2, score.model().mae());
        assertEquals(OptionalDouble.of(100 * 1.25 / 3), score.model().mape());
        assertEquals(Math.sqrt(7), score.naive().rmse());
        assertEquals(OptionalDouble.of(7.0 / 3 / 2), score.naive().mase());
        assertEquals(OptionalDouble.of(1 - Math.sqrt(6) / Math.sqrt(7)), score.skill());
        assertEquals(
                List.of(Method.MODEL, Method.NAIVE, Method.DRIFT, Method.AUTOREGRESSION),
                List.copyOf(score.accuracies().keySet()));
        assertEquals(1, score.season());
        assertTrue(score.test().orElseThrow().statistic() < 0);
        // Drift errs by 1, 0, 2.
        assertEquals(Method.DRIFT, score.better().orElseThrow());
    }

    @Test
    void aSeasonThatReachesBehindTheFirstRowTakesOlderOnes() {
        double[] target = {4, 8};
        double[] predicted = {4};
        Evaluation with = Evaluation.of(new double[] {1, 2}, target, last(2, 1), predicted, fitted(3));
        assertArrayEquals(new double[] {1}, with.forecasts().get(Method.SEASONAL_NAIVE));
        assertFalse(with.lacksSeason());
        Evaluation without = Evaluation.of(NOTHING, target, last(2, 1), predicted, fitted(3));
        assertFalse(without.forecasts().containsKey(Method.SEASONAL_NAIVE));
        assertTrue(without.lacksSeason());
        assertFalse(without.score().accuracies().containsKey(Method.SEASONAL_NAIVE));
        assertFalse(
                Evaluation.of(NOTHING, target, last(2, 1), predicted, fitted(1)).lacksSeason());
    }

    @Test
    void skillIsUndefinedWhereNaiveIsPerfect() {
        Score score = Evaluation.of(NOTHING, new double[] {3, 3, 3}, last(3, 2), new double[] {3, 4}, fitted(1))
                .score();
        assertEquals(0, score.naive().rmse());
        assertTrue(score.skill().isEmpty());
    }
}
