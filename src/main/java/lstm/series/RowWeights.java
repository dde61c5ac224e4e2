package lstm.series;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * What a series counts among others, by a column of its table: the mean of that column over the rows that are known.
 *
 * @param values by row, none negative
 */
public record RowWeights(ValueColumn values) {
    /** What a series counts by its first rows; empty if as much as any. */
    public static OptionalDouble of(Series series, int rows) {
        return series.weights().isPresent()
                ? OptionalDouble.of(series.weights().get().mean(rows))
                : OptionalDouble.empty();
    }

    /** The mean over the first rows. */
    public double mean(int rows) {
        return Arrays.stream(values.toArray(0, rows)).map(value -> value / rows).sum();
    }

    /** The rows from .. to-1. */
    RowWeights range(int from, int to) {
        return new RowWeights(values.range(from, to));
    }
}
