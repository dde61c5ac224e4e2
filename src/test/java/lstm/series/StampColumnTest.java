package lstm.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import lstm.tensor.Seed;
import org.junit.jupiter.api.Test;

/** However stamps are kept, they are the ones that were given. */
class StampColumnTest {
    private static final Random RANDOM = Seed.random();

    /** Even stamps with gaps, near ones and far ones, of any length around that of a block. */
    private static long[] rising(int size) {
        long step = 1 + RANDOM.nextInt(100_000);
        int gapEvery = 1 + RANDOM.nextInt(2_000);
        long largest = RANDOM.nextInt(4) == 0 ? Long.MAX_VALUE / 10_000 : 1 + RANDOM.nextInt(1_000_000);
        long[] stamps = new long[size];
        long stamp = RANDOM.nextInt() * 1_000L;
        for (int row = 0; row < size; row++) {
            stamps[row] = stamp;
            stamp += row % gapEvery == gapEvery - 1 ? 1 + RANDOM.nextLong(largest) : step;
        }
        return stamps;
    }

    @Test
    void stampsAreThoseThatWereGiven() {
        for (int turn = 0; turn < 200; turn++) {
            long[] stamps = rising(RANDOM.nextInt(2_100));
            StampColumn column = StampColumn.of(stamps);
            assertArrayEquals(stamps, column.toArray());
            int from = RANDOM.nextInt(stamps.length + 1);
            int to = from + RANDOM.nextInt(stamps.length - from + 1);
            assertArrayEquals(
                    Arrays.copyOfRange(stamps, from, to), column.range(from, to).toArray());
            assertEquals(column, column.reversed().reversed());
            long[] more = {Long.MAX_VALUE - 1, Long.MAX_VALUE};
            assertArrayEquals(
                    LongStream.concat(Arrays.stream(stamps), Arrays.stream(more))
                            .toArray(),
                    column.followedBy(more).toArray());
        }
    }

    @Test
    void rowNumbersAreCounted() {
        assertEquals(StampColumn.of(7, 8, 9), StampColumn.numbers(7, 3));
        assertNotEquals(StampColumn.of(7, 8), StampColumn.numbers(7, 3));
        assertNotEquals(StampColumn.of(7, 8, 10), StampColumn.numbers(7, 3));
    }

    @Test
    void aBuilderGoesOnAfterItHasBuilt() {
        StampColumn.Builder builder = new StampColumn.Builder();
        for (int row = 0; row < 600; row++) {
            builder.add(row);
        }
        StampColumn first = builder.build();
        builder.add(10_000);
        assertEquals(StampColumn.numbers(0, 600), first);
        assertEquals(10_000, builder.build().last());
    }
}
