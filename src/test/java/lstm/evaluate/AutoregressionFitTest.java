package lstm.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import lstm.model.Autoregression;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.QRDecomposition;
import org.junit.jupiter.api.Test;

class AutoregressionFitTest {
    private static long seed() {
        String asked = System.getProperty("seed", "");
        long seed = asked.isEmpty() ? new Random().nextLong() : Long.parseLong(asked);
        System.out.println("AutoregressionFitTest seed " + seed);
        return seed;
    }

    private static double[] walk(Random random, int rows, double level, double pull) {
        double[] values = new double[rows];
        double value = level;
        for (int k = 0; k < rows; k++) {
            value += pull * (level - value) + random.nextGaussian();
            values[k] = value;
        }
        return values;
    }

    /** Least squares by QR of the whole matrix of lags: intercept, then coefficients, in the units of the data. */
    private static double[] plain(double[] values, int rows, int order) {
        double[][] lags = new double[rows - order][order + 1];
        for (int row = order; row < rows; row++) {
            lags[row - order][0] = 1;
            for (int lag = 1; lag <= order; lag++) {
                lags[row - order][lag] = values[row - lag];
            }
        }
        return new QRDecomposition(new Array2DRowRealMatrix(lags, false))
                .getSolver()
                .solve(new ArrayRealVector(values, order, rows - order))
                .toArray();
    }

    @Test
    void itIsTheLeastSquaresOfTheWholeMatrix() {
        long seed = seed();
        Random random = new Random(seed);
        for (int order : new int[] {1, 2, 7, 30}) {
            int rows = 200;
            double[] values = walk(random, rows + 20, 500, 0.05);
            Autoregression fitted = AutoregressionFit.ofOrder(order, values, new BitSet(), rows);
            double[] plain = plain(values, rows, order);
            assertArrayEquals(Arrays.copyOfRange(plain, 1, order + 1), fitted.coefficients(), 1e-6, "seed " + seed);
            for (int row = rows; row < rows + 20; row++) {
                double expected = plain[0];
                for (int lag = 1; lag <= order; lag++) {
                    expected += plain[lag] * values[row - lag];
                }
                assertEquals(expected, fitted.next(values, row), 1e-5, "seed " + seed);
            }
        }
    }

    @Test
    void aLineAndAWaveAreForecastAlmostExactly() {
        double[] line = new double[100];
        double[] wave = new double[100];
        Arrays.setAll(line, k -> 5 + 2.5 * k);
        Arrays.setAll(wave, k -> 1000 + 10 * StrictMath.sin(k / 3.0));
        for (double[] values : new double[][] {line, wave}) {
            Autoregression fitted = AutoregressionFit.ofOrder(8, values, new BitSet(), 80);
            for (int row = 80; row < 100; row++) {
                assertEquals(values[row], fitted.next(values, row), 0.01);
            }
            double[] ahead = new Baseline.Linear(fitted).forecast(values, 80, 20);
            assertEquals(values[99], ahead[19], 0.5);
        }
    }

    @Test
    void aColumnThatNeverChangesIsForecastAsItself() {
        for (double value : new double[] {0, 7.25, -1e300, 1e-320}) {
            double[] values = new double[50];
            Arrays.fill(values, value);
            Autoregression fitted = AutoregressionFit.ofOrder(8, values, new BitSet(), 50);
            assertEquals(value, fitted.next(values, 50));
            assertEquals(8, fitted.order());
        }
    }

    @Test
    void lagsThatSayTheSameShareTheirCoefficient() {
        double[] values = new double[60];
        Arrays.setAll(values, k -> k % 2);
        Autoregression fitted = AutoregressionFit.ofOrder(4, values, new BitSet(), 60);
        assertEquals(0, fitted.next(values, 60), 1e-6);
        assertArrayEquals(new double[] {-0.25, 0.25, -0.25, 0.25}, fitted.coefficients(), 1e-6);
    }

    @Test
    void fewRowsAllowFewLags() {
        assertEquals(112, AutoregressionFit.highestOrder(2000, 52), "two seasons and a few");
        assertEquals(30, AutoregressionFit.highestOrder(1000, 1), "10 log10 of the rows");
        assertEquals(31, AutoregressionFit.highestOrder(130, 52));
        assertEquals(1, AutoregressionFit.highestOrder(7, 52));
        assertEquals(0, AutoregressionFit.highestOrder(6, 52));
        assertEquals(0, AutoregressionFit.highestOrder(1, 1));
        assertEquals(1000, AutoregressionFit.highestOrder(1_000_000, 5000));
        double[] values = {1, 2, 6};
        assertEquals(3, AutoregressionFit.of(values, new BitSet(), 3, 5).next(values, 3), 1e-12, "the mean");
        assertEquals(
                31,
                AutoregressionFit.ofOrder(60, walk(new Random(1), 130, 0, 0.1), new BitSet(), 130)
                        .order());
    }

    /** The criterion worked out order by order, from residuals of plain least squares on the same rows. */
    private static int plainOrder(double[] values, int rows, int most) {
        int best = 0;
        double lowest = Double.POSITIVE_INFINITY;
        for (int order = 0; order <= most; order++) {
            double[] common = Arrays.copyOfRange(values, most - order, rows);
            double[] plain = plain(common, common.length, order);
            double squares = 0;
            for (int row = most; row < rows; row++) {
                double error = values[row] - plain[0];
                for (int lag = 1; lag <= order; lag++) {
                    error -= plain[lag] * values[row - lag];
                }
                squares += error * error;
            }
            double criterion = (rows - most) * Math.log(squares) + 2 * order;
            if (criterion < lowest) {
                lowest = criterion;
                best = order;
            }
        }
        return best;
    }

    @Test
    void theOrderIsThatOfTheLowestAkaikeCriterion() {
        long seed = seed();
        Random random = new Random(seed);
        for (int round = 0; round < 20; round++) {
            int rows = 60 + random.nextInt(200);
            int season = 1 + random.nextInt(14);
            double[] values = walk(random, rows + 5, 500, 0.05 + 0.5 * random.nextDouble());
            for (int row = season; row < values.length; row++) {
                values[row] += 0.5 * values[row - season];
            }
            int expected = plainOrder(values, rows, AutoregressionFit.highestOrder(rows, season));
            assertEquals(
                    expected,
                    AutoregressionFit.of(values, new BitSet(), rows, season).order(),
                    "seed " + seed + ", round " + round);
        }
    }

    @Test
    void aSeasonIsFoundAmongTheLags() {
        Random random = new Random(11);
        double[] values = new double[600];
        for (int row = 0; row < values.length; row++) {
            values[row] = (row < 52 ? 0 : 0.9 * values[row - 52]) + random.nextGaussian();
        }
        int order = AutoregressionFit.of(values, new BitSet(), 600, 52).order();
        assertTrue(order >= 52, "order " + order);
        assertTrue(
                AutoregressionFit.of(walk(random, 600, 0, 1), new BitSet(), 600, 52)
                                .order()
                        < 52,
                "noise has none");
    }

    @Test
    void rowsAfterTheTrainingRowsMoveNeitherTheOrderNorACoefficient() {
        double[] values = walk(new Random(12), 300, 5, 0.3);
        double[] other = values.clone();
        Arrays.fill(other, 250, 300, -1e9);
        Autoregression one = AutoregressionFit.of(values, new BitSet(), 250, 12);
        Autoregression two = AutoregressionFit.of(other, new BitSet(), 250, 12);
        assertArrayEquals(one.coefficients(), two.coefficients());
        assertEquals(one.intercept(), two.intercept());
    }

    @Test
    void valuesOfAnySizeAreFitted() {
        double[] values = walk(new Random(5), 120, 3, 0.2);
        double expected =
                AutoregressionFit.ofOrder(6, values, new BitSet(), 120).next(values, 120);
        for (int size : new int[] {-1000, -100, 100, 990}) {
            double[] scaled =
                    Arrays.stream(values).map(value -> Math.scalb(value, size)).toArray();
            double forecast =
                    AutoregressionFit.ofOrder(6, scaled, new BitSet(), 120).next(scaled, 120);
            assertEquals(expected, Math.scalb(forecast, -size), 1e-9, "2^" + size);
        }
    }

    @Test
    void aLongSeriesAndManyLagsAreFittedInNoTime() {
        double[] values = walk(new Random(7), 200_000, 100, 0.01);
        Autoregression fitted = AutoregressionFit.ofOrder(336, values, new BitSet(), values.length);
        assertEquals(336, fitted.order());
        assertEquals(0.99, fitted.coefficients()[0], 0.02);
        assertTrue(new Baseline.Linear(fitted).oneStep(values, new int[] {336, 199_999}).length > 0);
    }

    @Test
    void maskedRowsAndThoseThatLookBackOnThemAreLeftOut() {
        double[] values = walk(new Random(8), 300, 5, 0.4);
        BitSet masked = new BitSet();
        masked.set(60);
        masked.set(150, 153);
        double[] spoilt = values.clone();
        masked.stream().forEach(row -> spoilt[row] = 1e7);
        Autoregression one = AutoregressionFit.ofOrder(6, values, masked, 300);
        Autoregression other = AutoregressionFit.ofOrder(6, spoilt, masked, 300);
        assertEquals(6, one.order());
        assertArrayEquals(one.coefficients(), other.coefficients());
        assertEquals(one.next(values, 40), other.next(values, 40));
        assertEquals(AutoregressionFit.ofOrder(6, values, new BitSet(), 300).next(values, 40), one.next(values, 40), 2);
    }

    @Test
    void shortRunsBetweenMaskedRowsAllowFewLags() {
        double[] values = walk(new Random(9), 120, 0, 0.4);
        BitSet masked = new BitSet();
        for (int row = 5; row < 120; row += 6) {
            masked.set(row);
        }
        int order = AutoregressionFit.ofOrder(30, values, masked, 120).order();
        assertTrue(order >= 1 && order < 5, "order " + order);
        masked.set(0, 120);
        assertTrue(Double.isFinite(
                AutoregressionFit.ofOrder(30, values, masked, 120).next(values, 60)));
    }
}
