package lstm.csv;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import lstm.series.StampKind;

/** The built-in formats of dates in digits, each with or without a time of day. */
enum CommonDateFormat implements DateFormat {
    ISO("yyyy-MM-dd", '-', "yMd"),
    YEAR_FIRST("yyyy/MM/dd", '/', "yMd"),
    YEAR_FIRST_DOTTED("yyyy.MM.dd", '.', "yMd"),
    MONTH("yyyy-MM", '-', "yM"),
    MONTH_SLASH("yyyy/MM", '/', "yM"),
    MONTH_LAST_YEAR("MM/yyyy", '/', "My"),
    MONTH_LAST_YEAR_DASHED("MM-yyyy", '-', "My"),
    ORDINAL("yyyy-DDD", '-', "yD"),
    COMPACT("yyyyMMdd", '\0', ""),
    COMPACT_HOUR("yyyyMMddHH", '\0', ""),
    COMPACT_MINUTE("yyyyMMddHHmm", '\0', ""),
    COMPACT_SECOND("yyyyMMddHHmmss", '\0', ""),
    MONTH_FIRST("M/d/yyyy", '/', "Mdy"),
    DAY_FIRST("d/M/yyyy", '/', "dMy"),
    DOTTED("d.M.yyyy", '.', "dMy"),
    DAY_FIRST_DASHED("d-M-yyyy", '-', "dMy"),
    MONTH_FIRST_DASHED("M-d-yyyy", '-', "Mdy"),
    MONTH_FIRST_SHORT("M/d/yy", '/', "MdY"),
    DAY_FIRST_SHORT("d/M/yy", '/', "dMY"),
    YEAR_FIRST_SHORT("yy/M/d", '/', "YMd"),
    DOTTED_SHORT("d.M.yy", '.', "dMY"),
    DAY_FIRST_DASHED_SHORT("d-M-yy", '-', "dMY"),
    MONTH_FIRST_DASHED_SHORT("M-d-yy", '-', "MdY"),
    YEAR_FIRST_DASHED_SHORT("yy-M-d", '-', "YMd");

    /** The first year in which the longer compact formats are believed: earlier ones are numbers. */
    private static final int FIRST_COMPACT_YEAR = 1900;

    private static final int SHORTEST_MONTH = 28;

    /** From the first of March of the year 0. */
    private static final long DAYS_TO_1970 = 719_468;

    private final String pattern;
    private final char separator;
    private final String order;
    private final boolean hasDay;

    CommonDateFormat(String pattern, char separator, String order) {
        this.pattern = pattern;
        this.separator = separator;
        this.order = order;
        hasDay = order.isEmpty() || order.indexOf('d') >= 0 || order.indexOf('D') >= 0;
    }

    @Override
    public String pattern() {
        return pattern;
    }

    @Override
    public boolean hasShortYear() {
        return order.indexOf('Y') >= 0;
    }

    @Override
    public long seconds(String text) {
        if (this == ISO && isIsoDay(text)) {
            // Most files are written so: their stamps are read without a search for separators.
            long day = epochDay(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
            int second = text.length() == 10 ? 0 : ClockText.secondOfDay(text, 11);
            return day == NONE || second < 0 ? NONE : day * StampKind.DAY + second;
        }
        int end = 0;
        while (end < text.length() && "Tt ".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        if (separator == '\0') {
            return compact(text, end);
        }
        long day = day(text, end);
        if (day == NONE || end == text.length()) {
            return day == NONE ? NONE : day * StampKind.DAY;
        }
        int second = hasDay ? ClockText.secondOfDay(text, end + 1) : -1;
        return second < 0 ? NONE : day * StampKind.DAY + second;
    }

    /** Whether a text begins with a day of ten characters, and ends there or goes on with a time. */
    private static boolean isIsoDay(String text) {
        return text.length() >= 10
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && (text.length() == 10 || "Tt ".indexOf(text.charAt(10)) >= 0);
    }

    private long compact(String text, int end) {
        if (end != pattern.length() || end != text.length() && this != COMPACT) {
            return NONE;
        }
        int date = number(text, 0, 8);
        long day = date < 0 ? NONE : epochDay(date / 10_000, date / 100 % 100, date % 100);
        if (day == NONE || this != COMPACT && date / 10_000 < FIRST_COMPACT_YEAR) {
            return NONE;
        }
        int second = end < text.length()
                ? Math.max(ClockText.secondOfDay(text, end + 1), ClockText.compactSecond(text, end + 1))
                : this == COMPACT ? 0 : ClockText.compactSecond(text, 8);
        return second < 0 ? NONE : day * StampKind.DAY + second;
    }

    private long day(String text, int end) {
        int year = 0;
        int month = 1;
        int day = 1;
        int at = 0;
        for (int k = 0; k < order.length(); k++) {
            char field = order.charAt(k);
            int stop = k == order.length() - 1 ? end : text.indexOf(separator, at);
            if (stop < 0 || stop > end || !isWidth(field, stop - at)) {
                return NONE;
            }
            int value = number(text, at, stop);
            if (field == 'y') {
                year = value;
            } else if (field == 'Y') {
                year = value < 0 ? -1 : 2000 + value;
            } else if (field == 'M') {
                month = value;
            } else {
                day = value;
            }
            at = stop + 1;
        }
        return order.indexOf('D') < 0 ? epochDay(year, month, day) : ordinalDay(year, day);
    }

    private static boolean isWidth(char field, int width) {
        return switch (field) {
            case 'y' -> width == 4;
            case 'Y' -> width == 2;
            case 'D' -> width == 3;
            default -> width <= 2;
        };
    }

    private static long ordinalDay(int year, int day) {
        boolean real =
                year >= 1 && day >= 1 && day <= Year.of(Math.max(1, year)).length();
        return real ? LocalDate.ofYearDay(year, day).toEpochDay() : NONE;
    }

    /**
     * The day since 1970-01-01, or {@link DateFormat#NONE} if there is no such day. Counted in years that start in
     * March, as in Howard Hinnant's days_from_civil: a {@link LocalDate} for each row of a long file takes three times
     * as long.
     */
    static long epochDay(int year, int month, int day) {
        if (year < 1 || year > Year.MAX_VALUE || month < 1 || month > 12 || day < 1 || day > 31) {
            return NONE;
        }
        if (day > SHORTEST_MONTH && day > Month.of(month).length(Year.isLeap(year))) {
            return NONE;
        }
        long marches = month > 2 ? year : year - 1L;
        long leapDays = marches / 4 - marches / 100 + marches / 400;
        long dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        return 365 * marches + leapDays + dayOfYear - DAYS_TO_1970;
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
