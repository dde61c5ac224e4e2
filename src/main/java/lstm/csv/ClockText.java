package lstm.csv;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The time of day behind a date: {@code 9:30}, {@code 09:30:15}, {@code 09:30:15.250Z}, {@code 09:30+01:00}. */
final class ClockText {
    /** Returned by {@link #offset} for a time without an offset. */
    static final int NO_OFFSET = Integer.MIN_VALUE;

    /** A UTC offset of at most 18 hours, which is skipped here. */
    private static final Pattern CLOCK = Pattern.compile("(\\d\\d?):(\\d\\d)(?::(\\d\\d)(?:[.,](\\d{1,9}))?)? ?"
            + "(?:[Zz]|[+-](?:(?:0\\d|1[0-7])(?::?[0-5]\\d)?|18(?::?00)?))?");

    private ClockText() {}

    /** Whole seconds since midnight of the time at this position, or -1. */
    static int secondOfDay(String text, int from) {
        Matcher clock = CLOCK.matcher(text).region(from, text.length());
        if (!clock.matches()) {
            return -1;
        }
        int hour = CommonDateFormat.number(text, clock.start(1), clock.end(1));
        int minute = CommonDateFormat.number(text, clock.start(2), clock.end(2));
        int second = clock.start(3) < 0 ? 0 : CommonDateFormat.number(text, clock.start(3), clock.end(3));
        return hour > 23 || minute > 59 || second > 59 ? -1 : (hour * 60 + minute) * 60 + second;
    }

    /** The UTC offset of a date and time in seconds, or {@link #NO_OFFSET} if it has none. */
    static int offset(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return NO_OFFSET;
        }
        char last = text.charAt(text.length() - 1);
        if (last == 'Z' || last == 'z') {
            return 0;
        }
        int sign = Math.max(text.indexOf('+', colon), text.indexOf('-', colon));
        if (sign < 0) {
            return NO_OFFSET;
        }
        int hours = CommonDateFormat.number(text, sign + 1, sign + 3);
        int minutes = text.length() == sign + 3 ? 0 : CommonDateFormat.number(text, text.length() - 2, text.length());
        return (hours * 60 + minutes) * (text.charAt(sign) == '-' ? -60 : 60);
    }

    /** Whether the text has a fraction of a second that is not zero. */
    static boolean hasFraction(String text) {
        int colon = text.lastIndexOf(':');
        int point = colon < 0 ? -1 : Math.max(text.indexOf('.', colon), text.indexOf(',', colon));
        for (int k = point + 1; point >= 0 && k < text.length() && Character.isDigit(text.charAt(k)); k++) {
            if (text.charAt(k) != '0') {
                return true;
            }
        }
        return false;
    }
}
