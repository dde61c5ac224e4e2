package lstm.csv;

/** A date format. */
sealed interface DateFormat
        permits CommonDateFormat, MonthNameFormat, PeriodFormat, WeekFormat, NumberDateFormat, PatternDateFormat {
    /** Returned by {@link #seconds} for a text in another format or with an invalid date. */
    long NONE = Long.MIN_VALUE;

    /** Seconds of local time since 1970-01-01T00:00 of the text, or {@link #NONE}. */
    long seconds(String text);

    /** The UTC offset of a text in seconds, or {@link ClockText#NO_OFFSET}. */
    default int offset(String text) {
        return ClockText.offset(text);
    }

    /** Whether a text has a fraction of a second that is lost. */
    default boolean hasFraction(String text) {
        return ClockText.hasFraction(text);
    }

    /** Whether years have two digits and are read as 2000 to 2099. */
    default boolean hasShortYear() {
        return false;
    }

    /** The name of the format, as the setting takes it: a pattern or a word. */
    String pattern();
}
