package lstm.csv;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lstm.series.StampKind;

/**
 * Formats of numbered parts of a year: {@code 2000-Q1}, {@code Q1 2000}, {@code 2017Q04}, {@code 2000M01},
 * {@code 2000-S1}. A part is dated with its first day.
 */
enum PeriodFormat implements DateFormat {
    QUARTER("quarter", "Q|T|\\. ?Quartal|\\. ?trim(?:estre)?\\.?", 3, "\\d{4}"),
    SHORT_QUARTER("short-quarter", "Q", 3, "\\d\\d"),
    HALF("half-year", "S|H", 6, "\\d{4}"),
    MONTH("month", "M", 1, "\\d{4}");

    private static final String BETWEEN = "(?: ?[-/:.] ?| )?'?";

    private final String word;
    private final int months;
    private final Pattern yearFirst;
    private final Pattern yearLast;
    private final Pattern letterBetween;

    PeriodFormat(String word, String letters, int months, String year) {
        this.word = word;
        this.months = months;
        int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        String letter = "(?:" + letters + ")";
        yearFirst = Pattern.compile("(" + year + ")" + BETWEEN + letter + "[- ]?(\\d{1,2})", flags);
        yearLast = Pattern.compile(
                letter + "[- ]?(\\d{1,2})" + (year.length() > 4 ? BETWEEN : "(?: ?[-/:.] ?| )'?") + "(" + year + ")",
                flags);
        letterBetween = Pattern.compile("(\\d{1,2})" + letter + BETWEEN + "(" + year + ")", flags);
    }

    @Override
    public String pattern() {
        return word;
    }

    @Override
    public boolean hasShortYear() {
        return this == SHORT_QUARTER;
    }

    @Override
    public int offset(String text) {
        return ClockText.NO_OFFSET;
    }

    @Override
    public long seconds(String text) {
        Matcher first = yearFirst.matcher(text);
        if (first.matches()) {
            return seconds(first.group(1), first.group(2));
        }
        Matcher last = yearLast.matcher(text);
        if (last.matches()) {
            return seconds(last.group(2), last.group(1));
        }
        Matcher between = letterBetween.matcher(text);
        return between.matches() ? seconds(between.group(2), between.group(1)) : NONE;
    }

    private long seconds(String year, String part) {
        int number = Integer.parseInt(part);
        if (number < 1 || number > 12 / months) {
            return NONE;
        }
        int whole = Integer.parseInt(year) + (hasShortYear() ? 2000 : 0);
        long day = CommonDateFormat.epochDay(whole, (number - 1) * months + 1, 1);
        return day == NONE ? NONE : day * StampKind.DAY;
    }
}
