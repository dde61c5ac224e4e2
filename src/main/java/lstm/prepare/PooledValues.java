package lstm.prepare;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import lstm.statistics.Values;

/** The values of several columns, one column after the other; those of one are held at a time. */
final class PooledValues {
    private final IntFunction<Values> columns;
    /** Number of the first value of each column, and of all values. */
    private final int[] starts;

    private int number;
    private Values current = Values.of();

    private PooledValues(IntFunction<Values> columns, int[] starts) {
        this.columns = columns;
        this.starts = starts;
        number = -1;
    }

    /**
     * The values as one column, which is read fastest from front to back, by one thread.
     *
     * @param count number of columns
     * @param columns gives the values of each, the same whenever it is asked
     * @throws ArithmeticException if the number of values overflows an int
     */
    static Values of(int count, IntFunction<Values> columns) {
        int[] starts = new int[count + 1];
        for (int k = 0; k < count; k++) {
            starts[k + 1] = Math.addExact(starts[k], columns.apply(k).count());
        }
        return new Values(starts[count], new PooledValues(columns, starts)::at);
    }

    private double at(int place) {
        if (number < 0 || place < starts[number] || place >= starts[number + 1]) {
            number = column(place);
            current = columns.apply(number);
        }
        return current.at(place - starts[number]);
    }

    /** The column of a value; columns without values have none. */
    private int column(int place) {
        int found = Arrays.binarySearch(starts, place);
        int last = found < 0 ? -found - 2 : found;
        return IntStream.range(last, starts.length - 1)
                .filter(k -> starts[k + 1] > place)
                .findFirst()
                .orElseThrow();
    }
}
