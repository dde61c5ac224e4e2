package lstm.calendar;

/** The unit in which a {@link Calendar} steps. */
public enum Step {
    /** Row numbers. */
    ROWS,
    /** Days, at one time of day; also weeks. */
    DAYS,
    /** Days from Monday to Friday, at one time of day. */
    WEEKDAYS,
    /** Months, on one day of the month, at one time of day. */
    MONTHS,
    /** Half months, on two days of the month, at one time of day. */
    SEMI_MONTHS,
    /** Seconds. */
    SECONDS,
    /** Seconds, passing over Saturdays and Sundays. */
    WEEKDAY_SECONDS
}
