package lstm.spark;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import lstm.error.LstmException;
import lstm.series.GapFilling;
import lstm.series.Missing;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.series.StampColumn;
import lstm.series.StampKind;
import lstm.series.TargetReason;
import org.apache.spark.sql.Row;

/** The rows of one series, which come in the order of time. Holds the last ones only, if no more are wanted. */
final class SeriesRows {
    private static final int FIRST = 64;

    private final TableLayout layout;
    private final StampKind kind;
    private final int wanted;
    private long[] stamps = new long[FIRST];
    private final double[][] values;
    private int size;
    private Optional<LstmException> fault = Optional.empty();

    /**
     * @param kind what the stamps of the table are
     * @param wanted rows to keep at the end; {@link Integer#MAX_VALUE}: all
     */
    SeriesRows(TableLayout layout, StampKind kind, int wanted) {
        this.layout = layout;
        this.kind = kind;
        this.wanted = wanted;
        values = new double[layout.values().size()][FIRST];
    }

    /** Why the series cannot be used, if a row is at fault. */
    Optional<LstmException> fault() {
        return fault;
    }

    /** Adds the next row. */
    void add(Row row) {
        if (fault.isPresent()) {
            return;
        }
        if (row.isNullAt(layout.stampAt())) {
            String text = layout.hasTextDates() ? row.getString(layout.textAt()) : null;
            fault = Optional.of(LstmException.data(
                    text == null ? "a row has no date" : "the date " + LstmException.quote(text) + " cannot be read"));
            return;
        }
        long stamp = row.getLong(layout.stampAt());
        double[] cells = new double[values.length];
        boolean isWhole = true;
        for (int column = 0; column < values.length; column++) {
            Object cell = row.get(layout.valuesAt() + column);
            OptionalDouble value = PlainNumber.of(cell, layout.marks());
            if (value.isEmpty()) {
                fail(stamp, column, cell + " is not a finite number");
                return;
            }
            cells[column] = value.getAsDouble();
            isWhole &= !Double.isNaN(cells[column]);
            if (!isWhole && layout.missing() == Missing.ERROR) {
                fail(stamp, column, "there is no value");
                return;
            }
        }
        if (isWhole || layout.missing() != Missing.DROP) {
            put(stamp, cells);
        }
    }

    private void fail(long stamp, int column, String what) {
        fault = Optional.of(LstmException.data(
                what, " in column ", LstmException.quote(layout.values().get(column)), " at ", kind.text(stamp)));
    }

    private void put(long stamp, double[] cells) {
        if (size > 0 && stamps[size - 1] == stamp) {
            fault = Optional.of(LstmException.data("there are two rows of ", kind.text(stamp)));
            return;
        }
        if (wanted < Integer.MAX_VALUE / 2 && size >= 2 * wanted + FIRST) {
            keepLast();
        }
        if (size == stamps.length) {
            resize(0, size + (size >> 1));
        }
        stamps[size] = stamp;
        for (int column = 0; column < values.length; column++) {
            values[column][size] = cells[column];
        }
        size++;
    }

    /** Drops rows that are no longer wanted; the first that stays has no gap that an earlier row would fill. */
    private void keepLast() {
        int end = size;
        while (end > 0 && !isWhole(end - 1)) {
            end--;
        }
        int from = Math.max(0, end - wanted);
        while (from > 0 && !isWhole(from)) {
            from--;
        }
        resize(from, stamps.length);
        size -= from;
    }

    private void resize(int from, int length) {
        stamps = Arrays.copyOf(Arrays.copyOfRange(stamps, from, size), length);
        for (int column = 0; column < values.length; column++) {
            values[column] = Arrays.copyOf(Arrays.copyOfRange(values[column], from, size), length);
        }
    }

    private boolean isWhole(int row) {
        return Arrays.stream(values).noneMatch(column -> Double.isNaN(column[row]));
    }

    /**
     * The series, once all rows have been added and none is at fault.
     *
     * @param name of the series in messages
     * @return empty if no row has a value in every column
     */
    Optional<Series> series(String name, ReadOptions reading) {
        BitSet bridged = new BitSet();
        if (layout.missing().bridges()) {
            IntStream.range(0, size).filter(row -> !isWhole(row)).forEach(bridged::set);
        }
        double[][] filled =
                Arrays.stream(values).map(column -> Arrays.copyOf(column, size)).toArray(double[][]::new);
        GapFilling range = size == 0 ? new GapFilling(0, 0) : GapFilling.fill(filled, layout.missing());
        if (range.from() == range.to()) {
            return Optional.empty();
        }
        int from = Math.max(range.from(), range.to() - wanted);
        Arrays.setAll(filled, k -> Arrays.copyOfRange(filled[k], from, range.to()));
        return Optional.of(new Series(
                name,
                layout.values(),
                filled,
                StampColumn.of(Arrays.copyOfRange(stamps, from, range.to())),
                kind,
                Optional.of(layout.date()),
                TargetReason.ASKED_FOR,
                List.of(),
                layout.missing() == Missing.MASK ? bridged.get(from, range.to()) : new BitSet(),
                bridged.get(from, range.to()),
                reading.withTarget(layout.values().get(0)).withDate(layout.date())));
    }
}
