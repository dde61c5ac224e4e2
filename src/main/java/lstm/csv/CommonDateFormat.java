package lstm.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import lstm.series.StampKind;

/** The built-in date formats, each with or without a time of day. */
enum CommonDateFormat implements DateFormat {
    ISO("yyyy-MM-dd", '-', "yMd"),
    YEAR_FIRST("yyyy/MM/dd", '/', "yMd"),
    MONTH("yyyy-MM", '-', "yM"),
    COMPACT("yyyyMMdd", '\0', ""),
    MONTH_FIRST("M/d/yyyy", '/', "Mdy"),
    DAY_FIRST("d/M/yyyy", '/', "dMy"),
    DOTTED("d.M.yyyy", '.', "dMy");

    static final List<DateFormat> ALL = List.of(values());

    private final String pattern;
    private final char separator;
    private final String order;

    CommonDateFormat(String pattern, char separator, String order) {
        this.pattern = pattern;
        this.separator = separator;
        this.order = order;
    }

    @Override
    public String pattern() {
        return pattern;
    }

    @Override
    public long seconds(String text) {
        int end = 0;
        while (end < text.length() && "Tt ".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        long day = this == COMPACT ? compactDay(text, end) : day(text, end);
        if (day == NONE || end == text.length()) {
            return day == NONE ? NONE : day * StampKind.DAY;
        }
        int second = this == MONTH ? -1 : ClockText.secondOfDay(text, end + 1);
        return second < 0 ? NONE : day * StampKind.DAY + second;
    }

    @Override
    public int offset(String text) {
        return ClockText.offset(text);
    }

    private static long compactDay(String text, int end) {
        int number = end == 8 ? number(text, 0, 8) : -1;
        return number < 0 ? NONE : epochDay(number / 10_000, number / 100 % 100, number % 100);
    }

    private long day(String text, int end) {
        int year = 0;
        int month = 0;
        int day = 1;
        int at = 0;
        for (int k = 0; k < order.length(); k++) {
            int stop = k == order.length() - 1 ? end : text.indexOf(separator, at);
            boolean isYear = order.charAt(k) == 'y';
            if (stop < 0 || stop > end || (isYear ? stop - at != 4 : stop - at > 2)) {
                return NONE;
            }
            int value = number(text, at, stop);
            if (isYear) {
                year = value;
            } else if (order.charAt(k) == 'M') {
                month = value;
            } else {
                day = value;
            }
            at = stop + 1;
        }
        return epochDay(year, month, day);
    }

    private static long epochDay(int year, int month, int day) {
        if (year < 1 || year > Year.MAX_VALUE || month < 1 || month > 12 || day < 1 || day > 31) {
            return NONE;
        }
        try {
            return LocalDate.of(year, month, day).toEpochDay();
        } catch (DateTimeException e) {
            // The month has no such day.
            return NONE;
        }
    }

    /** The digits in a range as a number, or -1 if it is empty or contains other characters. */
    static int number(String text, int from, int to) {
        int value = from < to ? 0 : -1;
        for (int k = from; k < to; k++) {
            int digit = text.charAt(k) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
