package lstm.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SplitTest {
    private static PreparationPlan ahead(int horizon) {
        return PreparationPlan.CLASSIC.toBuilder()
                .horizon(horizon)
                .strategy(horizon == 1 ? Strategy.RECURSIVE : Strategy.DIRECT)
                .build();
    }

    private static Split divided(int rows, int held, int horizon) {
        return Split.divided(List.of(new Split(rows, rows - held)), List.of(new BitSet()), 5, horizon)
                .get(0);
    }

    @Test
    void oneStepAheadTheShareIsHeldOut() {
        assertEquals(100, Split.heldRows(0.1, 1000, ahead(1), 60));
        assertEquals(1, Split.heldRows(0.001, 100, ahead(1), 60));
        assertEquals(0, Split.heldRows(0, 1000, ahead(12), 60));
    }

    @Test
    void twoHorizonsAreHeldOutWhereTheFileHasThem() {
        assertEquals(24, Split.heldRows(0.1, 144, ahead(12), 24), "more than 14, the share");
        assertEquals(100, Split.heldRows(0.1, 1000, ahead(12), 24), "the share is more");
        assertEquals(40, Split.heldRows(0.1, 120, ahead(24), 12), "a third of the rows");
        assertEquals(12, Split.heldRows(0.1, 98, ahead(12), 55), "no window to learn from is given up");
    }

    @Test
    void aRecursiveForecastIsScoredOverItsHorizonToo() {
        PreparationPlan plan =
                ahead(12).toBuilder().strategy(Strategy.RECURSIVE).build();
        assertEquals(24, Split.heldRows(0.1, 144, plan, 24));
    }

    @Test
    void theEarlierHalfChoosesAndTheLaterScores() {
        Split split = divided(1000, 101, 1);
        assertTrue(split.isDivided());
        assertEquals(899, split.trainRows());
        assertEquals(949, split.scoredFrom());
        assertEquals(949, split.chosenTo());
        assertEquals(51, split.scoredRows());
    }

    @Test
    void fewRowsAreNotDivided() {
        assertFalse(divided(1000, 39, 1).isDivided());
        assertTrue(divided(1000, 40, 1).isDivided());
        assertFalse(divided(1000, 61, 12).isDivided(), "each half has fewer than 20 origins of 12 steps");
        assertTrue(divided(1000, 62, 12).isDivided());
        Split whole = divided(1000, 39, 1);
        assertEquals(whole.trainRows(), whole.scoredFrom());
        assertEquals(1000, whole.chosenTo());
    }

    @Test
    void maskedRowsCountForNothing() {
        BitSet masked = new BitSet();
        masked.set(960, 975);
        Split half = new Split(1000, 950);
        assertEquals(
                List.of(half), Split.divided(List.of(half), List.of(masked), 5, 1), "20 rows are left of the first 25");
    }

    @Test
    void severalSeriesAreDividedTogether() {
        Split small = new Split(50, 46);
        List<BitSet> masked = Collections.nCopies(10, new BitSet());
        assertTrue(Split.divided(Collections.nCopies(10, small), masked, 5, 1).stream()
                .allMatch(Split::isDivided));
        assertFalse(Split.divided(Collections.nCopies(9, small), masked.subList(0, 9), 5, 1).stream()
                .anyMatch(Split::isDivided));
        assertFalse(
                Split.divided(List.of(new Split(500, 400), new Split(50, 49)), masked.subList(0, 2), 5, 1).stream()
                        .anyMatch(Split::isDivided),
                "the second has one row held out");
    }

    @Test
    void whateverTheLookbackNoTrainingHoldsOutMoreThanIsKnownWithoutIt() {
        Random random = new Random(3);
        for (int round = 0; round < 1000; round++) {
            PreparationPlan plan = ahead(1 + random.nextInt(60));
            int rows = 60 + random.nextInt(400);
            double share = random.nextDouble() * 0.5;
            int held = Split.heldRows(share, rows, plan, 1 + random.nextInt(100));
            assertTrue(held <= Split.mostHeld(share, rows, plan));
            assertTrue(held >= Math.min(rows, (int) (share * rows)));
        }
    }
}
