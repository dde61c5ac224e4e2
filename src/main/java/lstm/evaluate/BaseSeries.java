package lstm.evaluate;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import lstm.base.BaseForecaster;
import lstm.base.SeasonFinder;
import lstm.base.SeasonPair;
import lstm.calendar.Calendar;
import lstm.prepare.Season;
import lstm.series.Series;

/**
 * A series for the base network to forecast.
 *
 * @param series of one column; its last rows, as many as forecasts depend on
 * @param calendar of the whole series
 * @param seasons of the rows that were to be looked at
 */
public record BaseSeries(Series series, Calendar calendar, SeasonPair seasons) {
    /** The network was trained on histories of up to 1,500 rows; more seasons than these say nothing new. */
    private static final int MOST_ROWS = 3_000;

    private static final int MOST_SEASONS = 4;

    /** The rows whose forecasts show how large errors are, and from how many of them. */
    private static final int HELD_OUT = 100;

    private static final int HORIZONS = 4;
    private static final int SEASONS = 2;
    private static final int MOST_ORIGINS = 48;

    /**
     * Prepares a series.
     *
     * @param season of the caller's choice; empty to find it, 1 for none
     * @param rows to find it in, the first ones
     */
    public static BaseSeries of(Series series, Calendar calendar, OptionalInt season, int rows) {
        SeasonPair seasons = season.isPresent()
                ? new SeasonPair(season.getAsInt(), 0)
                : SeasonFinder.of(calendar, series.column(0), series.masked(), rows);
        return new BaseSeries(series, calendar, seasons);
    }

    /** The same with that of two seasons alone which its first rows are forecast better with, if they are. */
    public BaseSeries tried(int rows) {
        return with(SeasonTrial.of(Arrays.copyOf(truths(), rows), seasons));
    }

    /** The same with the last rows only, as many as forecasts after the end depend on. */
    public BaseSeries recent() {
        return new BaseSeries(series.rows() > most() ? series.tail(most()) : series, calendar, seasons);
    }

    /** Its first rows. */
    public BaseSeries first(int rows) {
        return new BaseSeries(series.first(rows), calendar, seasons);
    }

    /** The same with other seasons. */
    public BaseSeries with(SeasonPair others) {
        return new BaseSeries(series, calendar, others);
    }

    /** Whether this many rows are enough to find a season. */
    public static boolean shows(SeasonPair others, int rows) {
        return rows >= Season.LEAST_SEASONS * others.main();
    }

    /** The season that repeats at the longest interval; 1 for none. */
    public int longest() {
        return seasons.longest();
    }

    /** The values, NaN where there is no truth. */
    public double[] truths() {
        return BaseExtent.truths(series.column(0), series.masked(), series.rows());
    }

    /**
     * What is known at a row.
     *
     * @param truths of {@link #truths}
     * @param row after at least one truth
     */
    public BaseForecaster.Past past(double[] truths, int row) {
        int from = Math.max(0, row - most());
        int last = series.masked().previousClearBit(row - 1);
        return new BaseForecaster.Past(Arrays.copyOfRange(truths, Math.min(from, last), row), seasons);
    }

    /** What is known at the end. */
    public BaseForecaster.Past past() {
        return past(truths(), series.rows());
    }

    private int most() {
        return Math.max(MOST_ROWS, MOST_SEASONS * longest());
    }

    /** Some of the last rows to forecast from, which show how large errors are; none if the series is very short. */
    public int[] origins(int steps) {
        int wished = Math.max(HELD_OUT, Math.max(HORIZONS * steps, SEASONS * longest()));
        int rows = series.rows();
        int span = Math.min(rows / 2, wished);
        int every = (span + MOST_ORIGINS - 1) / MOST_ORIGINS;
        return IntStream.range(0, span)
                .filter(k -> (span - 1 - k) % Math.max(1, every) == 0)
                .map(k -> rows - span + k)
                .filter(this::isOrigin)
                .toArray();
    }

    /** Whether a truth comes before a row, and none of the rows before was filled in from later ones. */
    public boolean isOrigin(int row) {
        return series.masked().nextClearBit(0) < row && series.origin(row) == row;
    }
}
