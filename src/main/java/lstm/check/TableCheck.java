package lstm.check;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import lstm.calendar.Calendar;
import lstm.csv.CsvSource;
import lstm.csv.TableReader;
import lstm.error.LstmException;
import lstm.series.KeyFilter;
import lstm.series.KeyedSeries;
import lstm.series.Missing;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.series.SeriesKey;
import lstm.series.SeriesNote;
import lstm.series.SeriesTable;
import lstm.series.StampKind;

/**
 * The findings of {@code check} about a table of several series.
 *
 * @param table with gaps filled as {@code missing} says
 * @param missing how to treat cells without a number
 * @param calendar of the longest series
 * @param otherSteps keys of the series with other steps
 * @param ended keys of the series that end before the latest
 * @param constant keys of the series whose target never changes
 */
public record TableCheck(
        SeriesTable table,
        Missing missing,
        Calendar calendar,
        List<SeriesKey> otherSteps,
        List<SeriesKey> ended,
        List<SeriesKey> constant) {
    /** Copies the lists. */
    public TableCheck {
        otherSteps = List.copyOf(otherSteps);
        ended = List.copyOf(ended);
        constant = List.copyOf(constant);
    }

    /**
     * Reads and checks a table. If nothing is said about missing values, they are interpolated.
     *
     * @throws LstmException as {@link TableReader#read}
     */
    public static TableCheck read(List<CsvSource> sources, ReadOptions reading, KeyFilter filter) throws LstmException {
        boolean decides = reading.missing() == Missing.ERROR;
        SeriesTable table =
                TableReader.read(sources, decides ? reading.withMissing(Missing.INTERPOLATE) : reading, filter);
        boolean whole = table.missing().isEmpty()
                && table.notes().stream().noneMatch(SeriesNote.ValuesFilled.class::isInstance);
        return of(table, decides ? (whole ? Missing.ERROR : Missing.INTERPOLATE) : reading.missing());
    }

    private static TableCheck of(SeriesTable table, Missing missing) {
        Calendar calendar = Calendar.infer(longest(table));
        long last =
                table.each().stream().mapToLong(one -> end(one.series())).max().orElseThrow();
        return new TableCheck(
                table,
                missing,
                calendar,
                keys(table, series -> series.kind() != StampKind.NONE && hasOtherSteps(series, calendar)),
                keys(table, series -> series.kind() != StampKind.NONE && end(series) < last),
                keys(table, series -> Arrays.stream(series.column(0)).distinct().count() == 1));
    }

    private static boolean hasOtherSteps(Series series, Calendar calendar) {
        return !Calendar.infer(series).toString().equals(calendar.toString()) && !calendar.isKeptBy(series.stamps());
    }

    private static List<SeriesKey> keys(SeriesTable table, Predicate<Series> suits) {
        return table.each().stream()
                .filter(one -> suits.test(one.series()))
                .map(KeyedSeries::key)
                .toList();
    }

    private static long end(Series series) {
        return series.stamps().last();
    }

    /**
     * The series to name for a training, because the table as a whole is none that can be trained on: the only one, or
     * those with the steps of the longest. Empty if all can be, or if there are more to name than this.
     */
    public List<SeriesKey> trainable(int most) {
        Set<SeriesKey> others = new HashSet<>(otherSteps);
        List<SeriesKey> some = table.each().stream()
                .map(KeyedSeries::key)
                .filter(key -> !others.contains(key))
                .limit(most + 1L)
                .toList();
        boolean whole = otherSteps.isEmpty() && table.each().size() > 1;
        return whole || some.size() > most ? List.of() : some;
    }

    /** The series with most rows; of equal ones the first. */
    public Series longest() {
        return longest(table);
    }

    private static Series longest(SeriesTable table) {
        return table.series().stream()
                .max(Comparator.comparingInt(Series::rows))
                .orElseThrow();
    }

    /** Numbers of rows of the series, ascending. */
    public int[] rows() {
        return table.each().stream()
                .mapToInt(one -> one.series().rows())
                .sorted()
                .toArray();
    }
}
