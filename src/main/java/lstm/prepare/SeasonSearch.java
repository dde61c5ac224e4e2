package lstm.prepare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lstm.series.Calendar;

/**
 * Looks for seasons: periods that the calendar suggests (a day, a week, a year), in which the series, less its moving
 * average over one period, resembles itself. Without dates every lag up to 400 is tried on the differences.
 */
public final class SeasonSearch {
    /** Only so many last rows are looked at. */
    private static final int MOST_ROWS = 20_000;

    private static final int MOST_LAG = 400;

    /** Periods that the series must hold. */
    private static final int PERIODS = 3;

    /** Correlogram below which a season is not worth the name. */
    private static final double LEAST = 0.2;

    /** The same where the calendar suggests nothing, and the strongest of many lags is no surprise. */
    private static final double LEAST_OF_MANY = 0.4;

    private SeasonSearch() {}

    /**
     * A period that was tried.
     *
     * @param steps in it
     * @param name such as {@code day}; {@code period} if no calendar says
     * @param strength the autocorrelation one period later, at most 1
     * @param found whether it is strong enough to be no chance
     */
    public record Season(int steps, String name, double strength, boolean found) {}

    /** The periods that could be tried, the strongest first. Values should be of the size of 1. */
    public static List<Season> of(double[] values, Calendar calendar) {
        double[] last = tail(values);
        List<Season> seasons = new ArrayList<>();
        switch (calendar.step()) {
            case ROWS -> strongest(last).ifPresent(seasons::add);
            case MONTHS -> add(seasons, last, 12, calendar.count(), "year");
            case DAYS -> {
                if (calendar.count() == 1) {
                    add(seasons, last, calendar.daysOfWeek(), 1, "week");
                    add(seasons, last, 365, 1, "year");
                } else if (calendar.count() == 7) {
                    add(seasons, last, 52, 1, "year");
                }
            }
            case WEEKDAYS -> add(seasons, last, calendar.daysOfWeek(), 1, "week");
            case SECONDS, WEEKDAY_SECONDS -> {
                add(seasons, last, calendar.stepsOfDay(), 1, "day");
                add(seasons, last, calendar.stepsOfDay() * calendar.daysOfWeek(), 1, "week");
            }
        }
        seasons.sort(Comparator.comparing(Season::strength).reversed());
        return seasons;
    }

    private static double[] tail(double[] values) {
        int rows = Math.min(values.length, MOST_ROWS);
        double[] last = new double[rows];
        System.arraycopy(values, values.length - rows, last, 0, rows);
        return last;
    }

    private static void add(List<Season> seasons, double[] values, long units, long count, String name) {
        long steps = units / count;
        if (units % count == 0 && steps > 1 && PERIODS * steps <= values.length) {
            int m = (int) steps;
            double[] around = aroundAverage(values, m);
            // As a mean over the pairs there are, which for few periods are much fewer than the rows.
            double pairs = around.length - m;
            double strength = Math.min(1, Correlogram.of(around, m)[m] * around.length / pairs);
            seasons.add(new Season(m, name, strength, strength >= Math.max(LEAST, Math.sqrt(m / pairs))));
        }
    }

    /** The values less the mean of one period around them; where that reaches over an end there is none. */
    private static double[] aroundAverage(double[] values, int period) {
        double[] sums = new double[values.length + 1];
        for (int t = 0; t < values.length; t++) {
            sums[t + 1] = sums[t] + values[t];
        }
        int half = period / 2;
        double[] around = new double[values.length - 2 * half];
        for (int k = 0; k < around.length; k++) {
            int t = k + half;
            double sum = sums[t + half + 1] - sums[t - half];
            // An even period has no middle: its ends count one half each.
            sum -= period % 2 == 0 ? (values[t - half] + values[t + half]) / 2 : 0;
            around[k] = values[t] - sum / period;
        }
        return around;
    }

    private static Optional<Season> strongest(double[] values) {
        int most = Math.min(MOST_LAG, values.length / PERIODS);
        if (most < 3) {
            return Optional.empty();
        }
        double[] changes = new double[values.length - 1];
        for (int t = 0; t < changes.length; t++) {
            changes[t] = values[t + 1] - values[t];
        }
        double[] r = Correlogram.of(changes, most);
        int best = 2;
        for (int lag = 3; lag <= most; lag++) {
            // Multiples of the period are nearly as strong as the period itself.
            best = r[lag] > r[best] + 0.1 ? lag : best;
        }
        boolean peak = r[best] > r[best - 1] && (best == most || r[best] > r[best + 1]);
        boolean found = peak && r[best] >= LEAST_OF_MANY && r[best] > 2 * Correlogram.bound(r, best, changes.length);
        return Optional.of(new Season(best, "period", r[best], found));
    }
}
