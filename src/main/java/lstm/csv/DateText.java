package lstm.csv;

import java.util.Optional;
import java.util.OptionalLong;
import lstm.error.LstmException;

/** Reads dates that are all written in one known format, for tables that are not read from a CSV. */
public final class DateText {
    private final DateFormat format;

    private DateText(DateFormat format) {
        this.format = format;
    }

    /**
     * A reader of dates.
     *
     * @param format a pattern or word, as {@link lstm.series.ReadOptions#dateFormat} takes it; empty for ISO dates with
     *     or without a time of day
     * @throws LstmException if it is neither
     */
    public static DateText of(Optional<String> format) throws LstmException {
        return new DateText(format.isPresent() ? DateFormats.named(format.get()) : CommonDateFormat.ISO);
    }

    /** Seconds of local time since 1970-01-01T00:00; empty if the text is written otherwise. */
    public OptionalLong seconds(String text) {
        long seconds = TableStamps.seconds(format, text.strip());
        return seconds == DateFormat.NONE ? OptionalLong.empty() : OptionalLong.of(seconds);
    }
}
