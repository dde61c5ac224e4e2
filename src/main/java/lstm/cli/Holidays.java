package lstm.cli;

import java.util.stream.Collectors;
import lstm.series.Calendar;
import lstm.series.Closure;

/** The holidays of a calendar in words. */
final class Holidays {
    private Holidays() {}

    /** All of them: {@code Jan 1, Dec 25, last Mon of May}. */
    static String text(Calendar calendar) {
        return calendar.holidays().stream().map(Closure::describe).collect(Collectors.joining(", "));
    }
}
