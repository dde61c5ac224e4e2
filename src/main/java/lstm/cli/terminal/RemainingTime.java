package lstm.cli.terminal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/**
 * Measures the pace of work that is done in pieces, such as epochs, to estimate the time that remains. The first piece
 * is left out, as the JVM warms up during it; then the pace is that of about the last ten seconds, or of the last few
 * pieces if they are long.
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
     * @param done number of pieces that were done earlier
     */
    public RemainingTime(LongSupplier clock, double done) {
        this.clock = clock;
        this.first = done;
        this.start = clock.getAsLong();
    }

    /** To be called when a piece has just ended; {@code done} is the number of pieces done by now. */
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

    /** Seconds per piece at the present pace, with {@code done} pieces done by now; empty while it is not yet known. */
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
