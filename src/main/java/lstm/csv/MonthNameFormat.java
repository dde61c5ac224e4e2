package lstm.csv;

import lstm.series.StampKind;

/**
 * Formats of dates with the name of the month in one of five languages: {@code 5-Jan-2024}, {@code 1 janv. 2020},
 * {@code März 2021}, {@code Jan 5, 2024}. Any punctuation may separate the parts, a day of the week may come first and
 * a time of day last.
 */
enum MonthNameFormat implements DateFormat {
    DAY_FIRST("d MMM yyyy", "dMy"),
    MONTH_FIRST("MMM d, yyyy", "Mdy"),
    YEAR_FIRST("yyyy MMM d", "yMd"),
    MONTH("MMM yyyy", "My"),
    YEAR_MONTH("yyyy MMM", "yM"),
    DAY_FIRST_SHORT("d-MMM-yy", "dMY"),
    MONTH_FIRST_SHORT("MMM d, yy", "MdY"),
    MONTH_SHORT("MMM-yy", "MY");

    private static final String BETWEEN = " .,-/'\u2019\u00a0";

    private final String pattern;
    private final String order;

    MonthNameFormat(String pattern, String order) {
        this.pattern = pattern;
        this.order = order;
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
        int end = ClockText.start(text);
        long day = day(text, end);
        if (day == NONE || end == text.length()) {
            return day == NONE ? NONE : day * StampKind.DAY;
        }
        int second = order.indexOf('d') < 0 ? -1 : ClockText.secondOfDay(text, end + 1);
        return second < 0 ? NONE : day * StampKind.DAY + second;
    }

    private long day(String text, int end) {
        int year = 0;
        int month = 0;
        int day = 1;
        int at = afterWeekday(text, end);
        for (int k = 0; k < order.length(); k++) {
            char field = order.charAt(k);
            at = between(text, at, end);
            int stop = field == 'M' ? letters(text, at, end) : digits(text, at, end);
            if (!isWidth(field, stop - at)) {
                return NONE;
            }
            if (field == 'M') {
                month = MonthNames.month(text.substring(at, stop));
            } else if (field == 'd') {
                day = CommonDateFormat.number(text, at, stop);
                stop = afterOrdinal(text, stop, end);
            } else {
                year = CommonDateFormat.number(text, at, stop) + (field == 'Y' ? 2000 : 0);
            }
            at = stop;
        }
        return between(text, at, end) == end ? CommonDateFormat.epochDay(year, month, day) : NONE;
    }

    private static boolean isWidth(char field, int width) {
        return switch (field) {
            case 'y' -> width == 4;
            case 'Y' -> width == 2;
            case 'd' -> width == 1 || width == 2;
            default -> width >= 3;
        };
    }

    private static int afterWeekday(String text, int end) {
        int stop = letters(text, 0, end);
        boolean more = between(text, stop, end) > stop;
        boolean weekday = stop > 0 && more && MonthNames.isWeekday(text.substring(0, stop));
        boolean month = weekday && MonthNames.month(text.substring(0, stop)) > 0;
        // "mar" is a Tuesday before a day and a month, and March before a day and a year.
        boolean followed = month && text.substring(stop, end).chars().anyMatch(Character::isLetter);
        return weekday && (!month || followed) ? stop : 0;
    }

    /** Passes over punctuation and the Spanish {@code de}. */
    private static int between(String text, int from, int end) {
        int at = from;
        while (at < end && BETWEEN.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at > from && text.startsWith("de ", at) && at + 3 <= end ? between(text, at + 2, end) : at;
    }

    private static int letters(String text, int from, int end) {
        int at = from;
        while (at < end && Character.isLetter(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int digits(String text, int from, int end) {
        int at = from;
        while (at < end && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    /** Passes over the ending of an ordinal number: {@code 1st}, {@code 1er}, {@code 1º}. */
    private static int afterOrdinal(String text, int from, int end) {
        for (String ending : new String[] {"st", "nd", "rd", "th", "er", "\u00ba"}) {
            int stop = from + ending.length();
            if (text.startsWith(ending, from) && (stop >= end || !Character.isLetter(text.charAt(stop)))) {
                return Math.min(stop, end);
            }
        }
        return from;
    }
}
