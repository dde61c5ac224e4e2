package lstm.csv;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lstm.series.StampKind;

/**
 * The format of ISO weeks: {@code 2019-W02}, {@code 2019W02}, {@code 2019-W02-1}, {@code KW 2/2019}. A week without a
 * day is dated with its Monday.
 */
enum WeekFormat implements DateFormat {
    ISO;

    private static final int FLAGS = Pattern.CASE_INSENSITIVE;

    /** A French S takes two digits: with one it is half a year. */
    private static final String LETTER = "(?:(?:W|KW|CW|WK|WEEK|SEM)[-. ]?|S(?=\\d\\d))";

    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})[-/ ]?" + LETTER + "(?:(\\d\\d)-?([1-7])|(\\d{1,2}))", FLAGS);
    private static final Pattern YEAR_LAST = Pattern.compile(LETTER + "(\\d{1,2})[-/., ]+(\\d{4})", FLAGS);

    @Override
    public String pattern() {
        return "week";
    }

    @Override
    public int offset(String text) {
        return ClockText.NO_OFFSET;
    }

    @Override
    public long seconds(String text) {
        Matcher first = YEAR_FIRST.matcher(text);
        if (first.matches()) {
            return first.group(4) == null
                    ? seconds(first.group(1), first.group(2), Integer.parseInt(first.group(3)))
                    : seconds(first.group(1), first.group(4), 1);
        }
        Matcher last = YEAR_LAST.matcher(text);
        return last.matches() ? seconds(last.group(2), last.group(1), 1) : NONE;
    }

    private static long seconds(String year, String week, int day) {
        int weekYear = Integer.parseInt(year);
        if (weekYear < 1) {
            return NONE;
        }
        // January 4 is always in the first week.
        LocalDate start = LocalDate.of(weekYear, 1, 4).with(DayOfWeek.MONDAY);
        LocalDate monday = start.plusWeeks(Integer.parseInt(week) - 1L);
        boolean real = !monday.isBefore(start) && monday.get(IsoFields.WEEK_BASED_YEAR) == weekYear;
        return real ? monday.plusDays(day - 1L).toEpochDay() * StampKind.DAY : NONE;
    }
}
