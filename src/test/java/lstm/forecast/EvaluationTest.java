package lstm.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import java.util.Random;
import lstm.model.Accuracy;
import lstm.model.Score;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    @Test
    void forecastsStandBesideTheLastRowsAndTheValuesBeforeThem() {
        Evaluation evaluation = Evaluation.of(new double[] {1, 2, 4, 8, 16}, new double[] {5, 5, 15});
        assertEquals(2, evaluation.rows()[0]);
        assertArrayEquals(new double[] {4, 8, 16}, evaluation.actual());
        assertArrayEquals(new double[] {2, 4, 8}, evaluation.naive());
    }

    @Test
    void measuresAreThoseComputedByHand() {
        Score score =
                Evaluation.of(new double[] {1, 2, 4, 8}, new double[] {3, 3, 4}).score();
        // Errors of the model 1, 1, 4 of 2, 4, 8; of naive 1, 2, 4.
        assertEquals(new Accuracy(3, Math.sqrt(6), 2, OptionalDouble.of(100 * 1.25 / 3)), score.model());
        assertEquals(new Accuracy(3, Math.sqrt(7), 7.0 / 3, OptionalDouble.of(50)), score.naive());
        assertEquals(OptionalDouble.of(1 - Math.sqrt(6) / Math.sqrt(7)), score.skill());
    }

    @Test
    void mapeIsUndefinedAtZeroAndTakesSizesOfNegativeValues() {
        double[] forecast = {1, 1};
        assertTrue(Evaluation.accuracy(new double[] {0, 1}, forecast).mape().isEmpty());
        assertTrue(Evaluation.accuracy(new double[] {0, 1}, new double[] {0, 1})
                .mape()
                .isEmpty());
        assertEquals(
                OptionalDouble.of(150),
                Evaluation.accuracy(new double[] {-1, 0.5}, forecast).mape());
    }

    @Test
    void mapeIsUndefinedWhereAValueIsTooSmallToDivideBy() {
        Accuracy accuracy = Evaluation.accuracy(new double[] {Double.MIN_VALUE, 1}, new double[] {1, 1});
        assertEquals(new Accuracy(2, Math.sqrt(0.5), 0.5, OptionalDouble.empty()), accuracy);
    }

    @Test
    void skillIsUndefinedWhereNaiveIsPerfect() {
        Score score = Evaluation.of(new double[] {3, 3, 3}, new double[] {3, 4}).score();
        assertEquals(0, score.naive().rmse());
        assertTrue(score.skill().isEmpty());
    }

    @Test
    void errorsWhoseSquaresAreBeyondAllNumbersAreMeasured() {
        for (double size : new double[] {1e300, 1e-300, Double.MIN_VALUE}) {
            Accuracy accuracy = Evaluation.accuracy(new double[] {0, 0}, new double[] {size, -size});
            assertEquals(new Accuracy(2, size, size, OptionalDouble.empty()), accuracy);
        }
    }

    @Test
    void ordinaryErrorsAreMeasuredAsThePlainFormulasDo() {
        String asked = System.getProperty("seed", "");
        long seed = asked.isEmpty() ? new Random().nextLong() : Long.parseLong(asked);
        System.out.println("EvaluationTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            int n = 1 + random.nextInt(50);
            double size = StrictMath.pow(10, random.nextInt(40) - 20);
            double[] actual = random.doubles(n).map(x -> x * size).toArray();
            double[] forecast = random.doubles(n).map(x -> x * size).toArray();
            double squares = 0;
            double sizes = 0;
            for (int k = 0; k < n; k++) {
                double error = Math.abs(forecast[k] - actual[k]);
                squares += error * error;
                sizes += error;
            }
            Accuracy accuracy = Evaluation.accuracy(actual, forecast);
            assertEquals(Math.sqrt(squares / n), accuracy.rmse());
            assertEquals(sizes / n, accuracy.mae());
        }
    }
}
