package lstm.report;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lstm.calendar.Calendar;
import lstm.calendar.Closure;
import lstm.calendar.DayRule;
import lstm.calendar.RetailMonths;
import lstm.calendar.Session;
import lstm.calendar.Step;

/** Calendars in words. */
public final class CalendarText {
    private static final String[] ORDINALS = {"1st", "2nd", "3rd", "4th", "last"};

    private CalendarText() {}

    /** The step, the hours and the closed days of the week: {@code every 30 minutes in 09:30-16:00 on weekdays}. */
    public static String of(Calendar calendar) {
        return (calendar.regular() ? "" : "irregular, taken as ") + steps(calendar);
    }

    private static String steps(Calendar calendar) {
        return switch (calendar.step()) {
            case ROWS, WEEKDAYS -> calendar.toString();
            case MONTHS, SEMI_MONTHS -> calendar + days(calendar.rule());
            case DAYS -> calendar + days(calendar.rule()) + closedDays(calendar);
            case SECONDS -> calendar + hours(calendar) + closedDays(calendar);
            case WEEKDAY_SECONDS -> {
                Calendar allWeek = new Calendar(Step.SECONDS, calendar.count(), 0, true);
                yield allWeek + hours(calendar) + " on weekdays";
            }
        };
    }

    /** The rule of the days where it is more than a day of the month: {@code on the 3rd Wednesday}. */
    private static String days(DayRule rule) {
        if (rule instanceof DayRule.Weekday weekday) {
            return " on the " + ORDINALS[weekday.week() - 1] + " " + full(weekday.weekday());
        } else if (rule instanceof DayRule.BusinessDay day) {
            return " on the " + (day.last() ? "last" : "first") + " business day";
        } else if (rule instanceof DayRule.Twice twice) {
            return ": on day " + twice.first() + " and " + (twice.second() == 31 ? "the last" : twice.second());
        } else if (rule instanceof DayRule.OfWeek week) {
            return " on " + full(week.weekday()) + "s";
        } else if (rule instanceof RetailMonths retail) {
            return " in " + List.of("5-4-4", "4-5-4", "4-4-5").get(retail.longMonth() - 1) + " weeks";
        }
        return "";
    }

    private static String full(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static String hours(Calendar calendar) {
        return calendar.sessions().isEmpty()
                ? ""
                : calendar.sessions().stream().map(Session::text).collect(Collectors.joining(" and ", " in ", ""));
    }

    private static String closedDays(Calendar calendar) {
        String days = calendar.closures().stream()
                .filter(closure -> closure instanceof Closure.Weekly)
                .map(CalendarText::of)
                .collect(Collectors.joining(" and "));
        return days.isEmpty() ? "" : " but " + days;
    }

    /** The holidays: {@code Jan 1, Dec 25, last Mon of May}. */
    public static String holidays(Calendar calendar) {
        return calendar.holidays().stream().map(CalendarText::of).collect(Collectors.joining(", "));
    }

    /** A closure: {@code Sundays}, {@code Dec 25}, {@code last Mon of May}, {@code Good Friday}. */
    public static String of(Closure closure) {
        if (closure instanceof Closure.Weekly weekly) {
            return full(weekly.day()) + "s";
        } else if (closure instanceof Closure.Date date) {
            return abbreviated(date.month()) + " " + date.day();
        } else if (closure instanceof Closure.Weekday weekday) {
            return ORDINALS[weekday.week() - 1] + " " + abbreviated(weekday.weekday()) + " of "
                    + abbreviated(weekday.month());
        }
        return easter(((Closure.Easter) closure).days());
    }

    private static String easter(int days) {
        return switch (days) {
            case -2 -> "Good Friday";
            case 1 -> "Easter Monday";
            default -> Math.abs(days) + " days " + (days < 0 ? "before" : "after") + " Easter";
        };
    }

    private static String abbreviated(int month) {
        return Month.of(month).getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }

    private static String abbreviated(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }
}
