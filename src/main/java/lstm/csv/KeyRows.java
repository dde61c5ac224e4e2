package lstm.csv;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import lstm.series.DecimalSign;
import lstm.series.SeriesKey;
import lstm.series.ValueColumn;

/** The rows of one series of a table, in the order of the table. */
final class KeyRows {
    /** Rows beyond those wanted that are collected before some are dropped. */
    private static final int SLACK = 64;

    private final SeriesKey key;
    private final int wanted;
    /** Columns that a whole row has values in: the first ones. */
    private final int columns;

    private final LongSequence[] stamps;
    private LongSequence lines = new LongSequence();
    private ValueColumn.Builder[] values;

    /** The values where the decimal sign is a comma; null if they are the same. */
    private ValueColumn.Builder[] withComma;

    private final StaticCells statics;
    private int size;
    private long numbered;

    /** The series whose row came after the latest of this one: in most tables it comes there again. */
    private Optional<KeyRows> next = Optional.empty();

    /**
     * What the rows of every series of a table have, and how many are kept.
     *
     * @param columns of the series
     * @param more columns behind these, without gaps
     * @param formats of stamps; 0 if rows are numbered
     * @param facts number of static columns
     * @param wanted number of rows to keep at the end; {@link Integer#MAX_VALUE}: all
     */
    record Shape(int columns, int more, int formats, int facts, int wanted) {}

    KeyRows(SeriesKey key, Shape shape) {
        this.key = key;
        columns = shape.columns;
        statics = new StaticCells(shape.facts);
        wanted = shape.wanted;
        stamps = new LongSequence[Math.max(1, shape.formats)];
        Arrays.setAll(stamps, k -> new LongSequence());
        values = new ValueColumn.Builder[columns + shape.more];
        Arrays.setAll(values, k -> new ValueColumn.Builder());
    }

    SeriesKey key() {
        return key;
    }

    /** The series that probably has the next row. */
    Optional<KeyRows> next() {
        return next;
    }

    void expect(KeyRows follower) {
        next = Optional.ofNullable(follower);
    }

    /**
     * Adds a row.
     *
     * @param at its stamp in each format; null if rows are numbered
     * @param line counted over all files of the table
     * @param row its values, while both decimal signs are possible those with a point
     * @param comma its values with a decimal comma; of no meaning if the decimal sign is known
     * @param decimal null while both signs are possible
     */
    void add(long[] at, long line, double[] row, double[] comma, DecimalSign decimal) {
        for (int k = 0; k < stamps.length; k++) {
            if (at != null && at[k] == DateFormat.NONE) {
                stamps[k] = null;
            } else if (stamps[k] != null) {
                stamps[k].add(at == null ? numbered + 1 : at[k]);
            }
        }
        numbered++;
        lines.add(line);
        if (decimal != null) {
            decide(decimal);
        } else if (withComma == null && !Arrays.equals(row, comma)) {
            withComma = at(values, IntStream.range(0, size).toArray());
        }
        put(values, row);
        if (withComma != null) {
            put(withComma, comma);
        }
        size++;
    }

    /** Its cells in the static columns. */
    StaticCells statics() {
        return statics;
    }

    private static void put(ValueColumn.Builder[] columns, double[] row) {
        for (int k = 0; k < columns.length; k++) {
            columns[k].add(row[k]);
        }
    }

    /** Keeps one reading of the values. */
    void decide(DecimalSign decimal) {
        values = withComma != null && decimal == DecimalSign.COMMA ? withComma : values;
        withComma = null;
    }

    /** Whether the rows are in the order of time, or in the opposite one, in a format. */
    boolean isOrdered(int format) {
        return stamps[format].rises() || stamps[format].falls();
    }

    /** Drops rows that are no longer wanted, if there are many and the format of stamps is known. */
    void trim(int format) {
        if (wanted > (Integer.MAX_VALUE - SLACK) / 2 || size < 2 * wanted + SLACK) {
            return;
        }
        int[] order = order(format);
        int end = size;
        while (end > 0 && !isWhole(order[end - 1])) {
            end--;
        }
        int from = Math.max(0, end - wanted);
        while (from > 0 && !isWhole(order[from])) {
            from--;
        }
        keep(Arrays.copyOfRange(order, from, size));
    }

    private boolean isWhole(int row) {
        return Arrays.stream(values, 0, columns).noneMatch(column -> Double.isNaN(column.at(row)));
    }

    private void keep(int[] rows) {
        for (int k = 0; k < stamps.length; k++) {
            stamps[k] = stamps[k] == null ? null : stamps[k].at(rows);
        }
        lines = lines.at(rows);
        values = at(values, rows);
        withComma = withComma == null ? null : at(withComma, rows);
        size = rows.length;
    }

    private static ValueColumn.Builder[] at(ValueColumn.Builder[] columns, int[] rows) {
        return Arrays.stream(columns).map(column -> at(column, rows)).toArray(ValueColumn.Builder[]::new);
    }

    private static ValueColumn.Builder at(ValueColumn.Builder column, int[] rows) {
        ValueColumn.Builder some = new ValueColumn.Builder();
        for (int row : rows) {
            some.add(column.at(row));
        }
        return some;
    }

    /** The numbers of the rows in the order of time; rows of the same time are in the order of the table. */
    private int[] order(int format) {
        LongSequence times = stamps[format];
        if (times.rises()) {
            return IntStream.range(0, size).toArray();
        }
        IntToLongFunction time = times::get;
        return IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingLong((Integer row) -> time.applyAsLong(row)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Puts the rows in the order of time. */
    void sort(int format) {
        if (!stamps[format].rises()) {
            keep(order(format));
        }
    }

    int size() {
        return size;
    }

    /** The stamps. */
    LongSequence stamps(int format) {
        return stamps[format];
    }

    /** The lines of the rows, counted over all files of the table. */
    LongSequence lines() {
        return lines;
    }

    /** The values by column; a copy without spare room. */
    double[][] values() {
        return Arrays.stream(values).map(column -> column.build().toArray()).toArray(double[][]::new);
    }

    /** The rows in which a value is missing. */
    BitSet holes() {
        BitSet holes = new BitSet();
        IntStream.range(0, size).filter(row -> !isWhole(row)).forEach(holes::set);
        return holes;
    }
}
