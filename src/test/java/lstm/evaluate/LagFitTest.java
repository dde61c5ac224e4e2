package lstm.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LagFitTest {
    private static final int ROWS = 120;
    private static final int[] SCORED = IntStream.range(60, ROWS).toArray();

    /** A random walk of whole steps that never stands still. */
    private static double[] walk() {
        Random random = new Random(17);
        double[] values = new double[ROWS];
        for (int row = 1; row < ROWS; row++) {
            values[row] = values[row - 1] + (random.nextBoolean() ? 1 : -1);
        }
        return values;
    }

    private static double[] moved(double[] values, int lag) {
        return IntStream.of(SCORED).mapToDouble(row -> values[row - lag]).toArray();
    }

    private static LagFit fit(double[] values, double[] forecasts) {
        return LagFit.of(values, new BitSet(), SCORED, forecasts).orElseThrow();
    }

    @Test
    void aForecastThatRepeatsAnEarlierValueFitsThatOneBest() {
        for (int lag : new int[] {1, 3, 10}) {
            LagFit fit = fit(walk(), moved(walk(), lag));
            assertEquals(lag, fit.best());
            assertEquals(0, fit.rmse()[lag]);
            assertTrue(fit.rmse()[0] > 0);
        }
    }

    @Test
    void aPerfectForecastFitsItsOwnRowAndEveryDirection() {
        LagFit fit = fit(walk(), moved(walk(), 0));
        assertEquals(0, fit.best());
        assertEquals(SCORED.length, fit.changes());
        assertEquals(OptionalDouble.of(1), fit.direction());
    }

    @Test
    void theErrorAtALagIsAgainstTheValueThatManyRowsBefore() {
        double[] line = IntStream.range(0, ROWS).asDoubleStream().toArray();
        LagFit fit = fit(line, moved(line, 2));
        assertArrayEquals(new double[] {2, 1, 0, 1, 2, 3, 4, 5, 6, 7, 8}, fit.rmse(), 1e-12);
        // Each forecast lies below the value before its row, and the line rises.
        assertEquals(OptionalDouble.of(0), fit.direction());
    }

    @Test
    void withoutChangesThereIsNoDirection() {
        LagFit fit = fit(new double[ROWS], new double[SCORED.length]);
        assertEquals(OptionalDouble.empty(), fit.direction());
        assertEquals(0, fit.best());
    }

    @Test
    void rowsNearMaskedOnesAreLeftOutAndTooFewSayNothing() {
        BitSet masked = new BitSet();
        masked.set(80);
        double[] values = walk();
        values[80] = 1e9;
        LagFit fit = LagFit.of(values, masked, SCORED, moved(values, 0)).orElseThrow();
        assertEquals(SCORED.length - LagFit.MOST - 1, fit.changes());
        assertTrue(fit.rmse()[1] < 2);
        masked.set(60, ROWS);
        assertTrue(LagFit.of(values, masked, SCORED, moved(values, 0)).isEmpty());
    }
}
