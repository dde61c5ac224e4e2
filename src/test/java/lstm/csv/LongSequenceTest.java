package lstm.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongSequenceTest {
    /** A value that does not follow, at each place among values that do. */
    @ParameterizedTest
    @ValueSource(longs = {1, 86_400, -7, 3_000_000_000L, Long.MAX_VALUE / 50})
    void keepsWhatWasAdded(long step) {
        for (long odd : new long[] {0, 5, -9, 1L << 31, -(1L << 31) - 1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            for (int place = 0; place < 40; place++) {
                int at = place;
                long[] values = LongStream.range(0, 40)
                        .map(k -> k == at ? odd : 100 + step * k)
                        .toArray();
                LongSequence kept = new LongSequence();
                LongStream.of(values).forEach(kept::add);

                assertEquals(40, kept.size());
                assertArrayEquals(
                        values,
                        LongStream.range(0, 40).map(k -> kept.get((int) k)).toArray());
                assertEquals(ordered(values, 1), kept.rises());
                assertEquals(ordered(values, -1), kept.falls());
                assertEquals(values[39], kept.at(new int[] {at, 39}).get(1));
            }
        }
    }

    private static boolean ordered(long[] values, int direction) {
        return LongStream.range(1, values.length)
                .allMatch(k -> Long.compare(values[(int) k], values[(int) k - 1]) == direction);
    }
}
