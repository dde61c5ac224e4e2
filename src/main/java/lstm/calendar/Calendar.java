package lstm.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lstm.series.Series;
import lstm.series.StampColumn;
import lstm.series.StampKind;

/**
 * The step from one stamp of a series to the next. It is whole in its values, so a model file can hold it.
 *
 * @param step the unit
 * @param count how many units are one step, at least 1; 1 for rows, weekdays and half months
 * @param rule on which days stamps fall: for months, half months, and weeks in which the day changes now and then
 * @param regular whether most stamps keep the step; if not, it is the median of what they do
 * @param sessions the parts of the day that have rows, for steps of less than a day; none: the whole day
 * @param closures days without rows, besides the weekends of weekdays; for steps of one day or less
 */
public record Calendar(
        Step step, long count, DayRule rule, boolean regular, List<Session> sessions, List<Closure> closures) {
    /** Holidays of a year. Fewer than weeks, so that not even a series of one day a week is closed for ever. */
    static final int MOST_HOLIDAYS = 40;

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /** The largest step: a thousand years of seconds. */
    public static final long MOST = 31_622_400_000L;

    /** The largest step in months: a thousand years. */
    static final long MOST_MONTHS = 12_000;

    /** The last second that a date of four digits can tell; no calendar reaches beyond it. */
    public static final long LAST = 253_402_300_799L;

    /** Row numbers: the calendar of a series without dates. */
    public static final Calendar ROWS = new Calendar(Step.ROWS, 1, 0, true);

    /** Refuses what no series can have, since a file may say anything. */
    public Calendar {
        boolean single =
                step == Step.ROWS || step == Step.WEEKDAYS || step == Step.SEMI_MONTHS || rule instanceof RetailMonths;
        long most =
                switch (step) {
                    case SECONDS, WEEKDAY_SECONDS -> MOST;
                    case MONTHS -> MOST_MONTHS;
                    default -> MOST / StampKind.DAY;
                };
        if (count < 1 || count > (single ? 1 : most)) {
            throw new IllegalArgumentException("a step of " + count + " " + step);
        }
        if (!suits(step, count, rule)) {
            throw new IllegalArgumentException(rule + " for " + count + " " + step);
        }
        sessions = List.copyOf(sessions);
        closures = List.copyOf(closures);
        boolean parts = (step == Step.SECONDS || step == Step.WEEKDAY_SECONDS) && count < StampKind.DAY;
        boolean daily = step == Step.WEEKDAYS || (step == Step.DAYS && count == 1);
        if ((!sessions.isEmpty() && !parts) || sessions.size() > Session.MOST || Session.overlap(sessions)) {
            throw new IllegalArgumentException("sessions " + sessions + " for " + step);
        }
        if (!closures.isEmpty() && !parts && !daily) {
            throw new IllegalArgumentException("closures " + closures + " for " + step);
        }
        checkSomeDaysAreOpen(step, closures);
    }

    /** A calendar without sessions and closures. */
    public Calendar(Step step, long count, DayRule rule, boolean regular) {
        this(step, count, rule, regular, List.of(), List.of());
    }

    /**
     * A calendar with a plain rule.
     *
     * @param dayOfMonth for months the day on which stamps fall, as in {@link DayRule.OfMonth}; 0 for other units
     */
    public Calendar(
            Step step, long count, int dayOfMonth, boolean regular, List<Session> sessions, List<Closure> closures) {
        this(step, count, DayRule.of(dayOfMonth), regular, sessions, closures);
    }

    /** A calendar with a plain rule, without sessions and closures. */
    public Calendar(Step step, long count, int dayOfMonth, boolean regular) {
        this(step, count, dayOfMonth, regular, List.of(), List.of());
    }

    private static boolean suits(Step step, long count, DayRule rule) {
        return switch (step) {
            case MONTHS -> rule instanceof DayRule.Monthly || rule instanceof RetailMonths;
            case SEMI_MONTHS -> rule instanceof DayRule.Twice;
            case DAYS -> rule.equals(DayRule.NONE) || rule instanceof DayRule.OfWeek && count % 7 == 0;
            default -> rule.equals(DayRule.NONE);
        };
    }

    private static void checkSomeDaysAreOpen(Step step, List<Closure> closures) {
        Set<DayOfWeek> closed = EnumSet.noneOf(DayOfWeek.class);
        if (skipsWeekends(step)) {
            closed.addAll(WEEKEND);
        }
        long holidays = 0;
        for (Closure closure : closures) {
            if (closure instanceof Closure.Weekly weekly) {
                closed.add(weekly.day());
            } else {
                holidays++;
            }
        }
        if (holidays > MOST_HOLIDAYS || closed.size() == DayOfWeek.values().length) {
            throw new IllegalArgumentException(closures.size() + " closures leave no day open");
        }
    }

    /** The calendar that the stamps of a series keep. */
    public static Calendar infer(Series series) {
        return series.kind() == StampKind.NONE ? ROWS : StepFinder.find(series.stamps());
    }

    /**
     * The calendar in which a series goes on that is read after another: its own, unless it is too short to show what
     * the other's calendar knows and keeps to it.
     *
     * @param earlier of the other series
     */
    public static Calendar infer(Series series, Calendar earlier) {
        Calendar own = infer(series);
        boolean plain = earlier.rule.equals(DayRule.NONE) || earlier.rule instanceof DayRule.OfMonth;
        boolean knowsMore = !(plain && earlier.sessions.isEmpty() && earlier.closures.isEmpty());
        boolean showsNone = own.sessions.isEmpty() && own.closures.isEmpty();
        return knowsMore && showsNone && series.kind() != StampKind.NONE && earlier.isKeptBy(series.stamps())
                ? earlier
                : own;
    }

    /** The calendar of a series of a table: the usual one if its stamps keep that, since few rows tell little. */
    public static Calendar shared(Series series, Calendar usual) {
        boolean keeps = series.kind() != StampKind.NONE && usual.isKeptBy(series.stamps());
        return keeps ? usual : infer(series, usual);
    }

    /** Whether every stamp is open, and most come a step after the one before. */
    public boolean isKeptBy(StampColumn stamps) {
        int kept = 0;
        for (int row = 0; row < stamps.size(); row++) {
            if (open(Session.within(sessions, stamps.at(row))) != stamps.at(row)) {
                return false;
            }
            kept += row > 0 && next(stamps.at(row - 1)) == stamps.at(row) ? 1 : 0;
        }
        return 2 * kept >= stamps.size() - 1;
    }

    /** The stamp one step after this one; {@link #LAST} if that would be later. */
    public long next(long stamp) {
        return step == Step.ROWS ? stamp + 1 : Math.min(LAST, dated(Math.min(LAST, stamp)));
    }

    private long dated(long stamp) {
        return switch (step) {
            case ROWS -> throw new IllegalStateException("rows have no dates");
            case DAYS -> rule instanceof DayRule.OfWeek week ? week(stamp, week) : open(stamp + count * StampKind.DAY);
            case WEEKDAYS -> open(stamp + StampKind.DAY);
            case MONTHS, SEMI_MONTHS -> month(stamp);
            case SECONDS, WEEKDAY_SECONDS -> open(Session.within(sessions, stamp + count));
        };
    }

    /** The stamps that follow this one, as many as asked for; those that would be later are {@link #LAST}. */
    public long[] after(long stamp, int steps) {
        long[] stamps = new long[steps];
        long last = stamp;
        for (int k = 0; k < steps; k++) {
            last = next(last);
            stamps[k] = last;
        }
        return stamps;
    }

    /** The step alone: {@code weekdays}, {@code monthly}, {@code every 30 minutes}. */
    @Override
    public String toString() {
        return StepWords.of(step, count);
    }

    /** Days of a week that have rows, 1 to 7. */
    public int daysOfWeek() {
        int weekend = skipsWeekends(step) ? WEEKEND.size() : 0;
        return DayOfWeek.values().length
                - weekend
                - (closures.size() - holidays().size());
    }

    /** Steps of a day that has rows, for steps of seconds; 0 if a day is no whole number of steps. */
    public long stepsOfDay() {
        if (sessions.isEmpty()) {
            return StampKind.DAY % count == 0 ? StampKind.DAY / count : 0;
        }
        return sessions.stream()
                .mapToLong(session -> session.length() / count + 1)
                .sum();
    }

    /** The closures that come once a year. */
    public List<Closure> holidays() {
        return closures.stream()
                .filter(closure -> closure instanceof Closure.Holiday)
                .toList();
    }

    static boolean isWeekend(LocalDate day) {
        return WEEKEND.contains(day.getDayOfWeek());
    }

    private static boolean skipsWeekends(Step step) {
        return step == Step.WEEKDAYS || step == Step.WEEKDAY_SECONDS;
    }

    /** The stamp itself if its day is open, or else the same time on the next day that is. */
    private long open(long stamp) {
        if (closures.isEmpty() && !skipsWeekends(step)) {
            return stamp;
        }
        long day = stamp;
        while (isClosed(StampKind.time(day).toLocalDate())) {
            day += StampKind.DAY;
        }
        return day;
    }

    private boolean isClosed(LocalDate day) {
        if (skipsWeekends(step) && isWeekend(day)) {
            return true;
        }
        for (Closure closure : closures) {
            if (closure.closes(day)) {
                return true;
            }
        }
        return false;
    }

    /** Counts from the rule of the calendar, not from the stamp: January 31, February 28, March 31. */
    private long month(long stamp) {
        LocalDateTime time = StampKind.time(stamp);
        LocalDate day = time.toLocalDate();
        LocalDate next;
        if (rule instanceof DayRule.Monthly monthly) {
            next = monthly.day(YearMonth.from(day).plusMonths(count));
        } else if (rule instanceof DayRule.Twice twice) {
            next = twice.after(day);
        } else {
            next = ((RetailMonths) rule).after(day);
        }
        return next.atTime(time.toLocalTime()).toEpochSecond(ZoneOffset.UTC);
    }

    /** The day of the rule in the week that begins the given number of days after the week of the stamp. */
    private long week(long stamp, DayRule.OfWeek week) {
        int day = StampKind.time(stamp).getDayOfWeek().getValue();
        return stamp + (count + week.weekday().getValue() - day) * StampKind.DAY;
    }
}
