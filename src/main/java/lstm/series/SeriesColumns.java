package lstm.series;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import lstm.error.LstmException;
import lstm.error.Place;
import lstm.error.Setting;

/**
 * Puts a {@link Series} together from arrays. Columns may be added in any order; what does not fit is refused at once
 * or, at the latest, by {@link #series}.
 *
 * <pre>{@code
 * Series shop = SeriesColumns.named("shop")
 *         .dates(dates)
 *         .target("units", units)
 *         .knownAhead("price", prices)
 *         .missing(Missing.MASK)
 *         .series();
 * }</pre>
 */
public final class SeriesColumns {
    private record Column(String name, double[] values) {}

    private final String source;
    private final List<Column> targets = new ArrayList<>();
    private final List<Column> features = new ArrayList<>();
    private final List<Column> knownAhead = new ArrayList<>();
    private final List<StaticColumn> staticColumns = new ArrayList<>();
    private final List<StaticValue> statics = new ArrayList<>();
    private Optional<long[]> stamps = Optional.empty();
    private Missing missing = Missing.ERROR;

    private SeriesColumns(String source) {
        this.source = source;
    }

    /** No columns yet, of a series of this name. */
    public static SeriesColumns named(String source) {
        return new SeriesColumns(source);
    }

    /**
     * The dates of the rows.
     *
     * @param dates rising; copied
     */
    public SeriesColumns dates(LocalDate... dates) {
        return times(Arrays.stream(dates).map(LocalDate::atStartOfDay).toArray(LocalDateTime[]::new));
    }

    /**
     * The local times of the rows; fractions of a second are cut off.
     *
     * @param times rising; copied
     */
    public SeriesColumns times(LocalDateTime... times) {
        stamps = Optional.of(Arrays.stream(times)
                .mapToLong(time -> time.toEpochSecond(ZoneOffset.UTC))
                .toArray());
        return this;
    }

    /** Adds a column to forecast; its values are copied. */
    public SeriesColumns target(String name, double[] values) throws LstmException {
        return add(targets, name, values);
    }

    /** Adds a column that is known for the past only; its values are copied. */
    public SeriesColumns feature(String name, double[] values) throws LstmException {
        return add(features, name, values);
    }

    /** Adds a column that is known ahead of time; its values are copied. */
    public SeriesColumns knownAhead(String name, double[] values) throws LstmException {
        return add(knownAhead, name, values);
    }

    /**
     * Adds a fact that does not change over time, such as a region, for a model of several series.
     *
     * @param text empty if it is not known
     */
    public SeriesColumns staticCategory(String name, String text) throws LstmException {
        requireFree(name);
        staticColumns.add(StaticColumn.named(name).of(StaticColumn.Kind.CATEGORY));
        statics.add(StaticValue.category(text));
        return this;
    }

    /**
     * Adds a quantity that does not change over time, such as a price, for a model of several series.
     *
     * @param value NaN if it is not known
     */
    public SeriesColumns staticNumber(String name, double value) throws LstmException {
        requireFree(name);
        if (Double.isInfinite(value)) {
            throw LstmException.data(value, " is not a finite number")
                    .at(Place.of(source).column(name))
                    .remedy("give a number, or NaN if it is not known");
        }
        staticColumns.add(StaticColumn.named(name).of(StaticColumn.Kind.NUMBER));
        statics.add(StaticValue.number(value));
        return this;
    }

    private SeriesColumns add(List<Column> role, String name, double[] values) throws LstmException {
        requireFree(name);
        role.add(new Column(name, values.clone()));
        return this;
    }

    private void requireFree(String name) throws LstmException {
        if (all().anyMatch(column -> column.name.equals(name))
                || staticColumns.stream().anyMatch(column -> column.name().equals(name))) {
            throw LstmException.usage("there is a column ", LstmException.quote(name), " already")
                    .in(source)
                    .remedy("give each column a name of its own");
        }
    }

    /** What becomes of values that are NaN (default: {@link Missing#ERROR}). */
    public SeriesColumns missing(Missing policy) {
        missing = policy;
        return this;
    }

    private Stream<Column> all() {
        return Stream.of(targets, features, knownAhead).flatMap(List::stream);
    }

    /**
     * The series.
     *
     * @throws LstmException of kind {@code DATA} if there is no target or no row, lengths differ, stamps do not rise, a
     *     value is infinite, or one is NaN and no policy covers it
     */
    public Series series() throws LstmException {
        if (targets.isEmpty()) {
            throw LstmException.usage("there is no column to forecast")
                    .in(source)
                    .remedy("name one with target");
        }
        double[][] values = all().map(column -> column.values.clone()).toArray(double[][]::new);
        List<String> names = all().map(Column::name).toList();
        long[] times = stamps.orElseGet(
                () -> LongStream.rangeClosed(1, values[0].length).toArray());
        checkLengths(names, values, times);
        checkRising(times);
        checkValues(names, values);
        BitSet holes = holes(values);
        GapFilling filled = GapFilling.fill(values, missing);
        int[] kept = IntStream.range(filled.from(), filled.to())
                .filter(row -> Arrays.stream(values).noneMatch(column -> Double.isNaN(column[row])))
                .toArray();
        if (kept.length == 0) {
            throw LstmException.data("no row has a value in every column")
                    .in(source)
                    .remedy("leave out a column, or use another ", Setting.MISSING);
        }
        return series(
                names,
                rows(values, kept),
                Arrays.stream(kept).mapToLong(row -> times[row]).toArray(),
                bridged(holes, kept));
    }

    private Series series(List<String> names, double[][] values, long[] times, BitSet bridged) {
        StampKind kind = StampKind.NONE;
        if (stamps.isPresent()) {
            boolean days = Arrays.stream(times).allMatch(time -> Math.floorMod(time, StampKind.DAY) == 0);
            kind = days ? StampKind.DATE : StampKind.DATE_TIME;
        }
        ReadOptions reading = ReadOptions.columns(names(targets), names(features), names(knownAhead))
                .withMissing(missing);
        return new Series(
                        source,
                        names,
                        values,
                        stamps.isPresent() ? StampColumn.of(times) : StampColumn.numbers(1, times.length),
                        kind,
                        stamps.map(given -> "date"),
                        TargetReason.ASKED_FOR,
                        List.of(),
                        missing == Missing.MASK ? bridged : new BitSet(),
                        bridged,
                        ReadOptions.DEFAULT)
                .withReading(reading)
                .withStatics(staticColumns, statics);
    }

    private static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }

    private static double[][] rows(double[][] values, int[] kept) {
        return Arrays.stream(values)
                .map(column ->
                        Arrays.stream(kept).mapToDouble(row -> column[row]).toArray())
                .toArray(double[][]::new);
    }

    private static BitSet holes(double[][] values) {
        BitSet holes = new BitSet();
        for (double[] column : values) {
            for (int row = 0; row < column.length; row++) {
                if (Double.isNaN(column[row])) {
                    holes.set(row);
                }
            }
        }
        return holes;
    }

    private BitSet bridged(BitSet holes, int[] kept) {
        BitSet bridged = new BitSet();
        for (int k = 0; k < kept.length && missing.bridges(); k++) {
            bridged.set(k, holes.get(kept[k]));
        }
        return bridged;
    }

    private void checkLengths(List<String> names, double[][] values, long[] times) throws LstmException {
        for (int k = 0; k < values.length; k++) {
            if (values[k].length != times.length) {
                throw LstmException.data("has ", values[k].length, " values for ", times.length, " rows")
                        .at(Place.of(source).column(names.get(k)))
                        .remedy("give every column a value for each row");
            }
        }
        if (times.length == 0) {
            throw LstmException.data("has no rows").in(source).remedy("give at least one");
        }
    }

    private void checkRising(long[] times) throws LstmException {
        for (int row = 1; row < times.length; row++) {
            if (times[row] <= times[row - 1]) {
                throw LstmException.data("does not come after the row before it")
                        .at(Place.of(source).line(row + 1L))
                        .remedy("put the rows in order, one for each date");
            }
        }
    }

    private void checkValues(List<String> names, double[][] values) throws LstmException {
        for (int k = 0; k < values.length; k++) {
            for (int row = 0; row < values[k].length; row++) {
                double value = values[k][row];
                if (Double.isInfinite(value) || Double.isNaN(value) && missing == Missing.ERROR) {
                    throw LstmException.data(value, " is not a finite number")
                            .at(Place.of(source).line(row + 1L).column(names.get(k)))
                            .remedy(
                                    "give a number, or say with ",
                                    Setting.MISSING,
                                    " what becomes of rows without one");
                }
            }
        }
    }
}
