package lstm.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/** On which day of a month, of half a month or of a week the stamps of a {@link Calendar} fall. */
public sealed interface DayRule permits DayRule.None, DayRule.Monthly, DayRule.Twice, DayRule.OfWeek, RetailMonths {
    /** No rule: stamps follow one another in equal steps. */
    DayRule NONE = new None();

    /** Stamps in equal steps. */
    record None() implements DayRule {}

    /** The rules for months. */
    sealed interface Monthly extends DayRule {
        /** The day of a month. */
        LocalDate day(YearMonth month);
    }

    /**
     * A day of the month.
     *
     * @param day 1 to 31, or the last day of a shorter month, so 31 is the end of every month
     */
    record OfMonth(int day) implements Monthly {
        /** Checks the day. */
        public OfMonth {
            check(day >= 1 && day <= 31, "day " + day + " of the month");
        }

        @Override
        public LocalDate day(YearMonth month) {
            return month.atDay(Math.min(day, month.lengthOfMonth()));
        }
    }

    /**
     * A weekday of the month, such as the third Wednesday.
     *
     * @param week 1 to 4, or 5 for the last
     */
    record Weekday(DayOfWeek weekday, int week) implements Monthly {
        /** Checks the week. */
        public Weekday {
            check(week >= 1 && week <= 5, "week " + week + " of the month");
        }

        @Override
        public LocalDate day(YearMonth month) {
            return month.atDay(1)
                    .with(
                            week == 5
                                    ? TemporalAdjusters.lastInMonth(weekday)
                                    : TemporalAdjusters.dayOfWeekInMonth(week, weekday));
        }
    }

    /**
     * The first or last day of the month from Monday to Friday.
     *
     * @param last whether it is the last
     */
    record BusinessDay(boolean last) implements Monthly {
        @Override
        public LocalDate day(YearMonth month) {
            LocalDate day = last ? month.atEndOfMonth() : month.atDay(1);
            while (Calendar.isWeekend(day)) {
                day = day.plusDays(last ? -1 : 1);
            }
            return day;
        }
    }

    /**
     * Two days of the month, such as the 1st and the 15th.
     *
     * @param first the earlier
     * @param second the later; 31 is the end of every month
     */
    record Twice(int first, int second) implements DayRule {
        /** Checks the days. */
        public Twice {
            check(first >= 1 && first < second && second <= 31 && first <= 28, "days " + first + " and " + second);
        }

        /** The next day of the rule after a date. */
        LocalDate after(LocalDate date) {
            YearMonth month = YearMonth.from(date);
            LocalDate early = month.atDay(first);
            LocalDate late = new OfMonth(second).day(month);
            return date.isBefore(early)
                    ? early
                    : date.isBefore(late) ? late : month.plusMonths(1).atDay(first);
        }
    }

    /** A day of the week in a series that now and then has another: the day before a holiday. */
    record OfWeek(DayOfWeek weekday) implements DayRule {}

    /** The day of the month as a number; 0 for other rules. */
    default int dayOfMonth() {
        return this instanceof OfMonth month ? month.day : 0;
    }

    /** A day of the month, or no rule for 0. */
    static DayRule of(int dayOfMonth) {
        return dayOfMonth == 0 ? NONE : new OfMonth(dayOfMonth);
    }

    private static void check(boolean valid, String what) {
        if (!valid) {
            throw new IllegalArgumentException(what);
        }
    }
}
