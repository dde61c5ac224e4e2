package lstm.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.evaluate.EvaluationOrigins;
import lstm.evaluate.HistoricalForecasts;
import lstm.evaluate.MethodCombiner;
import lstm.evaluate.RowsWithHistory;
import lstm.forecast.Forecast;
import lstm.forecast.ForecastStart;
import lstm.forecast.Forecaster;
import lstm.forecast.SeriesForecast;
import lstm.model.Combination;
import lstm.model.HistoryTail;
import lstm.model.Method;
import lstm.model.Model;
import lstm.series.KeyedSeries;
import lstm.series.Series;
import lstm.series.SeriesKey;
import lstm.series.SeriesTable;
import lstm.series.StampKind;
import lstm.series.SumGrouping;
import lstm.series.SummedSeries;

/**
 * Adds up the forecasts of the series of a table. Their intervals are made of the errors of such sums on the rows of
 * the table that the model has not learned from; where there are none, they are unknown.
 */
public final class TableSums {
    /** Origins in the past that errors are taken from, evenly spaced. */
    public static final int ORIGINS = 60;

    private final Model model;
    private final SeriesTable table;
    private final Map<SeriesKey, Series> series;
    private final Map<SeriesKey, PartForecasts> past = new HashMap<>();

    private TableSums(Model model, SeriesTable table) {
        this.model = model;
        this.table = table;
        series = table.each().stream().collect(Collectors.toMap(KeyedSeries::key, KeyedSeries::series));
    }

    /**
     * The sums of forecasts, grouping after grouping.
     *
     * @param each the forecasts of the series
     * @throws LstmException if the series have no dates
     */
    public static List<KeyedForecast> of(
            Model model, SeriesTable table, List<KeyedForecast> each, List<SumGrouping> groupings)
            throws LstmException {
        requireDates(table, groupings);
        if (groupings.isEmpty()) {
            return List.of();
        }
        TableSums sums = new TableSums(model, table);
        sums.forecastPast(each);
        List<KeyedForecast> all = new ArrayList<>();
        for (SumGrouping grouping : groupings) {
            grouping.groups(each, KeyedForecast::key).forEach((key, parts) -> all.add(sums.sum(key, parts)));
        }
        return all;
    }

    /** Refuses to add up values that are only numbered. */
    static void requireDates(SeriesTable table, List<SumGrouping> groupings) throws LstmException {
        if (!groupings.isEmpty() && table.each().get(0).series().kind() == StampKind.NONE) {
            throw LstmException.usage("sums are of values of the same date, and the rows have no dates")
                    .in(table.source())
                    .remedy("leave out ", Setting.SUM_BY, " and ", Setting.SUM_ALL);
        }
    }

    /** Forecasts the rows that the model has not learned from, as far as it makes the forecasts that are added up. */
    private void forecastPast(List<KeyedForecast> each) throws LstmException {
        List<KeyedForecast> own = each.stream()
                .filter(one -> one.status() == SeriesStatus.OK)
                .filter(one -> one.forecast().orElseThrow().methods().stream().allMatch(this::isOwn))
                .toList();
        if (own.isEmpty() || !model.isOfSeveral()) {
            return;
        }
        OptionalLong since = OptionalLong.of(model.data().knownUse().trainedTo() + 1);
        int steps = own.get(0).forecast().orElseThrow().steps();
        try (Forecaster forecaster = Forecaster.open(model, 1)) {
            for (KeyedForecast one : own) {
                past(series.get(one.key()), since, steps, forecaster).ifPresent(known -> past.put(one.key(), known));
            }
        }
    }

    private boolean isOwn(Method method) {
        return method == Method.MODEL
                || method == Method.NETWORK
                        && model.combination().filter(Combination::usesMethods).isEmpty();
    }

    private Optional<PartForecasts> past(Series rows, OptionalLong since, int steps, Forecaster forecaster) {
        HistoricalForecasts forecasts;
        try {
            forecasts =
                    new EvaluationOrigins(model, RowsWithHistory.after(model, rows), rows, since).hindcast(steps, 1);
        } catch (LstmException e) {
            // A series that has only begun has no past; its forecast counts all the same.
            return Optional.empty();
        }
        int every = Math.max(1, (rows.rows() - firstAfter(rows, since.getAsLong())) / ORIGINS);
        int[] origins = Arrays.stream(forecasts.origins())
                .filter(origin -> (rows.rows() - origin) % every == 0)
                .toArray();
        if (model.combination().filter(Combination::usesMethods).isPresent()) {
            Model beside = model.withBaselines(
                    RowsWithHistory.after(model, rows).baselines(forecasts.origins()[0], model));
            forecaster.combining(MethodCombiner.of(beside, beside.baselines(), forecasts.older()));
        }
        Forecast[] known = forecaster.forecast(forecasts.rows(), origins, steps);
        Map<Long, double[][]> points = new HashMap<>();
        for (int k = 0; k < origins.length; k++) {
            points.put(rows.stamps().at(origins[k]), known[k].points());
        }
        return points.isEmpty() ? Optional.empty() : Optional.of(new PartForecasts(rows, points));
    }

    private static int firstAfter(Series rows, long stamp) {
        return (int) rows.stamps().stream().filter(row -> row < stamp).count();
    }

    private KeyedForecast sum(SeriesKey key, List<KeyedForecast> all) {
        List<KeyedForecast> parts = all.stream()
                .filter(one -> one.status() != SeriesStatus.ENDED && one.status() != SeriesStatus.MISSING)
                .toList();
        if (parts.isEmpty()) {
            return new KeyedForecast(key, SeriesStatus.ENDED, Optional.empty(), Optional.empty());
        }
        for (KeyedForecast part : parts) {
            if (part.forecast().isEmpty()) {
                return failed(
                        key,
                        LstmException.data(
                                "there is no forecast of ", part.key().text(table.keys())));
            }
        }
        List<SeriesForecast> forecasts =
                parts.stream().map(part -> part.forecast().orElseThrow()).toList();
        SeriesForecast first = forecasts.get(0);
        if (!forecasts.stream().allMatch(one -> haveSameDates(one, first))) {
            return failed(key, LstmException.data("its parts are not forecast for the same dates"));
        }
        double[][] points = SummedForecasts.sum(
                forecasts.stream().map(SeriesForecast::points).toList());
        boolean alike = forecasts.stream().allMatch(one -> one.methods().equals(first.methods()));
        SeriesForecast sum = new SeriesForecast(
                start(key, parts, first),
                first.targets(),
                first.stamps(),
                points,
                intervals(key, parts, points, first.levels().shares()),
                first.levels(),
                alike ? first.methods() : List.of());
        return new KeyedForecast(key, SeriesStatus.OK, Optional.of(sum), Optional.empty());
    }

    private static boolean haveSameDates(SeriesForecast one, SeriesForecast other) {
        return Arrays.equals(Arrays.copyOf(one.stamps(), one.steps()), Arrays.copyOf(other.stamps(), other.steps()));
    }

    private KeyedForecast failed(SeriesKey key, LstmException reason) {
        return new KeyedForecast(key, SeriesStatus.FAILED, Optional.empty(), Optional.of(reason.in(table.name(key))));
    }

    private ForecastStart start(SeriesKey key, List<KeyedForecast> parts, SeriesForecast first) {
        Series rows = SummedSeries.of(
                        table.name(key),
                        parts.stream().map(part -> series.get(part.key())).toList())
                .tail(model.preparation().historyRows());
        HistoryTail tail = new HistoryTail(rows.stamps().toArray(), rows.values());
        return new ForecastStart(rows.source(), tail, first.start().calendar(), rows.kind(), List.of());
    }

    /** From the errors of the sum of those parts that the model could forecast from most of the past. */
    private double[][][][] intervals(SeriesKey key, List<KeyedForecast> parts, double[][] points, double[] levels) {
        List<PartForecasts> known = parts.stream()
                .filter(part -> past.containsKey(part.key()))
                .map(part -> past.get(part.key()))
                .toList();
        if (known.isEmpty()) {
            return SumIntervals.unknown(points.length, points[0].length, levels);
        }
        long[] begins = known.stream().mapToLong(PartForecasts::first).sorted().toArray();
        List<PartForecasts> early = known.stream()
                .filter(part -> part.first() <= begins[begins.length / 2])
                .toList();
        SummedForecasts sums = SummedForecasts.of(table.name(key), early);
        SumIntervals intervals = new SumIntervals(model, sums.rows(), parts.size(), points[0].length);
        for (int k = 0; k < sums.origins().size(); k++) {
            intervals.next(sums.origins().get(k), Forecast.of(sums.points().get(k)), new double[0]);
        }
        return intervals.next(sums.rows().rows(), Forecast.of(points), levels);
    }
}
