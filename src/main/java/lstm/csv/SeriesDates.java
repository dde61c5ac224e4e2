package lstm.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lstm.error.LstmException;
import lstm.error.Setting;

/** The dates of values that follow each other in steps: the start, then a step later, and so on. */
public final class SeriesDates {
    private static final Pattern STEP = Pattern.compile("(\\d{1,6})? ?([a-z]+?)s?");
    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "second", ChronoUnit.SECONDS,
            "minute", ChronoUnit.MINUTES,
            "min", ChronoUnit.MINUTES,
            "hour", ChronoUnit.HOURS,
            "day", ChronoUnit.DAYS,
            "week", ChronoUnit.WEEKS,
            "month", ChronoUnit.MONTHS,
            "quarter", ChronoUnit.MONTHS,
            "year", ChronoUnit.YEARS);
    private static final int QUARTER = 3;

    private final LocalDateTime start;
    private final long count;
    private final ChronoUnit unit;
    private final boolean isDate;
    private final List<String> texts = new ArrayList<>();

    private SeriesDates(LocalDateTime start, long count, ChronoUnit unit, boolean isDate) {
        this.start = start;
        this.count = count;
        this.unit = unit;
        this.isDate = isDate;
    }

    /**
     * The dates from a start on.
     *
     * @param start such as {@code 2024-01-01} or {@code 2024-01-01T06:00}
     * @param step a unit of time, or a number of them: {@code month}, {@code 15 minutes}
     * @throws LstmException of kind {@code USAGE} if either is none
     */
    public static SeriesDates of(String start, String step) throws LstmException {
        Matcher matcher = STEP.matcher(step.strip().toLowerCase(Locale.ROOT));
        ChronoUnit unit = matcher.matches() ? UNITS.get(matcher.group(2)) : null;
        long number = unit == null || matcher.group(1) == null ? 1 : Long.parseLong(matcher.group(1));
        if (unit == null || number == 0) {
            throw LstmException.usage(Setting.STEP.to(step), " is not a step of time")
                    .remedy("write it like ", Setting.STEP.to("month"), " or ", Setting.STEP.to("15 minutes"));
        }
        long count = matcher.group(2).equals("quarter") ? QUARTER * number : number;
        try {
            boolean isDate = start.indexOf('T') < 0;
            LocalDateTime first = isDate ? LocalDate.parse(start).atStartOfDay() : LocalDateTime.parse(start);
            return new SeriesDates(first, count, unit, isDate && unit.isDateBased());
        } catch (DateTimeException e) {
            throw LstmException.usage(Setting.START.to(start), " is not a date")
                    .remedy(
                            "write it like ",
                            Setting.START.to("2024-01-31"),
                            " or ",
                            Setting.START.to("2024-01-31T06:00"));
        }
    }

    /** Whether a start and a step give dates. */
    public static boolean areDates(String start, String step) {
        try {
            of(start, step);
            return true;
        } catch (LstmException e) {
            return false;
        }
    }

    /**
     * The date of a value.
     *
     * @param index of the value, from 0
     * @param row that has it
     * @throws LstmException if it is after the year 9999
     */
    String text(int index, Row row) throws LstmException {
        while (texts.size() <= index) {
            LocalDateTime time = start.plus(count * texts.size(), unit);
            if (time.getYear() > 9999) {
                throw LstmException.data("value ", texts.size() + 1, " is after the year 9999")
                        .at(row.place())
                        .remedy("use an earlier ", Setting.START, " or a smaller ", Setting.STEP);
            }
            texts.add(isDate ? time.toLocalDate().toString() : time.toString());
        }
        return texts.get(index);
    }
}
