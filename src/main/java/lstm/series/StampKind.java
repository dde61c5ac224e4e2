package lstm.series;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/** What the stamps of a series are. */
public enum StampKind {
    /** Row numbers 1, 2, ...: the file has no dates. */
    NONE,
    /** Days: every stamp is a midnight. */
    DATE,
    /** Points in local time. */
    DATE_TIME;

    /** Seconds of a day. */
    public static final long DAY = 86_400;

    /** The stamp as a row number, an ISO date, or an ISO date and time with seconds only where they are not zero. */
    public String text(long stamp) {
        return switch (this) {
            case NONE -> Long.toString(stamp);
            case DATE -> time(stamp).toLocalDate().toString();
            case DATE_TIME -> time(stamp).toString();
        };
    }

    /**
     * The stamp that a text stands for: a row number, an ISO date, or an ISO date and time; a date alone is its
     * midnight.
     *
     * @return empty if it is none of these
     */
    public OptionalLong stamp(String text) {
        try {
            return OptionalLong.of(
                    this == NONE
                            ? Long.parseLong(text)
                            : (text.contains("T")
                                            ? LocalDateTime.parse(text)
                                            : LocalDate.parse(text).atStartOfDay())
                                    .toEpochSecond(ZoneOffset.UTC));
        } catch (NumberFormatException | DateTimeException e) {
            return OptionalLong.empty();
        }
    }

    /** The local time of a stamp. */
    public static LocalDateTime time(long stamp) {
        return LocalDateTime.ofEpochSecond(stamp, 0, ZoneOffset.UTC);
    }
}
