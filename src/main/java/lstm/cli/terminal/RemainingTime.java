package lstm.cli.terminal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/**
 * How fast work goes that comes in pieces, such as epochs, and how long it will take. The first piece pays for warming
 * up and is left out; then the pace is that of about the last ten seconds, or the last few pieces if they are long.
 */
public final class RemainingTime {
    private static final double SECOND = 1e9;
    private static final long SPAN = 10_000_000_000L;
    private static final long APART = 50_000_000L;
    private static final int LEAST = 4;
    /** Of less than half a piece no pace is told. */
    private static final double ENOUGH = 0.5;

    private record Mark(long time, double done) {}

    private final LongSupplier clock;
    private final double first;
    private final long start;
    private final Deque<Mark> marks = new ArrayDeque<>();

    /**
     * Begins now.
     *
     * @param clock in nanoseconds
     * @param done pieces that are done already
     */
    public RemainingTime(LongSupplier clock, double done) {
        this.clock = clock;
        this.first = done;
        this.start = clock.getAsLong();
    }

    /** Notes that so many pieces are done now, of which one more than before has just ended. */
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

    /** Seconds since the beginning. */
    double seconds() {
        return (clock.getAsLong() - start) / SECOND;
    }

    /** Seconds that a piece takes, with so many done now; empty while it is too early to tell. */
    public OptionalDouble perPiece(double done) {
        if (marks.isEmpty() || done - marks.getFirst().done < ENOUGH) {
            return OptionalDouble.empty();
        }
        Mark oldest = marks.getFirst();
        return OptionalDouble.of((clock.getAsLong() - oldest.time) / SECOND / (done - oldest.done));
    }

    /** Seconds that a piece took, over all that were done since the beginning; empty if none was. */
    public OptionalDouble overall(double done) {
        return done > first ? OptionalDouble.of(seconds() / (done - first)) : OptionalDouble.empty();
    }
}
