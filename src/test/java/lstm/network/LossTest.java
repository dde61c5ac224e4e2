package lstm.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LossTest {
    private static final double STEP = 1e-6;

    @ParameterizedTest
    @EnumSource(Loss.Point.class)
    void theSlopeIsTheCentralDifferenceOfTheValue(Loss.Point loss) {
        // Never nearer to the bends at 0 and 1 than half a step of 1/64.
        for (double e = -3 + 1.0 / 128; e < 3; e += 1.0 / 64) {
            double difference = (loss.of(e + STEP) - loss.of(e - STEP)) / (2 * STEP);
            assertEquals(difference, loss.slope(e), 1e-8, loss + " at " + e);
        }
    }

    @ParameterizedTest
    @EnumSource(Loss.Point.class)
    void theSlopeIsZeroWhereThePredictionIsRight(Loss.Point loss) {
        assertEquals(0, loss.of(0));
        assertEquals(0, loss.slope(0));
    }

    @Test
    void theValuesAreTheOnesOfTheFormulas() {
        float[] predicted = {1f, 2f, -1f, 7f};
        float[] truth = {0.5f, 4f, -1f, -100f};
        assertEquals(0.25 + 4, Loss.Point.MSE.sum(predicted, truth, 3));
        assertEquals(0.5 + 2, Loss.Point.MAE.sum(predicted, truth, 3));
        assertEquals(0.125 + 1.5, Loss.Point.HUBER.sum(predicted, truth, 3));
    }

    @Test
    void theGradientIsTheSlopeOfTheMeanOverTheValuesCounted() {
        float[] gradient = {9f, 9f, 9f, 9f};
        Loss.Point.MSE.gradient(new float[] {1f, 2f, -1f, 7f}, new float[] {0.5f, 4f, -1f, 0f}, gradient, 3, 8);
        assertArrayEquals(new float[] {1f / 8, -4f / 8, 0f, 9f}, gradient);
    }

    @Test
    void nearAndFarHuberMeetsTheSquareAndTheAbsoluteError() {
        assertEquals(0.5, Loss.Point.HUBER.of(1));
        assertEquals(0.5, Loss.Point.HUBER.of(Math.nextUp(1.0)), 1e-15);
        assertEquals(1, Loss.Point.HUBER.slope(1));
        assertEquals(-1, Loss.Point.HUBER.slope(-40));
    }

    @Test
    void theQuantileLossWeighsWhatLiesAboveByTheLevelAndWhatLiesBelowByTheRest() {
        Loss loss = new Loss.Quantiles(List.of(0.1, 0.5, 0.9));
        float[] predicted = {1f, 2f, 4f, 10f, 10f, 10f};
        float[] truth = {3f, 10f};

        // Truth 3: 0.1 (3 - 1), 0.5 (3 - 2), (1 - 0.9) (4 - 3); the other is forecast without an error.
        assertEquals(0.2 + 0.5 + 0.1, loss.sum(predicted, truth, 6), 1e-12);

        float[] gradient = new float[6];
        loss.gradient(predicted, truth, gradient, 6, 6);
        assertArrayEquals(new float[] {-0.1f / 6, -0.5f / 6, 0.1f / 6, 0f, 0f, 0f}, gradient, 1e-8f);
    }

    @Test
    void theMeanQuantileLossIsLeastAtTheQuantile() {
        Loss loss = new Loss.Quantiles(List.of(0.2, 0.5, 0.8));
        double[] least = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
        double[] at = new double[3];
        for (int quantile = 0; quantile <= 100; quantile++) {
            for (int level = 0; level < 3; level++) {
                double sum = 0;
                for (int y = 0; y < 100; y++) {
                    float[] predicted = {y + 0.5f, y + 0.5f, y + 0.5f};
                    double right = loss.sum(predicted, new float[] {y + 0.5f}, 3);
                    predicted[level] = quantile;
                    sum += loss.sum(predicted, new float[] {y + 0.5f}, 3) - right;
                }
                at[level] = sum < least[level] - 1e-9 ? quantile : at[level];
                least[level] = Math.min(least[level], sum);
            }
        }
        assertArrayEquals(new double[] {20, 50, 80}, at);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.25, 0.5, 0.9})
    void theSlopeOfAQuantileIsTheCentralDifferenceOfItsLoss(double level) {
        for (double e = -3 + 1.0 / 128; e < 3; e += 1.0 / 64) {
            double difference = (Loss.Quantiles.of(level, e + STEP) - Loss.Quantiles.of(level, e - STEP)) / (2 * STEP);
            assertEquals(difference, Loss.Quantiles.slope(level, e), 1e-8, level + " at " + e);
        }
    }

    @Test
    void quantilesRiseAndAreEvenAboutTheMedian() {
        assertEquals(5, new Loss.Quantiles(List.of(0.025, 0.1, 0.5, 0.9, 0.975)).width());
        assertEquals(3, new Loss.Quantiles(List.of(0.025, 0.1, 0.5, 0.9, 0.975)).indexOf(1 - 0.1));
        for (List<Double> wrong : List.of(
                List.<Double>of(),
                List.of(0.1, 0.9),
                List.of(0.1, 0.5, 0.8),
                List.of(0.5, 0.5, 0.5),
                List.of(0.0, 0.5, 1.0),
                List.of(0.1, 0.4, 0.9))) {
            assertThrows(IllegalArgumentException.class, () -> new Loss.Quantiles(wrong), wrong.toString());
        }
    }
}
