package lstm.csv;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import lstm.error.LstmException;

/**
 * Numbers that stand for a missing value, such as -999. Unless the user has named them, those that stand out from all
 * other values of the column are noticed.
 */
final class MissingMarks {
    private static final double LEAST = 99;

    /** Numbers of nines, negative and positive. Two nines are marks only if negative. */
    private static final double[] USUAL = DoubleStream.of(
                    99, 99.9, 99.99, 999, 999.9, 999.99, 9999, 9999.9, 9999.99, 99_999, 99_999.9, 99_999.99, 999_999,
                    9_999_999)
            .flatMap(mark -> mark < 100 ? DoubleStream.of(-mark) : DoubleStream.of(-mark, mark))
            .sorted()
            .toArray();

    private final Optional<List<Double>> named;
    private final long[] counts = new long[USUAL.length];
    private final Row[] first = new Row[USUAL.length];
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    MissingMarks(Optional<List<Double>> named) {
        this.named = named;
    }

    /** Whether a number stands for a missing value. */
    boolean isMark(Row row, double value) {
        if (named.isPresent()) {
            return !named.get().isEmpty() && named.get().contains(value);
        }
        if (value >= LEAST || value <= -LEAST) {
            int usual = Arrays.binarySearch(USUAL, value);
            if (usual >= 0) {
                first[usual] = counts[usual]++ == 0 ? row : first[usual];
                return false;
            }
        }
        min = Math.min(min, value);
        max = Math.max(max, value);
        return false;
    }

    /**
     * Requires that no number stands out as such marks do.
     *
     * @throws LstmException with the question whether it is one
     */
    void requireNone(String column) throws LstmException {
        for (int k = 0; k < USUAL.length; k++) {
            if (counts[k] > 0 && standsOut(USUAL[k], counts[k])) {
                throw NumberFaults.mark(first[k], column, USUAL[k], counts[k], min, max);
            }
        }
    }

    /** Whether it is farther from all other values than they are from one another, or the only negative value. */
    private boolean standsOut(double mark, long count) {
        if (min > max || (mark < 0 ? mark > min : mark < max)) {
            return false;
        }
        double gap = mark < 0 ? min - mark : mark - max;
        boolean only = mark < 0 && min >= 0 && (count > 1 || mark <= -999);
        return only || gap > max - min;
    }
}
