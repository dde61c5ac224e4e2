package lstm.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.OptionalDouble;
import java.util.Random;
import lstm.model.Accuracy;
import lstm.model.ErrorScale;
import org.junit.jupiter.api.Test;

class ErrorMeasuresTest {
    private static final ErrorScale ONE = new ErrorScale(1, 1);

    private static Accuracy accuracy(double[] actual, double... forecast) {
        return ErrorMeasures.accuracy(actual, forecast, ONE);
    }

    @Test
    void allSixAreThoseComputedByHand() {
        Accuracy accuracy = ErrorMeasures.accuracy(
                new double[] {2, 4, -8}, new double[] {3, 3, -4}, new ErrorScale(4, Math.sqrt(8)));
        assertEquals(3, accuracy.count());
        assertEquals(Math.sqrt(18.0 / 3), accuracy.rmse());
        assertEquals(2, accuracy.mae());
        assertEquals(100 * (0.5 + 0.25 + 0.5) / 3, accuracy.mape().getAsDouble(), 1e-12);
        // 200 |e| / (|y| + |f|): 200/5, 200/7, 800/12.
        assertEquals((40 + 200.0 / 7 + 200.0 / 3) / 3, accuracy.smape(), 1e-12);
        assertEquals(OptionalDouble.of(0.5), accuracy.mase());
        assertEquals(Math.sqrt(18.0 / 3 / 8), accuracy.rmsse().getAsDouble(), 1e-15);
    }

    @Test
    void theScaleIsThatOfSeasonalNaiveInTheTrainingPart() {
        double[] target = {1, 4, 2, 8, 5, 1e9};
        // With season 1: 3, 2, 6, 3; with season 2: 1, 4, 3. The last row is not of the training part.
        assertEquals(new ErrorScale(14.0 / 4, Math.sqrt(58.0 / 4)), ErrorMeasures.scale(target, new BitSet(), 5, 1));
        assertEquals(new ErrorScale(8.0 / 3, Math.sqrt(26.0 / 3)), ErrorMeasures.scale(target, new BitSet(), 5, 2));
        assertEquals(new ErrorScale(0, 0), ErrorMeasures.scale(target, new BitSet(), 5, 5));
        assertEquals(new ErrorScale(1e300, 1e300), ErrorMeasures.scale(new double[] {0, 1e300, 0}, new BitSet(), 3, 1));
    }

    @Test
    void masesAreUndefinedWhereTheTrainingPartNeverChanges() {
        Accuracy accuracy = ErrorMeasures.accuracy(new double[] {1, 2}, new double[] {1, 1}, new ErrorScale(0, 0));
        assertTrue(accuracy.mase().isEmpty() && accuracy.rmsse().isEmpty());
        Accuracy perfect = ErrorMeasures.accuracy(new double[] {1}, new double[] {1}, new ErrorScale(0, 0));
        assertTrue(perfect.mase().isEmpty() && perfect.rmsse().isEmpty());
    }

    @Test
    void mapeIsUndefinedAtZeroAndTakesSizesOfNegativeValues() {
        assertTrue(accuracy(new double[] {0, 1}, 1, 1).mape().isEmpty());
        assertTrue(accuracy(new double[] {0, 1}, 0, 1).mape().isEmpty());
        assertEquals(
                OptionalDouble.of(150), accuracy(new double[] {-1, 0.5}, 1, 1).mape());
    }

    @Test
    void mapeIsUndefinedWhereAValueIsTooSmallToDivideBy() {
        Accuracy accuracy = accuracy(new double[] {Double.MIN_VALUE, 1}, 1, 1);
        assertTrue(accuracy.mape().isEmpty());
        assertEquals(Math.sqrt(0.5), accuracy.rmse());
        assertEquals(100, accuracy.smape());
    }

    @Test
    void smapeIsZeroWhereBothAreZeroAndTwoHundredAtMost() {
        assertEquals(0, accuracy(new double[] {0}, 0).smape());
        assertEquals(200, accuracy(new double[] {0, -1}, 5, 1).smape());
        assertEquals(
                200,
                accuracy(new double[] {Double.MIN_VALUE}, -Double.MIN_VALUE).smape());
        assertEquals(0, accuracy(new double[] {1.7e308}, 1.7e308).smape());
        assertEquals(100, accuracy(new double[] {0.5e308}, 1.5e308).smape(), 1e-9);
    }

    @Test
    void errorsWhoseSquaresAreBeyondAllNumbersAreMeasured() {
        for (double size : new double[] {1e300, 1e-300, Double.MIN_VALUE}) {
            Accuracy accuracy = accuracy(new double[] {0, 0}, size, -size);
            assertEquals(size, accuracy.rmse());
            assertEquals(size, accuracy.mae());
        }
        assertEquals(
                Double.MAX_VALUE, accuracy(new double[] {-1.7e308}, 1.7e308).mae());
    }

    @Test
    void ordinaryErrorsAreMeasuredAsThePlainFormulasDo() {
        String asked = System.getProperty("seed", "");
        long seed = asked.isEmpty() ? new Random().nextLong() : Long.parseLong(asked);
        System.out.println("MeasuresTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            int n = 1 + random.nextInt(50);
            double size = StrictMath.pow(10, random.nextInt(40) - 20);
            double[] actual = random.doubles(n).map(x -> x * size).toArray();
            double[] forecast = random.doubles(n).map(x -> x * size).toArray();
            double squares = 0;
            double sizes = 0;
            double shares = 0;
            for (int k = 0; k < n; k++) {
                double error = Math.abs(forecast[k] - actual[k]);
                squares += error * error;
                sizes += error;
                shares += 200 * error / (Math.abs(actual[k]) + Math.abs(forecast[k]));
            }
            Accuracy accuracy = accuracy(actual, forecast);
            assertEquals(Math.sqrt(squares / n), accuracy.rmse());
            assertEquals(sizes / n, accuracy.mae());
            assertEquals(shares / n, accuracy.smape(), 1e-10);
        }
    }
}
