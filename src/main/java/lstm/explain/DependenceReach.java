package lstm.explain;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How a forecast's dependence is spread over the rows of its window.
 *
 * @param shares of each row, oldest first; they sum to 1, or are all 0 if it depends on none; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Looked at, never compared.
public record DependenceReach(double[] shares) {
    /** Of effects [T][F], whatever their signs. */
    public static DependenceReach of(double[][] effects) {
        double[] shares = Arrays.stream(effects)
                .mapToDouble(row -> Arrays.stream(row).map(Math::abs).sum())
                .toArray();
        double sum = Arrays.stream(shares).sum();
        return new DependenceReach(
                Arrays.stream(shares).map(share -> sum == 0 ? 0 : share / sum).toArray());
    }

    /** The fewest last rows that together have this share of the dependence; 0 if there is no dependence. */
    public int rows(double share) {
        double sum = 0;
        for (int rows = 1; rows <= shares.length; rows++) {
            sum += shares[shares.length - rows];
            // The shares of all rows may sum to a little less than 1.
            if (sum >= share - 1e-12) {
                return rows;
            }
        }
        return 0;
    }

    /** The row with the largest share, from 0; the last of several. */
    public int peak() {
        return IntStream.range(0, shares.length)
                .reduce((best, row) -> shares[row] >= shares[best] ? row : best)
                .orElseThrow();
    }
}
