package lstm.calendar;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import lstm.series.Series;
import lstm.series.StampColumn;
import lstm.series.StampKind;

/**
 * How far the stamps of a series keep its calendar.
 *
 * @param gaps where steps are absent, in order; none are counted in an irregular calendar
 * @param closures days without rows on a calendar of weekdays that are no holidays of every year, but stand alone or in
 *     pairs, in order: what one calls a holiday, not a gap
 * @param offStep rows whose stamps lie off the steps
 */
public record CalendarCoverage(List<Gap> gaps, List<Gap> closures, List<Integer> offStep) {
    /** Days that may be closed together. */
    private static final int PAIR = 2;

    /** Steps that are counted one by one in all; the rest of a gap is estimated from its length. */
    private static final long MOST_STEPS = 1_000_000;

    /**
     * A place where steps are absent.
     *
     * @param row before it
     * @param steps absent; an estimate if they are very many
     */
    public record Gap(int row, long steps) {}

    /** Walks through the stamps of a series in its calendar. */
    public static CalendarCoverage of(Series series, Calendar calendar) {
        List<Gap> gaps = new ArrayList<>();
        List<Gap> closures = new ArrayList<>();
        List<Integer> offStep = new ArrayList<>();
        if (calendar.step() == Step.ROWS || !calendar.regular()) {
            return new CalendarCoverage(gaps, closures, offStep);
        }
        StampColumn stamps = series.stamps();
        long walked = 0;
        for (int row = 0; row + 1 < stamps.size(); row++) {
            long last = isLoose(calendar) ? unitStart(calendar, stamps.at(row + 1)) : stamps.at(row + 1);
            long next = calendar.next(stamps.at(row));
            long steps = 0;
            while (next < last && walked < MOST_STEPS) {
                steps++;
                walked++;
                next = calendar.next(next);
            }
            if (next < last) {
                steps += Math.round((double) (last - next) / (next - stamps.at(row)) * (steps + 1));
            }
            if (!isLoose(calendar) && next > stamps.at(row + 1)) {
                // The row stands for the last step before it.
                offStep.add(row + 1);
                steps--;
            }
            if (steps > 0) {
                (isShut(calendar, stamps.at(row), last, steps) ? closures : gaps).add(new Gap(row, steps));
            }
        }
        return new CalendarCoverage(gaps, closures, offStep);
    }

    /** Whether a row may stand on any day of its month or week. */
    private static boolean isLoose(Calendar calendar) {
        return calendar.rule() instanceof DayRule.Monthly || calendar.rule() instanceof DayRule.OfWeek;
    }

    private static long unitStart(Calendar calendar, long stamp) {
        LocalDateTime time = StampKind.time(stamp);
        int days = calendar.rule() instanceof DayRule.OfWeek
                ? time.getDayOfWeek().getValue() - 1
                : time.getDayOfMonth() - 1;
        return stamp - days * StampKind.DAY - Math.floorMod(stamp, StampKind.DAY);
    }

    /** Whether what is absent is a whole trading day or two. */
    private static boolean isShut(Calendar calendar, long before, long after, long steps) {
        long length = calendar.sessions().isEmpty() ? 0 : calendar.stepsOfDay();
        return switch (calendar.step()) {
            case WEEKDAYS -> steps <= PAIR;
            case WEEKDAY_SECONDS ->
                length > 0 && steps % length == 0 && steps <= PAIR * length && after - before > StampKind.DAY;
            default -> false;
        };
    }

    /** How many steps are absent in some places. */
    public static long steps(List<Gap> places) {
        return places.stream().mapToLong(Gap::steps).sum();
    }
}
