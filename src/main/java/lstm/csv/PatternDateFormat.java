package lstm.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.series.StampKind;

/** A date format given as a pattern. */
public final class PatternDateFormat implements DateFormat {
    /** Maximum length of a pattern; a long, deeply nested one would exhaust the stack of java.time. */
    private static final int LONGEST = 100;
    /** Later years are misread dates, and printing them would need signs. */
    private static final int LAST_YEAR = 9999;

    private final String pattern;
    private final DateTimeFormatter formatter;
    /** Whether the pattern has a letter for an offset. */
    private final boolean offsets;

    /**
     * Creates a format that reads strictly: February 30 is not a date.
     *
     * @throws LstmException if the pattern is malformed or holds no date
     */
    public PatternDateFormat(String pattern) throws LstmException {
        this.pattern = pattern;
        if (pattern.length() > LONGEST) {
            throw refusal("is longer than " + LONGEST + " characters", "write a shorter one");
        }
        offsets = pattern.replaceAll("'[^']*'", "").matches(".*[XxZO].*");
        try {
            formatter = formatter(pattern);
        } catch (IllegalArgumentException e) {
            throw refusal("is not a date pattern", "write one like d.M.yyyy or 'yyyy-MM-dd HH:mm'");
        }
        try {
            ZonedDateTime any = ZonedDateTime.of(2001, 2, 3, 4, 5, 6, 0, ZoneOffset.UTC);
            if (seconds(formatter.format(any)) == NONE) {
                throw refusal("does not give the day", "write one like d.M.yyyy");
            }
        } catch (DateTimeException e) {
            throw refusal("is not a pattern of dates", "write one like d.M.yyyy");
        }
    }

    private LstmException refusal(String problem, String remedy) {
        return LstmException.usage(Setting.DATE_FORMAT, ": ", LstmException.quote(pattern), " ", problem)
                .remedy(remedy);
    }

    /** Whether a text is a valid date pattern. */
    public static boolean isPattern(String text) {
        try {
            return new PatternDateFormat(text).pattern().equals(text);
        } catch (LstmException e) {
            return false;
        }
    }

    private static DateTimeFormatter formatter(String pattern) {
        DateTimeFormatterBuilder builder =
                new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern);
        String letters = pattern.replaceAll("'[^']*'", "");
        if (letters.indexOf('G') < 0) {
            // Strictly read, yyyy is a year of an unknown era; it is ours.
            builder.parseDefaulting(ChronoField.ERA, 1);
        }
        if (letters.matches("[^dDeEcwWFgG]*")) {
            builder.parseDefaulting(ChronoField.DAY_OF_MONTH, 1);
            if (letters.matches("[^MLQq]*")) {
                builder.parseDefaulting(ChronoField.MONTH_OF_YEAR, 1);
            }
        }
        return builder.toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT)
                .withChronology(IsoChronology.INSTANCE);
    }

    @Override
    public String pattern() {
        return pattern;
    }

    @Override
    public int offset(String text) {
        if (!offsets) {
            return ClockText.NO_OFFSET;
        }
        try {
            TemporalAccessor parsed = formatter.parse(text);
            return parsed.isSupported(ChronoField.OFFSET_SECONDS)
                    ? parsed.get(ChronoField.OFFSET_SECONDS)
                    : ClockText.NO_OFFSET;
        } catch (DateTimeException e) {
            return ClockText.NO_OFFSET;
        }
    }

    @Override
    public long seconds(String text) {
        try {
            TemporalAccessor parsed = formatter.parse(text);
            LocalDate date = parsed.query(TemporalQueries.localDate());
            LocalTime time = parsed.query(TemporalQueries.localTime());
            boolean real = date != null && date.getYear() >= 0 && date.getYear() <= LAST_YEAR;
            return !real ? NONE : date.toEpochDay() * StampKind.DAY + (time == null ? 0 : time.toSecondOfDay());
        } catch (DateTimeException e) {
            return NONE;
        }
    }
}
