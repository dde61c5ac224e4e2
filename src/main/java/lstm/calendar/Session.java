package lstm.calendar;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import lstm.series.StampKind;

/**
 * The part of a day in which a series has rows, both ends included. It may pass midnight, and then opens later than it
 * closes.
 *
 * @param open second of the day of the first row
 * @param close second of the day of the last row
 */
public record Session(int open, int close) {
    /** A day is split into no more. */
    static final int MOST = 3;

    /** Checks that both lie within a day. */
    public Session {
        if (Math.min(open, close) < 0 || Math.max(open, close) >= StampKind.DAY) {
            throw new IllegalArgumentException("a session from second " + open + " to " + close);
        }
    }

    /**
     * The session that {@link #text} wrote so.
     *
     * @throws IllegalArgumentException if it wrote none so
     */
    public static Session parse(String text) {
        String[] ends = text.split("-", -1);
        try {
            if (ends.length == 2) {
                Session session = new Session(
                        LocalTime.parse(ends[0]).toSecondOfDay(),
                        LocalTime.parse(ends[1]).toSecondOfDay());
                if (session.text().equals(text)) {
                    return session;
                }
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        throw new IllegalArgumentException("a session is written like 09:30-16:00");
    }

    /** Both ends: {@code 09:30-16:00}, with seconds only where they are not zero. */
    public String text() {
        return LocalTime.ofSecondOfDay(open) + "-" + LocalTime.ofSecondOfDay(close);
    }

    boolean holds(long clock) {
        return open <= close ? open <= clock && clock <= close : clock >= open || clock <= close;
    }

    /** From the first row to the last, in seconds. */
    long length() {
        return Math.floorMod(close - open, StampKind.DAY);
    }

    /** Whether some of these overlap. */
    static boolean overlap(List<Session> sessions) {
        for (int a = 0; a < sessions.size(); a++) {
            for (int b = 0; b < a; b++) {
                Session one = sessions.get(a);
                Session other = sessions.get(b);
                if (one.holds(other.open) || other.holds(one.open)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The stamp itself if it lies within a session or there are none, or else the next opening. */
    static long within(List<Session> sessions, long stamp) {
        if (sessions.isEmpty()) {
            return stamp;
        }
        long clock = Math.floorMod(stamp, StampKind.DAY);
        long wait = StampKind.DAY;
        for (Session session : sessions) {
            if (session.holds(clock)) {
                return stamp;
            }
            wait = Math.min(wait, Math.floorMod(session.open - clock, StampKind.DAY));
        }
        return stamp + wait;
    }
}
