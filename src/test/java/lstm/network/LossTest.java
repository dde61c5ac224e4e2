package lstm.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LossTest {
    private static final double STEP = 1e-6;

    @ParameterizedTest
    @EnumSource
    void theSlopeIsTheCentralDifferenceOfTheValue(Loss loss) {
        // Never nearer to the bends at 0 and 1 than half a step of 1/64.
        for (double e = -3 + 1.0 / 128; e < 3; e += 1.0 / 64) {
            double difference = (loss.of(e + STEP) - loss.of(e - STEP)) / (2 * STEP);
            assertEquals(difference, loss.slope(e), 1e-8, loss + " at " + e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSlopeIsZeroWhereThePredictionIsRight(Loss loss) {
        assertEquals(0, loss.of(0));
        assertEquals(0, loss.slope(0));
    }

    @Test
    void theValuesAreTheOnesOfTheFormulas() {
        float[] predicted = {1f, 2f, -1f, 7f};
        float[] truth = {0.5f, 4f, -1f, -100f};
        assertEquals(0.25 + 4, Loss.MSE.sum(predicted, truth, 3));
        assertEquals(0.5 + 2, Loss.MAE.sum(predicted, truth, 3));
        assertEquals(0.125 + 1.5, Loss.HUBER.sum(predicted, truth, 3));
    }

    @Test
    void theGradientIsTheSlopeOfTheMeanOverTheValuesCounted() {
        float[] gradient = {9f, 9f, 9f, 9f};
        Loss.MSE.gradient(new float[] {1f, 2f, -1f, 7f}, new float[] {0.5f, 4f, -1f, 0f}, gradient, 3, 8);
        assertArrayEquals(new float[] {1f / 8, -4f / 8, 0f, 9f}, gradient);
    }

    @Test
    void nearAndFarHuberMeetsTheSquareAndTheAbsoluteError() {
        assertEquals(0.5, Loss.HUBER.of(1));
        assertEquals(0.5, Loss.HUBER.of(Math.nextUp(1.0)), 1e-15);
        assertEquals(1, Loss.HUBER.slope(1));
        assertEquals(-1, Loss.HUBER.slope(-40));
    }
}
