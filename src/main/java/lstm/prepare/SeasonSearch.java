package lstm.prepare;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import lstm.calendar.Calendar;
import lstm.calendar.Step;

/** The candidate seasons of a series and the evidence for each; {@link Season} chooses among them. */
public final class SeasonSearch {
    private static final int YEAR_OF_DAYS = 365;
    private static final long HOUR = 3_600;

    private SeasonSearch() {}

    /**
     * A period that was tried.
     *
     * @param steps number of steps in the period
     * @param name such as {@code day}; {@code period} if the calendar has no name for it
     * @param strength the correlation of values one period apart around their moving average
     * @param found whether it is a season
     */
    public record Period(int steps, String name, double strength, boolean found) {
        /** Whether it is a season of 365 days, which no window spans. */
        public boolean isYearOfDays() {
            return found && steps == YEAR_OF_DAYS;
        }
    }

    /**
     * The periods suggested by the calendar that occur at least three times in the column: first the one chosen by
     * {@link Season#find}, then by strength. For reports, a year of days is tried too. If the calendar suggests none,
     * only the season is returned, if there is one.
     */
    public static List<Period> of(double[] values, Calendar calendar) {
        Season season = Season.find(calendar, values, values.length);
        int[] lengths = lengths(calendar);
        List<Period> periods = new ArrayList<>();
        if (lengths.length == 0 && season.length() > 1) {
            periods.add(new Period(season.length(), "period", season.correlation(), true));
        }
        for (int length : lengths) {
            if (Season.LEAST_SEASONS * (long) length <= values.length) {
                Autocorrelation around =
                        Autocorrelation.aroundMovingAverage(values, new BitSet(), values.length, length);
                boolean found = Season.isSeason(around, length, false);
                periods.add(new Period(length, name(calendar, length), around.at(length), found));
            }
        }
        periods.sort(Comparator.comparing((Period period) -> period.steps() != season.length())
                .thenComparing(period -> !period.found())
                .thenComparing(period -> -period.strength()));
        return periods;
    }

    /**
     * Whether a year of days is a season of a column. It is longer than any window, so that it can only enter a network
     * as the day of the year.
     *
     * @param masked rows that are left out
     * @param trainRows number of training rows; later ones are not read
     */
    public static boolean hasYearOfDays(Calendar calendar, double[] values, BitSet masked, int trainRows) {
        return isDaily(calendar)
                && Season.LEAST_SEASONS * YEAR_OF_DAYS <= trainRows
                && Season.isSeason(
                        Autocorrelation.aroundMovingAverage(values, masked, trainRows, YEAR_OF_DAYS),
                        YEAR_OF_DAYS,
                        false);
    }

    private static boolean isDaily(Calendar calendar) {
        return calendar.step() == Step.DAYS && calendar.count() == 1;
    }

    private static int[] lengths(Calendar calendar) {
        int[] named = SeasonLengths.of(calendar);
        return isDaily(calendar)
                ? IntStream.concat(IntStream.of(named), IntStream.of(YEAR_OF_DAYS))
                        .toArray()
                : named;
    }

    private static String name(Calendar calendar, int length) {
        return switch (calendar.step()) {
            case ROWS -> "period";
            case MONTHS, SEMI_MONTHS -> "year";
            case WEEKDAYS -> "week";
            case DAYS -> calendar.count() % 7 == 0 || length == YEAR_OF_DAYS ? "year" : "week";
            case SECONDS, WEEKDAY_SECONDS ->
                length * calendar.count() == HOUR ? "hour" : length == calendar.stepsOfDay() ? "day" : "week";
        };
    }
}
