package lstm.csv;

import java.time.ZoneOffset;
import lstm.series.StampKind;

/**
 * Puts stamps with two-digit years, one after the other, into centuries: each into the one that brings it nearest to
 * the stamp before it, and all so that the latest lies from 1940 to 2039.
 */
final class ShortYears {
    private static final int CENTURY = 100;
    private static final int LAST_YEAR = 2039;

    private boolean started;
    private int year;
    private long latest;

    /** The stamp in its century; centuries of all stamps may yet move by {@link #shift}. */
    long next(long stamp) {
        int read = StampKind.time(stamp).getYear();
        int near = started ? year : LAST_YEAR - CENTURY / 2 + 1;
        int centuries = Math.round((near - read) / (float) CENTURY);
        long moved = centuries == 0 ? stamp : moved(stamp, centuries);
        latest = started ? Math.max(latest, moved) : moved;
        year = read + centuries * CENTURY;
        started = true;
        return moved;
    }

    /** Centuries to move all stamps by. */
    int shift() {
        int last = StampKind.time(latest).getYear();
        return Math.floorDiv(LAST_YEAR - last, CENTURY);
    }

    /** A stamp of this century in the years 1940 to 2039. */
    static long fixed(long stamp) {
        return StampKind.time(stamp).getYear() > LAST_YEAR ? moved(stamp, -1) : stamp;
    }

    static long moved(long stamp, int centuries) {
        return StampKind.time(stamp).plusYears((long) centuries * CENTURY).toEpochSecond(ZoneOffset.UTC);
    }
}
