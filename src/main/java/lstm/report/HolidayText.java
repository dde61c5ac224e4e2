package lstm.report;

import java.util.stream.Collectors;
import lstm.calendar.Calendar;
import lstm.calendar.Closure;

/** The holidays of a calendar in words. */
final class HolidayText {
    private HolidayText() {}

    /** All of them: {@code Jan 1, Dec 25, last Mon of May}. */
    static String text(Calendar calendar) {
        return calendar.holidays().stream().map(Closure::describe).collect(Collectors.joining(", "));
    }
}
