package lstm.prepare;

import java.util.stream.LongStream;
import lstm.calendar.Calendar;

/** Seasons that a calendar suggests. */
final class SeasonLengths {
    private static final long HOUR = 3600;

    /** The minutes of a week; longer seasons would take longer to find than to train on. */
    private static final int LONGEST = 10_080;

    private SeasonLengths() {}

    /** Candidate seasons in steps, ascending; empty if the calendar suggests none. */
    static int[] of(Calendar calendar) {
        long count = calendar.count();
        return switch (calendar.step()) {
            case ROWS -> new int[0];
            case WEEKDAYS -> new int[] {calendar.daysOfWeek()};
            case DAYS -> days(calendar);
            case MONTHS -> wholes(count, 12);
            case SEMI_MONTHS -> new int[] {24};
            case SECONDS, WEEKDAY_SECONDS -> {
                // A day has only the steps of its sessions.
                long day = calendar.stepsOfDay();
                long hour = HOUR % count == 0 ? HOUR / count : 0;
                yield LongStream.of(hour, day, day * calendar.daysOfWeek())
                        .filter(steps -> steps > 1 && steps <= LONGEST)
                        .mapToInt(steps -> (int) steps)
                        .distinct()
                        .sorted()
                        .toArray();
            }
        };
    }

    /** A year is not a whole number of weeks, but 52 is close. */
    private static int[] days(Calendar calendar) {
        long count = calendar.count();
        return count % 7 == 0 ? wholes(count / 7, 52) : wholes(count, calendar.daysOfWeek());
    }

    private static int[] wholes(long step, long period) {
        return period % step == 0 && period > step ? new int[] {(int) (period / step)} : new int[0];
    }
}
