package lstm.series;

import lstm.file.UserException;

/** Watches, row by row, in which direction the stamps of a CSV run. */
final class Order {
    private record Step(Place place, long stamp, Place before, long stampBefore) {}

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
     * @throws UserException at the first row that is out of order or repeats the stamp before it
     */
    boolean isNewestFirst() throws UserException {
        boolean newestFirst = falling > rising;
        Step turn = newestFirst ? firstRise : firstFall;
        if (firstRepeat != null && (turn == null || firstRepeat.place.line() < turn.place.line())) {
            throw firstRepeat.place.fault("date " + text(firstRepeat.stamp) + " is already on line "
                    + firstRepeat.before.line() + "; keep one row for each date");
        } else if (turn != null) {
            throw turn.place.fault("date " + text(turn.stamp) + " is out of order after " + text(turn.stampBefore)
                    + "; sort the rows by date, or split the file if it holds several series");
        }
        return newestFirst;
    }

    private static String text(long stamp) {
        return (stamp % StampKind.DAY == 0 ? StampKind.DATE : StampKind.DATE_TIME).text(stamp);
    }
}
