package lstm.base;

import java.util.Arrays;
import java.util.BitSet;
import lstm.calendar.Calendar;
import lstm.calendar.Step;
import lstm.prepare.Season;
import lstm.prepare.SeasonSearch;

/** Finds the seasons of a series. */
public final class SeasonFinder {
    private SeasonFinder() {}

    /**
     * The season of the first rows, as a training finds it, and a second one if the calendar suggests several and they
     * have it too.
     *
     * @param values with those of masked rows filled in
     * @param rows number of rows to look at
     */
    public static SeasonPair of(Calendar calendar, double[] values, BitSet masked, int rows) {
        int found = Season.find(calendar, values, masked, rows).length();
        if (found == 1) {
            return SeasonPair.NONE;
        }
        int[] others = isOfOneSeason(calendar)
                ? new int[0]
                : SeasonSearch.of(Arrays.copyOf(values, rows), calendar).stream()
                        .filter(period -> period.found() && !period.isYearOfDays() && period.steps() != found)
                        .mapToInt(SeasonSearch.Period::steps)
                        .toArray();
        return others.length == 0
                ? new SeasonPair(found, 0)
                : new SeasonPair(Math.min(found, others[0]), Math.max(found, others[0]));
    }

    /** Only steps of less than a day have seasons of an hour, a day and a week. */
    private static boolean isOfOneSeason(Calendar calendar) {
        return calendar.step() != Step.SECONDS && calendar.step() != Step.WEEKDAY_SECONDS;
    }
}
