package lstm.prepare;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import lstm.calendar.Calendar;
import lstm.calendar.Step;

/** The periods that a series may have, each with what speaks for it; {@link Season} decides between them. */
public final class SeasonSearch {
    private static final int YEAR_OF_DAYS = 365;
    private static final long HOUR = 3_600;

    private SeasonSearch() {}

    /**
     * A period that was tried.
     *
     * @param steps in it
     * @param name such as {@code day}; {@code period} if no calendar says
     * @param strength the correlation of values one period apart around their moving average
     * @param found whether it is a season
     */
    public record Period(int steps, String name, double strength, boolean found) {}

    /**
     * The periods of a column that its calendar suggests, as far as it holds three of them: first that which
     * {@link Season#find} takes, then by strength. A year of days is looked at too, though nothing but a report can
     * make much of so long a season. Without such a calendar it is the season alone, if there is one.
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

    private static int[] lengths(Calendar calendar) {
        int[] named = SeasonLengths.of(calendar);
        boolean daily = calendar.step() == Step.DAYS && calendar.count() == 1;
        return daily
                ? IntStream.concat(IntStream.of(named), IntStream.of(YEAR_OF_DAYS))
                        .toArray()
                : named;
    }

    private static String name(Calendar calendar, int length) {
        return switch (calendar.step()) {
            case ROWS -> "period";
            case MONTHS -> "year";
            case WEEKDAYS -> "week";
            case DAYS -> calendar.count() % 7 == 0 || length == YEAR_OF_DAYS ? "year" : "week";
            case SECONDS, WEEKDAY_SECONDS ->
                length * calendar.count() == HOUR ? "hour" : length == calendar.stepsOfDay() ? "day" : "week";
        };
    }
}
