package lstm.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;

/** Days that a series has no rows on, again and again: Sundays, or a holiday. */
public sealed interface Closure {
    /** Whether this closes a day. */
    boolean closes(LocalDate day);

    /** Every week on one day. */
    record Weekly(DayOfWeek day) implements Closure {
        @Override
        public boolean closes(LocalDate date) {
            return date.getDayOfWeek() == day;
        }
    }

    /** One day a year. */
    sealed interface Holiday extends Closure {
        /** The day of a year; it may be the last of the year before. */
        LocalDate in(int year);

        @Override
        default boolean closes(LocalDate day) {
            return in(day.getYear()).equals(day)
                    || (day.getMonth() == Month.DECEMBER
                            && in(day.getYear() + 1).equals(day));
        }
    }

    /** When a holiday that falls on a weekend is observed. */
    enum Observance {
        SAME_DAY,
        SUNDAY_ON_MONDAY,
        SATURDAY_ON_FRIDAY,
        NEAREST_WEEKDAY;

        public static Observance of(boolean saturdayOnFriday, boolean sundayOnMonday) {
            if (saturdayOnFriday) {
                return sundayOnMonday ? NEAREST_WEEKDAY : SATURDAY_ON_FRIDAY;
            }
            return sundayOnMonday ? SUNDAY_ON_MONDAY : SAME_DAY;
        }

        public boolean saturdayOnFriday() {
            return this == SATURDAY_ON_FRIDAY || this == NEAREST_WEEKDAY;
        }

        public boolean sundayOnMonday() {
            return this == SUNDAY_ON_MONDAY || this == NEAREST_WEEKDAY;
        }
    }

    /**
     * One date.
     *
     * @param month 1 to 12
     * @param day of the month, in every year: February 29 is none
     * @param observed when it is observed in years in which it falls on a weekend
     */
    record Date(int month, int day, Observance observed) implements Holiday {
        /** Checks that every year has such a day. */
        public Date {
            if (month < 1 || month > 12 || day < 1 || day > Month.of(month).minLength()) {
                throw new IllegalArgumentException("no day " + day + " in every month " + month);
            }
        }

        @Override
        public LocalDate in(int year) {
            LocalDate date = LocalDate.of(year, month, day);
            return switch (date.getDayOfWeek()) {
                case SATURDAY -> observed.saturdayOnFriday() ? date.minusDays(1) : date;
                case SUNDAY -> observed.sundayOnMonday() ? date.plusDays(1) : date;
                default -> date;
            };
        }
    }

    /**
     * One weekday of a month.
     *
     * @param month 1 to 12
     * @param weekday which
     * @param week 1 to 4 for the first to fourth in the month, 5 for the last
     */
    record Weekday(int month, DayOfWeek weekday, int week) implements Holiday {
        /** The week that stands for the last in the month. */
        public static final int LAST = 5;

        /** Checks the ranges. */
        public Weekday {
            if (month < 1 || month > 12 || week < 1 || week > LAST) {
                throw new IllegalArgumentException(weekday + " " + week + " of month " + month);
            }
        }

        @Override
        public LocalDate in(int year) {
            LocalDate first = LocalDate.of(year, month, 1);
            return first.with(
                    week == LAST
                            ? TemporalAdjusters.lastInMonth(weekday)
                            : TemporalAdjusters.dayOfWeekInMonth(week, weekday));
        }
    }

    /**
     * A day that moves with Easter.
     *
     * @param days after Easter Sunday of the western churches; negative for before
     */
    record Easter(int days) implements Holiday {
        static final int FIRST = -48;
        static final int LAST = 60;

        /** Checks that it lies between carnival and Corpus Christi. */
        public Easter {
            if (days < FIRST || days > LAST) {
                throw new IllegalArgumentException(days + " days after Easter");
            }
        }

        /** Easter is the Sunday after the first full moon of spring, as the Gregorian calendar computes the moon. */
        @Override
        public LocalDate in(int year) {
            int golden = Math.floorMod(year, 19);
            int century = Math.floorDiv(year, 100);
            int moon = Math.floorMod(
                    century - Math.floorDiv(century, 4) - Math.floorDiv(8 * century + 13, 25) + 19 * golden + 15, 30);
            // The epacts 0 and, in later years of the moon's cycle, 1 count as one less.
            int full = moon - (moon == 29 || (moon == 28 && golden > 10) ? 1 : 0);
            LocalDate fullMoon = LocalDate.of(year, 3, 21).plusDays(full);
            return fullMoon.with(TemporalAdjusters.next(DayOfWeek.SUNDAY)).plusDays(days);
        }
    }
}
