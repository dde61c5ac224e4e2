package lstm.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The stamps of a series, by row. Where they are evenly spaced, as on most calendars, they take no memory; elsewhere
 * they take four bytes each, or eight if they are very far apart.
 */
public final class StampColumn {
    private static final int SHIFT = 9;
    private static final int BLOCK = 1 << SHIFT;

    private final Block[] blocks;
    private final int size;

    private StampColumn(Block[] blocks, int size) {
        this.blocks = blocks;
        this.size = size;
    }

    /** These stamps. */
    public static StampColumn of(long... stamps) {
        return of(stamps.length, row -> stamps[row]);
    }

    /** The stamps that a function gives for rows 0, 1, ..., asked for once each and in that order. */
    public static StampColumn of(int size, IntToLongFunction stamps) {
        Builder builder = new Builder();
        for (int row = 0; row < size; row++) {
            builder.add(stamps.applyAsLong(row));
        }
        return builder.build();
    }

    /** Row numbers that begin with this one. */
    public static StampColumn numbers(long first, int size) {
        return of(size, row -> first + row);
    }

    /** The number of rows. */
    public int size() {
        return size;
    }

    /** The stamp of a row. */
    public long at(int row) {
        return blocks[row >> SHIFT].at(row & BLOCK - 1);
    }

    /** The stamp of the last row. */
    public long last() {
        return at(size - 1);
    }

    /** All of them, in the order of the rows. */
    public LongStream stream() {
        return IntStream.range(0, size).mapToLong(this::at);
    }

    /** Takes all of them in the order of the rows, as runs of evenly spaced ones. */
    public void forEachRun(Run run) {
        for (int row = 0; row < size; row += BLOCK) {
            blocks[row >> SHIFT].forEachRun(Math.min(BLOCK, size - row), run);
        }
    }

    /** Takes consecutive stamps that are evenly spaced; where spaces differ, a stamp alone. */
    @FunctionalInterface
    public interface Run {
        /**
         * Takes first, first + step, ...
         *
         * @param count how many, at least 1
         */
        void take(long first, long step, int count);
    }

    /** The rows from .. to-1 alone. */
    public StampColumn range(int from, int to) {
        return from == 0 ? first(to).build() : of(to - from, row -> at(from + row));
    }

    /** A builder that begins with the first rows; of these, whole blocks are shared. */
    private Builder first(int rows) {
        Builder builder = new Builder();
        builder.blocks.addAll(Arrays.asList(blocks).subList(0, rows >> SHIFT));
        for (int row = rows & -BLOCK; row < rows; row++) {
            builder.add(at(row));
        }
        return builder;
    }

    /** These rows in the opposite order. */
    public StampColumn reversed() {
        return of(size, row -> at(size - 1 - row));
    }

    /** These rows, followed by others. */
    public StampColumn followedBy(long... others) {
        Builder builder = first(size);
        for (long other : others) {
            builder.add(other);
        }
        return builder.build();
    }

    /** All of them, in a new array. */
    public long[] toArray() {
        return stream().toArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StampColumn column
                && size == column.size
                && IntStream.range(0, size).allMatch(row -> at(row) == column.at(row));
    }

    @Override
    public int hashCode() {
        return size == 0 ? 0 : 31 * size + Long.hashCode(last());
    }

    @Override
    public String toString() {
        return size == 0 ? "no stamps" : size + " stamps, " + at(0) + " to " + last();
    }

    /** Stamps of consecutive rows. */
    private sealed interface Block {
        long at(int row);

        default void forEachRun(int size, Run run) {
            for (int row = 0; row < size; row++) {
                run.take(at(row), 0, 1);
            }
        }

        static Block of(long[] stamps, int size) {
            long step = size < 2 ? 0 : stamps[1] - stamps[0];
            int even = 1;
            while (even < size && stamps[even] - stamps[even - 1] == step) {
                even++;
            }
            if (even >= size) {
                return new Even(stamps[0], step);
            }
            int[] near = new int[size];
            for (int k = 0; k < size; k++) {
                near[k] = (int) (stamps[k] - stamps[0]);
                if (stamps[0] + near[k] != stamps[k]) {
                    return new Far(Arrays.copyOf(stamps, size));
                }
            }
            return new Near(stamps[0], near);
        }
    }

    private record Even(long first, long step) implements Block {
        @Override
        public long at(int row) {
            return first + row * step;
        }

        @Override
        public void forEachRun(int size, Run run) {
            run.take(first, step, size);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Near(long first, int[] distances) implements Block {
        @Override
        public long at(int row) {
            return first + distances[row];
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Far(long[] stamps) implements Block {
        @Override
        public long at(int row) {
            return stamps[row];
        }
    }

    /** Collects stamps row by row. */
    public static final class Builder {
        private final List<Block> blocks = new ArrayList<>();
        private final long[] last = new long[BLOCK];
        private int used;

        /** Adds a row. */
        public void add(long stamp) {
            last[used++] = stamp;
            if (used == BLOCK) {
                blocks.add(Block.of(last, used));
                used = 0;
            }
        }

        /** The stamps so far; more can be added. */
        public StampColumn build() {
            List<Block> all = new ArrayList<>(blocks);
            if (used > 0) {
                all.add(Block.of(last, used));
            }
            return new StampColumn(all.toArray(Block[]::new), blocks.size() * BLOCK + used);
        }
    }
}
