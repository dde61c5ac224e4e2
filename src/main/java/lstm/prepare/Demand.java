package lstm.prepare;

import java.util.BitSet;

/** Tells demand that comes now and then, such as the sales of a spare part, from other series. */
public final class Demand {
    /** With fewer zeros than this share a demand is no longer called intermittent. */
    private static final double LEAST_ZEROS = 0.25;

    private Demand() {}

    /**
     * Whether a quarter of the first rows or more is zero, and none below.
     *
     * @param masked rows that are left out
     */
    public static boolean isIntermittent(double[] values, BitSet masked, int rows) {
        int zeros = 0;
        int known = 0;
        for (int row = masked.nextClearBit(0); row < rows; row = masked.nextClearBit(row + 1)) {
            if (values[row] < 0) {
                return false;
            }
            known++;
            zeros += values[row] == 0 ? 1 : 0;
        }
        return zeros < known && zeros >= LEAST_ZEROS * known;
    }
}
