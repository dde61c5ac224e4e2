package lstm.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TrainingSetTest {
    private static final int ROWS = 100;
    private static final int LOOKBACK = 10;

    @Test
    void theLastTenthOfTheRowsIsHeldOut() {
        TrainingSet set = TrainingSet.of(new double[][] {rising()}, LOOKBACK, 0.1);

        assertEquals(90, set.split().trainRows());
        assertEquals(80, set.learn().count());
        assertEquals(10, set.held().count());
        assertEquals(LOOKBACK, set.learn().truthRow(0));
        assertEquals(89, set.learn().truthRow(79));
        assertEquals(90, set.held().truthRow(0));
        assertEquals(99, set.held().truthRow(9));
    }

    @Test
    void withNothingHeldOutEveryRowIsLearnedFrom() {
        TrainingSet set = TrainingSet.of(new double[][] {rising()}, LOOKBACK, 0);

        assertEquals(90, set.learn().count());
        assertEquals(0, set.held().count());
    }

    @Test
    void aShareThatRoundsToNoRowStillHoldsOutOne() {
        assertEquals(1, Split.holdingOut(0.001, ROWS).heldRows());
    }

    @Test
    void theScalerSeesTheTrainingRowsOnly() {
        double[] values = rising();
        MinMax before =
                TrainingSet.of(new double[][] {values}, LOOKBACK, 0.1).scalers().get(0);
        Arrays.fill(values, 90, ROWS, 1e9);
        MinMax after =
                TrainingSet.of(new double[][] {values}, LOOKBACK, 0.1).scalers().get(0);

        assertEquals(new MinMax(0, 89), before);
        assertEquals(before, after);
    }

    @Test
    void aWindowIsTheRowsBeforeItsTruthStepByStep() {
        double[] feature = rising();
        Arrays.setAll(feature, k -> 1000 - k);
        TrainingSet set = TrainingSet.of(new double[][] {rising(), feature}, LOOKBACK, 0);
        MinMax target = set.scalers().get(0);
        MinMax other = set.scalers().get(1);
        float[] batch = new float[LOOKBACK * 2 * 2];

        set.learn().read(new int[] {5, 40, 3}, 1, 2, batch);

        for (int t = 0; t < LOOKBACK; t++) {
            float[] expected = {
                target.scale(40 + t), target.scale(3 + t), other.scale(1000 - (40 + t)), other.scale(1000 - (3 + t))
            };
            assertArrayEquals(expected, Arrays.copyOfRange(batch, t * 4, t * 4 + 4));
        }
        assertEquals(target.scale(40 + LOOKBACK), set.learn().truth(40));
    }

    @Test
    void tooFewTrainingRowsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> TrainingSet.of(new double[][] {rising()}, LOOKBACK, 0.95));
    }

    @Test
    void windowsBeyondTheSeriesAreRefused() {
        ScaledSeries series = ScaledSeries.of(new double[][] {rising()}, java.util.List.of(new MinMax(0, ROWS)));

        assertThrows(IllegalArgumentException.class, () -> new Windows(series, LOOKBACK, 1, 90));
        assertEquals(90, new Windows(series, LOOKBACK, 0, 90).count());
    }

    private static double[] rising() {
        double[] values = new double[ROWS];
        Arrays.setAll(values, k -> k);
        return values;
    }
}
