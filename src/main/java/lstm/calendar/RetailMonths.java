package lstm.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.time.temporal.TemporalAdjusters;

/**
 * Months of four and five weeks, as retailers count them: the year begins on the weekday nearest to a date, its
 * quarters have 13 weeks, and the last month takes the 53rd week that some years have.
 *
 * @param longMonth which month of a quarter has five weeks: 1 for 5-4-4, 2 for 4-5-4, 3 for 4-4-5
 * @param weekday of all stamps, first or last days of months
 * @param start the date that the stamp with which a year begins is nearest to
 */
public record RetailMonths(int longMonth, DayOfWeek weekday, MonthDay start) implements DayRule {
    static final int MONTHS = 12;
    private static final int WEEKS_OF_QUARTER = 13;

    /** Checks the month. */
    public RetailMonths {
        if (longMonth < 1 || longMonth > 3 || start.equals(MonthDay.of(2, 29))) {
            throw new IllegalArgumentException("month " + longMonth + " of a quarter, start " + start);
        }
    }

    /** The stamp with which the year begins that is nearest to the start in a calendar year. */
    LocalDate yearStart(int year) {
        return start.atYear(year).minusDays(3).with(TemporalAdjusters.nextOrSame(weekday));
    }

    /** The stamp after a date. */
    LocalDate after(LocalDate date) {
        int year = date.getYear() + 1;
        while (yearStart(year).isAfter(date) && year > Year.MIN_VALUE) {
            year--;
        }
        LocalDate first = yearStart(year);
        for (int month = 1; month < MONTHS; month++) {
            LocalDate day = first.plusWeeks(weeks(month));
            if (day.isAfter(date)) {
                return day;
            }
        }
        return yearStart(year + 1);
    }

    /** Weeks from the start of a year to a month, 0 to 11. */
    int weeks(int month) {
        int inQuarter = month % 3;
        return month / 3 * WEEKS_OF_QUARTER + 4 * inQuarter + (inQuarter >= longMonth ? 1 : 0);
    }
}
