package lstm.prepare;

import java.util.stream.LongStream;
import lstm.series.Calendar;

/** Seasons that a calendar suggests. */
final class SeasonLengths {
    private static final long HOUR = 3600;
    private static final long DAY = 24 * HOUR;

    /** The minutes of a week; what is longer would take longer to find than to train. */
    private static final int LONGEST = 10_080;

    private SeasonLengths() {}

    /** Steps of the periods that may matter, rising; none if the calendar suggests none. */
    static int[] of(Calendar calendar) {
        long count = calendar.count();
        return switch (calendar.step()) {
            case ROWS -> new int[0];
            case WEEKDAYS -> new int[] {5};
            case DAYS -> days(count);
            case MONTHS -> wholes(count, 12);
            case SECONDS -> wholes(count, HOUR, DAY, 7 * DAY);
            case WEEKDAY_SECONDS -> wholes(count, HOUR, DAY, 5 * DAY);
        };
    }

    /** Weeks have no whole number of steps in a year, but 52 nearly. */
    private static int[] days(long count) {
        return count % 7 == 0 ? wholes(count / 7, 52) : wholes(count, 7);
    }

    private static int[] wholes(long step, long... periods) {
        return LongStream.of(periods)
                .filter(period -> period % step == 0 && period > step && period / step <= LONGEST)
                .mapToInt(period -> (int) (period / step))
                .toArray();
    }
}
