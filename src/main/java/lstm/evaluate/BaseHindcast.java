package lstm.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lstm.base.BaseForecast;
import lstm.base.BaseForecaster;
import lstm.forecast.BaseIntervals;
import lstm.forecast.NaiveShare;
import lstm.model.Method;

/**
 * Forecasts of rows that are known by now: by a base network, and by simple methods beside it.
 *
 * @param season that scores name; 1 for none
 * @param origins the first row of each forecast, ascending; not copied
 * @param forecasts from each
 * @param every rows from one origin to the next
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody writes to it or compares it.
public record BaseHindcast(BaseSeries one, int season, int[] origins, List<BaseForecast> forecasts, int every) {
    /** Intervals of the forecasts from one origin after another. */
    public interface Intervals {
        /** Those around a forecast, [steps][levels][lower, upper]. */
        double[][][] next(BaseForecast forecast, int origin);
    }

    /** Copies the list. */
    public BaseHindcast {
        forecasts = List.copyOf(forecasts);
    }

    /** Forecasts of a series from these rows. */
    public static BaseHindcast of(BaseSeries one, int[] origins, int steps, BaseForecaster forecaster) {
        return each(List.of(one), List.of(origins), steps, forecaster).get(0);
    }

    /** A row of one of several series. */
    private record Place(int series, int row) {}

    /**
     * Forecasts of several series, all in one call of the network.
     *
     * @param origins of each series
     */
    public static List<BaseHindcast> each(
            List<BaseSeries> some, List<int[]> origins, int steps, BaseForecaster forecaster) {
        double[][] truths = some.stream().map(BaseSeries::truths).toArray(double[][]::new);
        List<Place> places = new ArrayList<>();
        for (int k = 0; k < some.size(); k++) {
            for (int row : origins.get(k)) {
                places.add(new Place(k, row));
            }
        }
        List<BaseForecast> all = forecaster.forecast(
                k -> {
                    Place at = places.get(k);
                    return some.get(at.series()).past(truths[at.series()], at.row());
                },
                places.size(),
                steps);
        List<BaseHindcast> hindcasts = new ArrayList<>();
        int from = 0;
        for (int k = 0; k < some.size(); k++) {
            int[] own = origins.get(k);
            int every = own.length > 1 ? own[1] - own[0] : 1;
            List<BaseForecast> forecasts = all.subList(from, from + own.length);
            hindcasts.add(new BaseHindcast(some.get(k), some.get(k).longest(), own, forecasts, every));
            from += own.length;
        }
        return hindcasts;
    }

    /** The same with this many rows from one origin to the next, which the origins may not show. */
    public BaseHindcast every(int rows) {
        return new BaseHindcast(one, season, origins, forecasts, rows);
    }

    /** The same with a season that other series have too. */
    public BaseHindcast season(int steps) {
        return new BaseHindcast(one, steps, origins, forecasts, every);
    }

    /**
     * The same with the share of the naive forecast that is right by what is known at each origin. Modifies
     * {@code share}.
     */
    public BaseHindcast mixed(NaiveShare share) {
        return new BaseHindcast(one, season, origins, share.next(forecasts, origins, one.truths()), every);
    }

    /** The same with a share of the naive forecast that earlier rows have taught. */
    public BaseHindcast with(NaiveShare share) {
        return new BaseHindcast(
                one, season, origins, forecasts.stream().map(share::mixed).toList(), every);
    }

    /** Has intervals learn from the errors. Modifies {@code intervals}. */
    public void teach(BaseIntervals intervals) {
        double[] truths = one.truths();
        for (int k = 0; k < origins.length; k++) {
            intervals.learn(forecasts.get(k), origins[k], truths);
        }
    }

    /** The first of these whose steps all lie within the series. */
    public BaseHindcast whole(int steps) {
        int rows = one.series().rows();
        int[] whole =
                Arrays.stream(origins).filter(origin -> origin + steps <= rows).toArray();
        return new BaseHindcast(one, season, whole, forecasts.subList(0, whole.length), every);
    }

    /**
     * Compares them with the truth.
     *
     * @param steps at most those of the forecasts
     */
    public BacktestResult beside(BaseRivals rivals, int steps, Intervals intervals) {
        double[] values = one.series().column(0);
        List<Map<Method, double[][]>> simple =
                HistoricalForecasts.simple(List.of(rivals.methods()), new double[][] {values}, origins, steps);
        List<OriginForecast> done = new ArrayList<>();
        for (int k = 0; k < origins.length; k++) {
            Map<Method, double[][]> all = new EnumMap<>(Method.class);
            all.put(Method.MODEL, new double[][] {Arrays.copyOf(forecasts.get(k).medians(), steps)});
            all.putAll(simple.get(k));
            double[][][] ends = intervals.next(forecasts.get(k), origins[k]);
            done.add(new OriginForecast(origins[k], rivals.rows(), all, new double[][][][] {ends}));
        }
        return new BacktestResult(
                new double[][] {values}, one.series().masked(), done, every, season, List.of(rivals.scale()));
    }
}
