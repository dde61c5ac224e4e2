package lstm.csv;

import lstm.error.LstmException;
import lstm.series.StampKind;

/** Watches, row by row, in which direction the stamps of a CSV run. */
final class StampOrder {
    /** Clocks are put back by an hour at most, and before this hour of the morning. */
    private static final long CHANGE = 3_600;

    private static final long MORNING = 4 * 3_600;

    private record Step(LineReference place, long stamp, LineReference before, long stampBefore) {
        LstmException fault(String what, String remedy) {
            boolean small = Math.abs(stamp - stampBefore) <= CHANGE;
            long clock = Math.floorMod(stamp, StampKind.DAY);
            boolean clockPutBack = small && clock > 0 && clock < MORNING;
            return place.fault("date " + text(stamp) + what + "; "
                    + (clockPutBack
                            ? "if the clock was put back there, write times in UTC or each with its offset (+02:00);"
                                    + " if not, "
                            : "")
                    + remedy);
        }
    }

    private LineReference place;
    private long stamp;
    private long rising;
    private long falling;
    private Step firstRise;
    private Step firstFall;
    private Step firstRepeat;

    void next(LineReference here, long now) {
        if (place != null) {
            Step step = new Step(here, now, place, stamp);
            if (now > stamp) {
                rising++;
                firstRise = firstRise == null ? step : firstRise;
            } else if (now < stamp) {
                falling++;
                firstFall = firstFall == null ? step : firstFall;
            } else {
                firstRepeat = firstRepeat == null ? step : firstRepeat;
            }
        }
        place = here;
        stamp = now;
    }

    /** Whether every stamp so far is above the one before it, and there are two. */
    boolean onlyRises() {
        return rising > 0 && firstFall == null && firstRepeat == null;
    }

    /** Whether every stamp so far is below the one before it, and there are two. */
    boolean onlyFalls() {
        return falling > 0 && firstRise == null && firstRepeat == null;
    }

    /**
     * Whether the rows run from the newest to the oldest.
     *
     * @throws LstmException at the first row that is out of order or repeats the stamp before it
     */
    boolean isNewestFirst() throws LstmException {
        boolean newestFirst = falling > rising;
        Step turn = newestFirst ? firstRise : firstFall;
        if (firstRepeat != null && (turn == null || firstRepeat.place.line() < turn.place.line())) {
            throw firstRepeat.fault(" is already on line " + firstRepeat.before.line(), "keep one row for each date");
        } else if (turn != null) {
            throw turn.fault(
                    " is out of order after " + text(turn.stampBefore),
                    "sort the rows by date, or split the file if it holds several series");
        }
        return newestFirst;
    }

    private static String text(long stamp) {
        return (stamp % StampKind.DAY == 0 ? StampKind.DATE : StampKind.DATE_TIME).text(stamp);
    }
}
