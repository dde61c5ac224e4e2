package lstm.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class TransformTest {
    private static final int SEASON = 3;

    @Test
    void aSeasonalChangeIsHowTheChangeDiffersFromTheMeanOfTwoSeasons() {
        double[] y = {4, 1, 5, 9, 2, 6, 5, 11};
        // The last change is 6; a season before it was 2 - 9, and two seasons before 1 - 4.
        assertEquals(6 + (7 + 3) / 2.0, z(Transform.SEASONAL_CHANGE, y, 7));
        assertEquals(7, Transform.SEASONAL_CHANGE.lag(SEASON));
        assertEquals(y[7], Transform.SEASONAL_CHANGE.undo(z(Transform.SEASONAL_CHANGE, y, 7), y, 7, SEASON));
    }

    @Test
    void aTrendWithAPeriodHasNoSeasonalChange() {
        double[] y = new double[30];
        Arrays.setAll(y, row -> 7 * row + 100 * (row % SEASON));
        for (int row = 7; row < y.length; row++) {
            assertEquals(0, z(Transform.SEASONAL_CHANGE, y, row), 1e-12);
            assertEquals(7 * SEASON, z(Transform.SEASONAL_DIFFERENCE, y, row), 1e-12);
        }
    }

    @Test
    void ofAMaskedRowNothingIsMade() {
        for (Transform transform : Transform.values()) {
            int used = 0;
            for (int masked = 0; masked <= 20; masked++) {
                BitSet rows = new BitSet();
                rows.set(masked);
                double[] y = new double[21];
                Arrays.fill(y, 1);
                double before = z(transform, y, 20);
                y[masked] = 2;
                boolean changes = z(transform, y, 20) != before;
                assertEquals(changes, !transform.isFree(rows, 20, SEASON), transform + " " + masked);
                used += changes ? 1 : 0;
            }
            assertTrue(used >= 1 && used <= 6, transform + " is made of " + used + " rows");
        }
    }

    @Test
    void onlyTwoTransformsNeedASeason() {
        for (Transform transform : Transform.values()) {
            boolean longer = transform.lag(9) != transform.lag(2);
            assertEquals(longer, transform.isSeasonal());
            assertFalse(transform.isSeasonal() && transform.needsPositive());
        }
    }

    private static double z(Transform transform, double[] y, int row) {
        return transform.apply(y, row, SEASON);
    }
}
