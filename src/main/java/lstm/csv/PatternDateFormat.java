package lstm.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.time.temporal.WeekFields;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.series.StampKind;

/**
 * A date format given as a pattern of {@link DateTimeFormatter}. Beyond what that reads, names of months may be in any
 * of the languages of {@link MonthNames}, 24:00 is the next midnight, weeks are those of ISO, and a time of day may
 * follow a pattern without one.
 */
final class PatternDateFormat implements DateFormat {
    /** Maximum length of a pattern; a long, deeply nested one would exhaust the stack of java.time. */
    private static final int LONGEST = 100;
    /** Later years are misread dates, and printing them would need signs. */
    private static final int LAST_YEAR = 9999;

    private static final Pattern WORD = Pattern.compile("(\\p{L}{3,})\\.?");
    private static final Pattern MIDNIGHT = Pattern.compile("\\b24((?::?00){1,2}(?:[.,]0+)?\\b)");

    private final String pattern;
    private final DateTimeFormatter formatter;
    /** The letters of the pattern without quoted text. */
    private final String letters;

    private final boolean hasOffset;
    private final boolean hasClock;

    /**
     * Creates a format that reads strictly: February 30 is not a date.
     *
     * @throws LstmException if the pattern is malformed or holds no date
     */
    PatternDateFormat(String pattern) throws LstmException {
        this.pattern = pattern;
        if (pattern.length() > LONGEST) {
            throw refusal("is longer than " + LONGEST + " characters", "write a shorter one");
        }
        letters = pattern.replaceAll("'[^']*'", "");
        hasOffset = letters.matches(".*[XxZO].*");
        hasClock = letters.matches(".*[hHkKamsSnNA].*");
        try {
            formatter = formatter(pattern, letters);
        } catch (IllegalArgumentException e) {
            throw refusal(
                    "is not a date format",
                    "write one like d.M.yyyy or 'yyyy-MM-dd HH:mm', or a word: epoch-seconds, epoch-millis, epoch-micros,"
                            + " epoch-nanos, excel, quarter, month, half-year, week");
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

    private static DateTimeFormatter formatter(String pattern, String letters) {
        DateTimeFormatterBuilder builder =
                new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern);
        if (letters.indexOf('G') < 0) {
            // Strictly read, yyyy is a year of an unknown era; it is ours.
            builder.parseDefaulting(ChronoField.ERA, 1);
        }
        if (letters.matches(".*[Yw].*")) {
            if (letters.matches("[^dDeEcF]*")) {
                builder.parseDefaulting(WeekFields.ISO.dayOfWeek(), 1);
            }
        } else if (letters.matches("[^dDeEcWFgG]*")) {
            if (letters.matches(".*[Qq].*")) {
                builder.parseDefaulting(IsoFields.DAY_OF_QUARTER, 1);
            } else {
                builder.parseDefaulting(ChronoField.DAY_OF_MONTH, 1);
                if (letters.matches("[^ML]*")) {
                    builder.parseDefaulting(ChronoField.MONTH_OF_YEAR, 1);
                }
            }
        }
        // In Germany, weeks are those of ISO; the names are English.
        Locale locale = letters.matches(".*[YwWec].*") ? Locale.forLanguageTag("en-DE") : Locale.ENGLISH;
        return builder.toFormatter(locale)
                .withResolverStyle(ResolverStyle.STRICT)
                .withChronology(IsoChronology.INSTANCE);
    }

    @Override
    public String pattern() {
        return pattern;
    }

    @Override
    public boolean hasShortYear() {
        return letters.matches("(.*[^yu])?(yy|uu)([^yu].*)?");
    }

    @Override
    public int offset(String text) {
        if (!hasOffset) {
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
        long plain = parsed(text);
        if (plain != NONE) {
            return plain;
        }
        if (letters.matches(".*(MMM|LLL).*")) {
            String english = inEnglish(text);
            if (!english.equals(text)) {
                return seconds(english);
            }
        }
        if (letters.indexOf('H') >= 0) {
            Matcher midnight = MIDNIGHT.matcher(text);
            long day = midnight.find() ? parsed(midnight.replaceFirst("00$1")) : NONE;
            return day == NONE ? NONE : day + StampKind.DAY;
        }
        int clock = hasClock ? text.length() : ClockText.start(text);
        long day = clock == text.length() ? NONE : parsed(text.substring(0, clock));
        int second = day == NONE ? -1 : ClockText.secondOfDay(text, clock + 1);
        return second < 0 ? NONE : day + second;
    }

    /** The text with its first name of a month in English, as the pattern abbreviates it. */
    private String inEnglish(String text) {
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            int month = MonthNames.month(words.group(1));
            if (month > 0) {
                boolean full = letters.matches(".*(MMMM|LLLL).*");
                String name = Month.of(month).getDisplayName(full ? TextStyle.FULL : TextStyle.SHORT, Locale.ENGLISH);
                return text.substring(0, words.start()) + name + text.substring(words.end());
            }
        }
        return text;
    }

    private long parsed(String text) {
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
