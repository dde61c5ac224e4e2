package lstm.chart;

import static lstm.series.StampKind.DAY;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Ticks where years, months, weeks, days, hours, minutes or seconds begin. */
final class TimeTicks {
    private static final long[] SECONDS = {1, 5, 15, 30, 60, 300, 900, 1800, 3600, 10_800, 21_600, 43_200};
    private static final long[] DAYS = {1, 2, 7, 14};
    private static final int[] MONTHS = {1, 2, 3, 6};
    private static final double SECONDS_OF_MONTH = 30.436875 * DAY;

    private TimeTicks() {}

    static List<Tick> of(Extent extent, int most) {
        double least = extent.half() / most * 2;
        for (long step : SECONDS) {
            if (step >= least) {
                return seconds(extent, step);
            }
        }
        for (long step : DAYS) {
            if (step * DAY >= least) {
                return seconds(extent, step * DAY);
            }
        }
        for (int step : MONTHS) {
            if (step * SECONDS_OF_MONTH >= least) {
                return months(extent, step);
            }
        }
        return years(extent, least / (12 * SECONDS_OF_MONTH));
    }

    private static List<Tick> seconds(Extent extent, long step) {
        List<Tick> ticks = new ArrayList<>();
        // Weeks begin on Monday, as on 1970-01-05.
        long offset = step % (7 * DAY) == 0 ? 4 * DAY : 0;
        long first = (long) Math.ceil((extent.low() - offset) / step) * step + offset;
        for (long at = first; at <= extent.high(); at += step) {
            LocalDateTime time = LocalDateTime.ofEpochSecond(at, 0, ZoneOffset.UTC);
            boolean day = Math.floorMod(at, DAY) == 0;
            ticks.add(new Tick(
                    at, day ? time.toLocalDate().toString() : time.toLocalTime().toString()));
        }
        return ticks;
    }

    private static List<Tick> months(Extent extent, int step) {
        List<Tick> ticks = new ArrayList<>();
        LocalDate at = day(extent.low()).withDayOfYear(1);
        while (seconds(at) <= extent.high()) {
            if (seconds(at) >= extent.low()) {
                ticks.add(new Tick(
                        seconds(at), String.format(Locale.ROOT, "%04d-%02d", at.getYear(), at.getMonthValue())));
            }
            at = at.plusMonths(step);
        }
        return ticks;
    }

    private static List<Tick> years(Extent extent, double least) {
        int first = day(extent.low()).getYear();
        int last = day(extent.high()).getYear();
        List<Tick> ticks = new ArrayList<>();
        for (Tick year : NumberTicks.whole(
                new Extent(first, Math.max(first + 1, last)), (int) Math.max(1, (last - first) / least))) {
            double at = seconds(LocalDate.of((int) year.at(), 1, 1));
            if (extent.holds(at)) {
                ticks.add(new Tick(at, Integer.toString((int) year.at())));
            }
        }
        return ticks;
    }

    private static LocalDate day(double seconds) {
        return LocalDate.ofEpochDay(Math.floorDiv((long) seconds, DAY));
    }

    private static double seconds(LocalDate day) {
        return (double) day.toEpochDay() * DAY;
    }
}
