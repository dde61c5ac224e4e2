package lstm.cli.terminal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time limit: {@code 30s}, {@code 5m}, {@code 1h}, {@code 1h30m}. */
public record DurationLimit(long seconds) {
    private static final Pattern FORM = Pattern.compile("(?:(\\d{1,4})h)?(?:(\\d{1,6})m)?(?:(\\d{1,8})s)?");

    /** Checks that it is positive. */
    public DurationLimit {
        if (seconds < 1) {
            throw new IllegalArgumentException(seconds + " seconds");
        }
    }

    /** Parses a time limit. */
    public static final class Reader implements ITypeConverter<DurationLimit> {
        @Override
        public DurationLimit convert(String text) {
            Matcher form = FORM.matcher(text);
            long seconds = form.matches() ? 3600 * part(form, 1) + 60 * part(form, 2) + part(form, 3) : 0;
            if (seconds == 0) {
                throw new TypeConversionException("'" + text + "' is not a duration; use for example 30s, 5m or 1h");
            }
            return new DurationLimit(seconds);
        }

        private static long part(Matcher form, int group) {
            return form.group(group) == null ? 0 : Long.parseLong(form.group(group));
        }
    }

    /** The limit as a user types it. */
    @Override
    public String toString() {
        if (seconds % 3600 == 0) {
            return seconds / 3600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }
}
