package lstm.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingSetTest {
    private static final int ROWS = 100;
    private static final int LOOKBACK = 10;

    @Test
    void theLastTenthOfTheRowsIsHeldOut() {
        TrainingSet set = Rows.classic(new double[][] {rising()}, LOOKBACK, 0.1);

        assertEquals(90, set.split().trainRows());
        assertEquals(80, set.learn().count());
        assertEquals(10, set.validation().count());
        assertEquals(LOOKBACK, firstTargets(set, set.learn())[0]);
        assertEquals(89, firstTargets(set, set.learn())[79]);
        assertEquals(90, firstTargets(set, set.validation())[0]);
        assertEquals(99, firstTargets(set, set.validation())[9]);
    }

    @Test
    void withNothingHeldOutEveryRowIsLearnedFrom() {
        TrainingSet set = Rows.classic(new double[][] {rising()}, LOOKBACK, 0);

        assertEquals(90, set.learn().count());
        assertEquals(0, set.validation().count());
    }

    @Test
    void aShareThatRoundsToNoRowStillHoldsOutOne() {
        assertEquals(1, Split.holdingOut(0.001, ROWS, 1).heldRows());
    }

    @Test
    void aShareThatIsLessThanADirectHorizonStillHoldsOutTheHorizon() {
        assertEquals(12, Split.holdingOut(0.1, ROWS, 12).heldRows());
        assertEquals(10, Split.holdingOut(0.1, ROWS, 3).heldRows());
        assertEquals(0, Split.holdingOut(0, ROWS, 12).heldRows());
    }

    @Test
    void theScalerSeesTheTrainingRowsOnly() {
        double[] values = rising();
        Scaler before = Rows.classic(new double[][] {values}, LOOKBACK, 0.1)
                .preparation()
                .columns()
                .get(0)
                .base();
        Arrays.fill(values, 90, ROWS, 1e9);
        Scaler after = Rows.classic(new double[][] {values}, LOOKBACK, 0.1)
                .preparation()
                .columns()
                .get(0)
                .base();

        assertEquals(new Scaler(0, 89), before);
        assertEquals(before, after);
    }

    @Test
    void aWindowIsTheRowsBeforeItsTruthStepByStep() {
        double[] feature = rising();
        Arrays.setAll(feature, k -> 1000 - k);
        TrainingSet set = Rows.classic(new double[][] {rising(), feature}, LOOKBACK, 0);
        Scaler target = set.preparation().columns().get(0).base();
        Scaler other = set.preparation().columns().get(1).base();
        float[] batch = new float[LOOKBACK * 2 * 2];

        set.learn().read(new int[] {5, 40, 3}, 1, 2, batch);

        for (int t = 0; t < LOOKBACK; t++) {
            float[] expected = {
                (float) target.scale(40 + t),
                (float) target.scale(3 + t),
                (float) other.scale(1000 - (40 + t)),
                (float) other.scale(1000 - (3 + t))
            };
            assertArrayEquals(expected, Arrays.copyOfRange(batch, t * 4, t * 4 + 4));
        }
        float[] truth = new float[1];
        set.learn().targets(new int[] {40}, 0, 1, truth);
        assertEquals((float) target.scale(40 + LOOKBACK), truth[0]);
    }

    @Test
    void tooFewTrainingRowsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Rows.classic(new double[][] {rising()}, LOOKBACK, 0.95));
    }

    @Test
    void noWindowTouchesAMaskedRow() {
        BitSet masked = new BitSet();
        masked.set(50);
        TrainingSet set = TrainingSet.of(
                PreparationPlan.CLASSIC, LOOKBACK, new double[][] {rising()}, Rows.numbers(ROWS), masked, 0);

        int[] truths = firstTargets(set, set.learn());
        assertEquals(90 - (LOOKBACK + 1), truths.length);
        assertTrue(Arrays.stream(truths).noneMatch(row -> row >= 50 && row - LOOKBACK <= 50));
        assertTrue(Arrays.stream(truths).anyMatch(row -> row == 49));
        assertTrue(Arrays.stream(truths).anyMatch(row -> row == 51 + LOOKBACK));
    }

    @Test
    void truthsOfSeveralStepsStayWithinTheTrainingRows() {
        PreparationPlan plan = Rows.plan(Transform.NONE, ScalingMethod.MIN_MAX, 1, 4, Strategy.DIRECT);
        TrainingSet set = Rows.set(plan, new double[][] {rising()}, LOOKBACK, 0.1);
        Scaler scaler = set.preparation().columns().get(0).base();
        int last = set.learn().count() - 1;
        float[] truths = new float[4];

        set.learn().targets(new int[] {last}, 0, 1, truths);

        assertEquals(86, firstTargets(set, set.learn())[last]);
        for (int step = 0; step < 4; step++) {
            assertEquals((float) scaler.scale(86 + step), truths[step]);
        }
        assertEquals(90, firstTargets(set, set.validation())[0]);
        assertEquals(7, set.validation().count());
    }

    /** The row that each window forecasts first; values of the column rise by 1 from row to row. */
    private static int[] firstTargets(TrainingSet set, Windows windows) {
        int width = set.preparation().plan().outputs();
        float[] targets = new float[windows.count() * width];
        windows.targets(IntStream.range(0, windows.count()).toArray(), 0, windows.count(), targets);
        Scaler scaler = set.preparation().columns().get(0).base();
        return IntStream.range(0, windows.count())
                .map(window -> (int) Math.round(scaler.unscale(targets[window * width])))
                .toArray();
    }

    private static double[] rising() {
        double[] values = new double[ROWS];
        Arrays.setAll(values, k -> k);
        return values;
    }
}
