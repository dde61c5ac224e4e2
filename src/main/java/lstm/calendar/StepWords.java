package lstm.calendar;

import lstm.series.StampKind;

/** Spells a step, such as {@code every 30 minutes}. */
final class StepWords {
    private StepWords() {}

    static String of(Step step, long count) {
        return switch (step) {
            case ROWS -> "row numbers";
            case WEEKDAYS -> "weekdays";
            case DAYS -> days(count);
            case MONTHS -> months(count);
            case SEMI_MONTHS -> "twice a month";
            case SECONDS -> seconds(count);
            case WEEKDAY_SECONDS -> seconds(count) + " on weekdays";
        };
    }

    private static String days(long count) {
        if (count == 7) {
            return "weekly";
        }
        return count % 7 == 0 ? every(count / 7, "week") : every(count, "day");
    }

    private static String months(long count) {
        if (count == 1) {
            return "monthly";
        } else if (count == 3) {
            return "quarterly";
        } else if (count == 12) {
            return "yearly";
        }
        return count % 12 == 0 ? every(count / 12, "year") : every(count, "month");
    }

    private static String seconds(long count) {
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
