package lstm.csv;

import lstm.error.LstmException;
import lstm.series.StampKind;

/** Tracks the order of the stamps of a CSV, row by row. */
final class StampOrder {
    /** Clocks go back by at most an hour, before this hour of the morning. */
    private static final long CHANGE = 3_600;

    private static final long MORNING = 4 * 3_600;

    /** This many rows in order outweigh one row in the wrong place. */
    private static final int SERIES = 4;

    /** @param number how many rows come before */
    private record Step(Row row, long stamp, Row before, long stampBefore, long number) {
        LstmException fault(String problem, String remedy) {
            boolean small = Math.abs(stamp - stampBefore) <= CHANGE;
            long second = Math.floorMod(stamp, StampKind.DAY);
            boolean clockPutBack = small && second > 0 && second < MORNING;
            String clock = "if the clock was put back there, write times in UTC or each with its offset (+02:00);"
                    + " if not, ";
            return LstmException.data("date ", text(stamp), problem)
                    .remedy(clockPutBack ? clock : "", remedy)
                    .at(row.place());
        }

        /** Only a row that says the same twice can go without a loss. */
        String whichToDelete() {
            String line = "delete line " + row.line();
            return row.cells().equals(before.cells())
                    ? line + ", which says the same"
                    : line + " or line " + before.line() + ", whichever is wrong";
        }
    }

    /** What to do about rows in no order. */
    private String order(Step turn, boolean newestFirst) {
        boolean again = newestFirst ? turn.stamp >= firstStamp : turn.stamp <= firstStamp;
        return again && turn.number > SERIES
                ? "the dates start again here, so write the series above to a file of its own: "
                        + AwkCommand.above(turn.row.source(), turn.row.line())
                : "sort the rows by date";
    }

    private Row row;
    private long stamp;
    private long firstStamp;
    private long rising;
    private long falling;
    private Step firstRise;
    private Step firstFall;
    private Step firstRepeat;

    void next(Row here, long now) {
        if (row == null) {
            firstStamp = now;
        } else {
            if (now > stamp) {
                rising++;
                firstRise = firstRise == null ? step(here, now) : firstRise;
            } else if (now < stamp) {
                falling++;
                firstFall = firstFall == null ? step(here, now) : firstFall;
            } else {
                firstRepeat = firstRepeat == null ? step(here, now) : firstRepeat;
            }
        }
        row = here;
        stamp = now;
    }

    private Step step(Row here, long now) {
        return new Step(here, now, row, stamp, rows());
    }

    /** How many stamps there were, repeated ones not counted. */
    long rows() {
        return row == null ? 0 : rising + falling + 1;
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
        if (firstRepeat != null && (turn == null || firstRepeat.row.line() < turn.row.line())) {
            throw firstRepeat.fault(" is already on line " + firstRepeat.before.line(), firstRepeat.whichToDelete());
        } else if (turn != null) {
            throw turn.fault(" is out of order after " + text(turn.stampBefore), order(turn, newestFirst));
        }
        return newestFirst;
    }

    private static String text(long stamp) {
        return (stamp % StampKind.DAY == 0 ? StampKind.DATE : StampKind.DATE_TIME).text(stamp);
    }
}
