package lstm.calendar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    static List<Session> find(long[] stamps, long step) {
        int[] clocks = new int[stamps.length];
        Arrays.setAll(clocks, k -> (int) Math.floorMod(stamps[k], StampKind.DAY));
        Arrays.sort(clocks);
        int[] times = common(clocks, days(stamps));
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

    private static long days(long[] stamps) {
        return Arrays.stream(stamps)
                .map(stamp -> Math.floorDiv(stamp, StampKind.DAY))
                .distinct()
                .count();
    }

    /** The distinct times that come often enough, from sorted ones. */
    private static int[] common(int[] clocks, long days) {
        int[] times = new int[clocks.length];
        int size = 0;
        int run = 0;
        for (int k = 0; k < clocks.length; k++) {
            run = k > 0 && clocks[k] == clocks[k - 1] ? run + 1 : 1;
            boolean last = k + 1 == clocks.length || clocks[k + 1] != clocks[k];
            if (last && run >= SHARE * days) {
                times[size++] = clocks[k];
            }
        }
        return days < LEAST_DAYS ? new int[0] : Arrays.copyOf(times, size);
    }
}
