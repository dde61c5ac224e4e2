package lstm.cli.terminal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/**
 * Estimates the remaining time of work that consists of equal pieces, such as epochs. The first piece is ignored
 * because the JVM warms up during it. The pace is measured over about the last ten seconds, or over the last few pieces
 * if they are long.
 */
public final class RemainingTime {
    private static final double SECOND = 1e9;
    private static final long SPAN = 10_000_000_000L;
    private static final long APART = 50_000_000L;
    private static final int LEAST = 4;
    /** The pace is known once this much of a piece is measured. */
    private static final double ENOUGH = 0.5;

    private record Mark(long time, double done) {}

    private final LongSupplier clock;
    private final double first;
    private final long start;
    private final Deque<Mark> marks = new ArrayDeque<>();

    /**
     * Starts measuring.
     *
     * @param clock returns nanoseconds
     * @param done number of pieces done earlier
     */
    public RemainingTime(LongSupplier clock, double done) {
        this.clock = clock;
        this.first = done;
        this.start = clock.getAsLong();
    }

    /** Call this at the end of each piece; {@code done} is the number of pieces done so far. */
    public void mark(double done) {
        long now = clock.getAsLong();
        if (!marks.isEmpty() && now - marks.getLast().time < APART) {
            return;
        }
        marks.addLast(new Mark(now, done));
        while (marks.size() > LEAST && now - second().time > SPAN) {
            marks.removeFirst();
        }
    }

    private Mark second() {
        return marks.stream().skip(1).iterator().next();
    }

    /** Seconds since measuring began. */
    double seconds() {
        return (clock.getAsLong() - start) / SECOND;
    }

    /** Seconds per piece at the current pace, with {@code done} pieces done so far; empty if not yet known. */
    public OptionalDouble perPiece(double done) {
        if (marks.isEmpty() || done - marks.getFirst().done < ENOUGH) {
            return OptionalDouble.empty();
        }
        Mark oldest = marks.getFirst();
        return OptionalDouble.of((clock.getAsLong() - oldest.time) / SECOND / (done - oldest.done));
    }

    /** Mean seconds per piece since measuring began; empty if none was done. */
    public OptionalDouble overall(double done) {
        return done > first ? OptionalDouble.of(seconds() / (done - first)) : OptionalDouble.empty();
    }
}
