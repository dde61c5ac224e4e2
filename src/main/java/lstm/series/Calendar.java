package lstm.series;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;

/**
 * The step from one stamp of a series to the next. It is whole in its four values, so a model file can hold it.
 *
 * @param step the unit
 * @param count how many units are one step, at least 1; 1 for rows and weekdays
 * @param dayOfMonth for months the day on which stamps fall, or the last day of a shorter month, so 31 is the end of
 *     every month; 0 for other units
 * @param regular whether most stamps keep the step; if not, it is the median of what they do
 */
public record Calendar(Step step, long count, int dayOfMonth, boolean regular) {
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /** The largest step: a thousand years of seconds. */
    private static final long MOST = 31_622_400_000L;

    /** Row numbers: the calendar of a series without dates. */
    public static final Calendar ROWS = new Calendar(Step.ROWS, 1, 0, true);

    /** Refuses what no series can have, since a file may say anything. */
    public Calendar {
        boolean single = step == Step.ROWS || step == Step.WEEKDAYS;
        long most = step == Step.SECONDS || step == Step.WEEKDAY_SECONDS ? MOST : MOST / StampKind.DAY;
        if (count < 1 || count > (single ? 1 : most)) {
            throw new IllegalArgumentException("a step of " + count + " " + step);
        }
        if (step == Step.MONTHS ? dayOfMonth < 1 || dayOfMonth > 31 : dayOfMonth != 0) {
            throw new IllegalArgumentException("day " + dayOfMonth + " of the month for " + step);
        }
    }

    /** The calendar that the stamps of a series keep. */
    public static Calendar infer(Series series) {
        return series.kind() == StampKind.NONE ? ROWS : StepFinder.find(series.stamps());
    }

    /** The stamp one step after this one. */
    public long next(long stamp) {
        return switch (step) {
            case ROWS -> stamp + 1;
            case DAYS -> stamp + count * StampKind.DAY;
            case WEEKDAYS -> weekday(stamp + StampKind.DAY);
            case MONTHS -> month(stamp);
            case SECONDS -> stamp + count;
            case WEEKDAY_SECONDS -> weekday(stamp + count);
        };
    }

    /** The stamps that follow this one, as many as asked for. */
    public long[] after(long stamp, int steps) {
        long[] stamps = new long[steps];
        long last = stamp;
        for (int k = 0; k < steps; k++) {
            last = next(last);
            stamps[k] = last;
        }
        return stamps;
    }

    /** The step in words: {@code weekdays}, {@code monthly}, {@code every 30 minutes}. */
    public String describe() {
        return regular ? words() : "irregular, taken as " + words();
    }

    private String words() {
        return switch (step) {
            case ROWS -> "row numbers";
            case WEEKDAYS -> "weekdays";
            case DAYS -> count == 7 ? "weekly" : count % 7 == 0 ? every(count / 7, "week") : every(count, "day");
            case MONTHS -> months();
            case SECONDS -> duration();
            case WEEKDAY_SECONDS -> duration() + " on weekdays";
        };
    }

    private String months() {
        if (count == 1) {
            return "monthly";
        } else if (count == 3) {
            return "quarterly";
        }
        return count == 12 ? "yearly" : count % 12 == 0 ? every(count / 12, "year") : every(count, "month");
    }

    private String duration() {
        if (count % StampKind.DAY == 0) {
            return every(count / StampKind.DAY, "day");
        } else if (count % 3600 == 0) {
            return every(count / 3600, "hour");
        }
        return count % 60 == 0 ? every(count / 60, "minute") : every(count, "second");
    }

    private static String every(long count, String unit) {
        return count == 1 ? "every " + unit : "every " + count + " " + unit + "s";
    }

    static boolean isWeekend(long stamp) {
        return WEEKEND.contains(StampKind.time(stamp).getDayOfWeek());
    }

    private static long weekday(long stamp) {
        long day = stamp;
        while (isWeekend(day)) {
            day += StampKind.DAY;
        }
        return day;
    }

    /** Counts from the day of the calendar, not of the stamp: January 31, February 28, March 31. */
    private long month(long stamp) {
        LocalDateTime time = StampKind.time(stamp);
        YearMonth month = YearMonth.from(time).plusMonths(count);
        return month.atDay(Math.min(dayOfMonth, month.lengthOfMonth()))
                .atTime(time.toLocalTime())
                .toEpochSecond(ZoneOffset.UTC);
    }
}
