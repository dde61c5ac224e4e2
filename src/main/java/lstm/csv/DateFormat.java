package lstm.csv;

/** A date format. */
sealed interface DateFormat permits CommonDateFormat, PatternDateFormat {
    /** Returned by {@link #seconds} for a text in another format or with an invalid date. */
    long NONE = Long.MIN_VALUE;

    /** Seconds of local time since 1970-01-01T00:00 of the text, or {@link #NONE}. */
    long seconds(String text);

    /** The UTC offset of a text in seconds, or {@link ClockText#NO_OFFSET}. */
    int offset(String text);

    /** The pattern of the format. */
    String pattern();
}
