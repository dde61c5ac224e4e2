package lstm.workflow;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import lstm.base.SeasonPair;
import lstm.calendar.Calendar;
import lstm.evaluate.BaseSeries;
import lstm.series.KeyedSeries;
import lstm.series.Series;
import lstm.series.SeriesKey;

/**
 * Series of a table for the base network.
 *
 * @param most the seasons that most of them have; of those that equally many have the shortest
 */
record BaseTable(List<Keyed> each, SeasonPair most) {
    /** A series, and the key that tells it apart. */
    record Keyed(SeriesKey key, BaseSeries one) {}

    /** Copies the list. */
    BaseTable {
        each = List.copyOf(each);
    }

    /**
     * Prepares series. Those too short to show a season get that of most others.
     *
     * @param season of the caller's choice; empty to find it in each
     * @param known how many rows of a series a season is found in, the first ones
     */
    static BaseTable of(List<KeyedSeries> series, OptionalInt season, ToIntFunction<Series> known) {
        Calendar usual = series.stream()
                .map(KeyedSeries::series)
                .max(Comparator.comparingInt(Series::rows))
                .map(Calendar::infer)
                .orElse(Calendar.ROWS);
        List<Keyed> each = series.parallelStream()
                .map(keyed -> {
                    Series rows = keyed.series();
                    Calendar own = Calendar.shared(rows, usual);
                    return new Keyed(keyed.key(), BaseSeries.of(rows, own, season, known.applyAsInt(rows)));
                })
                .toList();
        SeasonPair most = mostFrequent(each);
        List<Keyed> alike = each.stream()
                .map(keyed -> season.isPresent()
                                || BaseSeries.shows(
                                        most, known.applyAsInt(keyed.one().series()))
                        ? keyed
                        : new Keyed(keyed.key(), keyed.one().with(most)))
                .toList();
        return new BaseTable(alike, mostFrequent(alike));
    }

    private static SeasonPair mostFrequent(List<Keyed> each) {
        Map<SeasonPair, Integer> counts = new HashMap<>();
        each.forEach(keyed -> counts.merge(keyed.one().seasons(), 1, Integer::sum));
        return counts.entrySet().stream()
                .min(Map.Entry.<SeasonPair, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().main())
                        .thenComparing(entry -> entry.getKey().longer()))
                .map(Map.Entry::getKey)
                .orElse(SeasonPair.NONE);
    }
}
