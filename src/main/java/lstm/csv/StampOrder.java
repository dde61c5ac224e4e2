package lstm.csv;

import lstm.error.LstmException;
import lstm.error.Place;
import lstm.series.StampKind;

/** Tracks the order of the stamps of a CSV, row by row. */
final class StampOrder {
    /** Clocks go back by at most an hour, before this hour of the morning. */
    private static final long CHANGE = 3_600;

    private static final long MORNING = 4 * 3_600;

    private record Step(Place place, long stamp, Place before, long stampBefore) {
        LstmException fault(String problem, String remedy) {
            boolean small = Math.abs(stamp - stampBefore) <= CHANGE;
            long second = Math.floorMod(stamp, StampKind.DAY);
            boolean clockPutBack = small && second > 0 && second < MORNING;
            String clock = "if the clock was put back there, write times in UTC or each with its offset (+02:00);"
                    + " if not, ";
            return LstmException.data("date ", text(stamp), problem)
                    .remedy(clockPutBack ? clock : "", remedy)
                    .at(place);
        }
    }

    private Place place;
    private long stamp;
    private long rising;
    private long falling;
    private Step firstRise;
    private Step firstFall;
    private Step firstRepeat;

    void next(Place here, long now) {
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

    /** How many stamps there were, repeated ones not counted. */
    long rows() {
        return place == null ? 0 : rising + falling + 1;
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
        if (firstRepeat != null && (turn == null || line(firstRepeat.place) < line(turn.place))) {
            throw firstRepeat.fault(" is already on line " + line(firstRepeat.before), "keep one row for each date");
        } else if (turn != null) {
            throw turn.fault(
                    " is out of order after " + text(turn.stampBefore),
                    "sort the rows by date, or split the file if it holds several series");
        }
        return newestFirst;
    }

    private static long line(Place place) {
        return place.line().getAsLong();
    }

    private static String text(long stamp) {
        return (stamp % StampKind.DAY == 0 ? StampKind.DATE : StampKind.DATE_TIME).text(stamp);
    }
}
