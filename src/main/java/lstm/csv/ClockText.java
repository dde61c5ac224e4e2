package lstm.csv;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lstm.series.StampKind;

/**
 * The time of day behind a date: {@code 9:30}, {@code 09:30:15}, {@code 09:30:15.250Z}, {@code 09:30+01:00},
 * {@code 4:05 PM}. 24:00 is the midnight at the end of the day.
 */
final class ClockText {
    /** Returned by {@link #offset} for a time without an offset. */
    static final int NO_OFFSET = Integer.MIN_VALUE;

    /** A UTC offset of at most 18 hours, which is skipped here. */
    private static final Pattern CLOCK = Pattern.compile("(\\d\\d?):(\\d\\d)(?::(\\d\\d)(?:[.,](\\d{1,9}))?)? ?"
            + "(?:([AaPp])\\.?[Mm]\\.? ?)?"
            + "(?:[Zz]|UTC|GMT|[+-](?:(?:0\\d|1[0-7])(?::?[0-5]\\d)?|18(?::?00)?))?");

    /** An interval of ISO dates. */
    private static final Pattern DAYS = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d[^/]*)/\\d{4}-\\d\\d-\\d\\d[^/]*");

    private static final Pattern INTERVAL =
            Pattern.compile("(.*?\\d(?: ?[AaPp][Mm])?)(?: +[-\\u2013\\u2014] +|[\\u2013\\u2014])\\S*\\d\\S*(?: .*)?");

    private ClockText() {}

    /** Whole seconds since midnight of the time at this position, or -1. */
    static int secondOfDay(String text, int from) {
        int length = text.length() - from;
        if ((length == 5 || length == 8 && text.charAt(from + 5) == ':') && text.charAt(from + 2) == ':') {
            int second = length == 5 ? 0 : CommonDateFormat.number(text, from + 6, from + 8);
            return second(
                    CommonDateFormat.number(text, from, from + 2),
                    CommonDateFormat.number(text, from + 3, from + 5),
                    second);
        }
        Matcher clock = CLOCK.matcher(text).region(from, text.length());
        if (!clock.matches()) {
            return -1;
        }
        int hour = CommonDateFormat.number(text, clock.start(1), clock.end(1));
        int minute = CommonDateFormat.number(text, clock.start(2), clock.end(2));
        int second = clock.start(3) < 0 ? 0 : CommonDateFormat.number(text, clock.start(3), clock.end(3));
        if (clock.start(5) >= 0) {
            boolean afternoon = "Pp".indexOf(text.charAt(clock.start(5))) >= 0;
            hour = hour < 1 || hour > 12 ? -1 : hour % 12 + (afternoon ? 12 : 0);
        }
        return second(hour, minute, second);
    }

    private static int second(int hour, int minute, int second) {
        if (hour == 24 && minute == 0 && second == 0) {
            return (int) StampKind.DAY;
        }
        boolean real = hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 59;
        return real ? (hour * 60 + minute) * 60 + second : -1;
    }

    /** Seconds since midnight of two, four or six digits at this position, up to the end or an offset; or -1. */
    static int compactSecond(String text, int from) {
        int end = text.endsWith("Z") ? text.length() - 1 : text.length();
        int digits = end - from;
        if (digits != 2 && digits != 4 && digits != 6) {
            return -1;
        }
        return second(
                CommonDateFormat.number(text, from, from + 2),
                digits < 4 ? 0 : CommonDateFormat.number(text, from + 2, from + 4),
                digits < 6 ? 0 : CommonDateFormat.number(text, from + 4, from + 6));
    }

    /** The position of the space or T before the time of day; the length of the text if it has none. */
    static int start(String text) {
        int colon = text.indexOf(':');
        int at = colon;
        while (at > 0 && Character.isDigit(text.charAt(at - 1))) {
            at--;
        }
        return colon < 0 || at == 0 ? text.length() : at - 1;
    }

    /** The UTC offset of a date and time in seconds, or {@link #NO_OFFSET} if it has none. */
    static int offset(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return NO_OFFSET;
        }
        char last = text.charAt(text.length() - 1);
        if (last == 'Z' || last == 'z' || text.endsWith("UTC") || text.endsWith("GMT")) {
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
        if (colon + 3 == text.length()) {
            return false;
        }
        int point = colon < 0 ? -1 : Math.max(text.indexOf('.', colon), text.indexOf(',', colon));
        for (int k = point + 1; point >= 0 && k < text.length() && Character.isDigit(text.charAt(k)); k++) {
            if (text.charAt(k) != '0') {
                return true;
            }
        }
        return false;
    }

    /**
     * The beginning of an interval such as {@code 00:00 - 01:00}, with or without a date, or else the text itself. What
     * follows the dash has to look like a time or a date as well.
     */
    static String beginning(String text) {
        Matcher days = text.length() > 20 && text.charAt(4) == '-' ? DAYS.matcher(text) : null;
        if (days != null && days.matches()) {
            return days.group(1);
        }
        boolean dash = text.contains(" - ") || text.indexOf('\u2013') > 0 || text.indexOf('\u2014') > 0;
        if (!dash) {
            return text;
        }
        Matcher interval = INTERVAL.matcher(text);
        return interval.matches() ? interval.group(1) : text;
    }
}
