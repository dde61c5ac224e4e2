package lstm.csv;

/** One way to write dates. */
sealed interface DateFormat permits CommonDateFormat, PatternDateFormat {
    /** What {@link #seconds} returns for a text that is not written this way or names no day of the calendar. */
    long NONE = Long.MIN_VALUE;

    /** Seconds of local time since 1970-01-01T00:00 that the text stands for, or {@link #NONE}. */
    long seconds(String text);

    /** The offset from UTC in seconds that a text of this way gives, or {@link ClockText#NO_OFFSET}. */
    int offset(String text);

    /** The way itself, as {@code --date-format} takes it. */
    String pattern();
}
