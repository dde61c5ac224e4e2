package lstm.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lstm.series.StampColumn;
import lstm.series.StampKind;

/**
 * Learns the hours of a series from the times of day that it has rows at: those that come on at least a quarter of its
 * days, parted wherever more than a step lies between two of them. A series of less than three days has shown none.
 */
final class SessionFinder {
    private static final int LEAST_DAYS = 3;
    private static final double SHARE = 0.25;

    private SessionFinder() {}

    /**
     * The sessions of a day, none if it has rows around the clock or in more than three parts.
     *
     * @param stamps rising
     * @param step in seconds, less than a day
     */
    static List<Session> find(StampColumn stamps, long step) {
        int[] times = common(stamps);
        List<Session> sessions = new ArrayList<>();
        if (times.length < 2) {
            return sessions;
        }
        int open = -1;
        int opened = 0;
        for (int k = 0; k < times.length; k++) {
            int before = times[(k + times.length - 1) % times.length];
            if (Math.floorMod(times[k] - before, StampKind.DAY) >= 2 * step) {
                if (open >= 0) {
                    sessions.add(new Session(open, before));
                } else {
                    opened = k;
                }
                open = times[k];
            }
        }
        if (open < 0) {
            return sessions;
        }
        sessions.add(new Session(open, times[(opened + times.length - 1) % times.length]));
        return sessions.size() > Session.MOST ? List.of() : sessions;
    }

    /** The times of day that come often enough, rising; none if the series is too short. */
    private static int[] common(StampColumn stamps) {
        int[] rows = new int[(int) StampKind.DAY];
        long days = 0;
        long start = stamps.at(0) - StampKind.DAY;
        for (int k = 0; k < stamps.size(); k++) {
            long clock = stamps.at(k) - start;
            if (clock >= StampKind.DAY) {
                clock = Math.floorMod(stamps.at(k), StampKind.DAY);
                start = stamps.at(k) - clock;
                days++;
            }
            rows[(int) clock]++;
        }
        double least = SHARE * days;
        return days < LEAST_DAYS
                ? new int[0]
                : IntStream.range(0, rows.length)
                        .filter(clock -> rows[clock] > 0 && rows[clock] >= least)
                        .toArray();
    }
}
