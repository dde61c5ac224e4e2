package lstm.calendar;

import java.util.stream.Collectors;
import lstm.series.StampKind;

/** A calendar in words. */
final class CalendarWords {
    private CalendarWords() {}

    /** The step, the hours, and the days of the week that are left out. */
    static String of(Calendar calendar) {
        long count = calendar.count();
        return switch (calendar.step()) {
            case ROWS -> "row numbers";
            case WEEKDAYS -> "weekdays";
            case DAYS ->
                (count == 7 ? "weekly" : count % 7 == 0 ? every(count / 7, "week") : every(count, "day"))
                        + weekly(calendar);
            case MONTHS -> months(count);
            case SECONDS -> duration(count) + hours(calendar) + weekly(calendar);
            case WEEKDAY_SECONDS -> duration(count) + hours(calendar) + " on weekdays";
        };
    }

    private static String hours(Calendar calendar) {
        return calendar.sessions().isEmpty()
                ? ""
                : calendar.sessions().stream().map(Session::text).collect(Collectors.joining(" and ", " in ", ""));
    }

    private static String weekly(Calendar calendar) {
        String days = calendar.closures().stream()
                .filter(closure -> closure instanceof Closure.Weekly)
                .map(Closure::describe)
                .collect(Collectors.joining(" and "));
        return days.isEmpty() ? "" : " but " + days;
    }

    private static String months(long count) {
        if (count == 1) {
            return "monthly";
        } else if (count == 3) {
            return "quarterly";
        }
        return count == 12 ? "yearly" : count % 12 == 0 ? every(count / 12, "year") : every(count, "month");
    }

    private static String duration(long count) {
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
}
