package lstm.series;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;

/**
 * Columns of numbers over time stamps, oldest row first, every number finite.
 *
 * @param source the name of the CSV it was read from
 * @param columns the target first, then the features in the order in which they were asked for
 * @param stored the values of each column
 * @param stamps by row, rising: seconds of local time since 1970-01-01T00:00, or row numbers
 * @param kind what the stamps are
 * @param dateColumn the column of the stamps, empty if they are row numbers
 * @param targetReason why the first column is the target
 * @param notes what was done to the data while it was read
 * @param masked rows that have values only so that no row is missing, and are not to be learned from; not copied
 * @param bridged rows with a value that was interpolated, so that a later row decides it; not copied
 * @param weights what it counts among others; empty if as much as any
 * @param reading how it was read, with the names of the target and date column; files of the same form are read so
 * @param statics what is known of it beside its rows, in the order of {@link ReadOptions#statics}
 */
@SuppressWarnings("ArrayRecordComponent") // A series is not compared, and its columns are too large to copy.
public record Series(
        String source,
        List<String> columns,
        List<ValueColumn> stored,
        StampColumn stamps,
        StampKind kind,
        Optional<String> dateColumn,
        TargetReason targetReason,
        List<SeriesNote> notes,
        BitSet masked,
        BitSet bridged,
        Optional<RowWeights> weights,
        ReadOptions reading,
        List<StaticValue> statics) {
    /** Holds the columns to one length of at least one row, and the stamps to rise. */
    public Series {
        columns = List.copyOf(columns);
        stored = List.copyOf(stored);
        notes = List.copyOf(notes);
        statics = List.copyOf(statics);
        if (statics.size() != reading.statics().size()) {
            throw new IllegalArgumentException(statics.size() + " facts for the columns " + reading.statics());
        }
        if (columns.isEmpty() || columns.size() != stored.size() || stamps.size() == 0) {
            throw new IllegalArgumentException(
                    columns.size() + " names for " + stored.size() + " columns of " + stamps.size() + " rows");
        }
        for (ValueColumn column : stored) {
            if (column.size() != stamps.size()) {
                throw new IllegalArgumentException(column.size() + " values for " + stamps.size() + " rows");
            }
        }
        for (int row = 1; row < stamps.size(); row++) {
            if (stamps.at(row) <= stamps.at(row - 1)) {
                throw new IllegalArgumentException("stamps do not rise at row " + row);
            }
        }
    }

    /**
     * A series of which nothing is known beside its rows, and that counts as much as any.
     *
     * @param values by column, then by row; not copied, and nobody writes to it
     */
    public Series(
            String source,
            List<String> columns,
            double[][] values,
            StampColumn stamps,
            StampKind kind,
            Optional<String> dateColumn,
            TargetReason targetReason,
            List<SeriesNote> notes,
            BitSet masked,
            BitSet bridged,
            ReadOptions reading) {
        this(
                source,
                columns,
                Arrays.stream(values).map(ValueColumn::of).toList(),
                stamps,
                kind,
                dateColumn,
                targetReason,
                notes,
                masked,
                bridged,
                Optional.empty(),
                reading,
                List.of());
    }

    /** A series that was not read from a file; its first column is the target. */
    public Series(
            String source,
            List<String> columns,
            double[][] values,
            StampColumn stamps,
            StampKind kind,
            Optional<String> dateColumn,
            TargetReason targetReason,
            List<SeriesNote> notes,
            BitSet masked) {
        this(
                source,
                columns,
                values,
                stamps,
                kind,
                dateColumn,
                targetReason,
                notes,
                masked,
                masked,
                filledIn(ReadOptions.DEFAULT.withFeatures(columns.subList(1, columns.size())), columns, dateColumn));
    }

    /** The same, and no row is masked. */
    public Series(
            String source,
            List<String> columns,
            double[][] values,
            StampColumn stamps,
            StampKind kind,
            Optional<String> dateColumn,
            TargetReason targetReason,
            List<SeriesNote> notes) {
        this(source, columns, values, stamps, kind, dateColumn, targetReason, notes, new BitSet());
    }

    /**
     * A series of one value a day.
     *
     * @param name of the series and of its target
     * @param dates rising
     * @throws LstmException of kind {@code DATA} if lengths differ, dates do not rise, or a value is not finite
     */
    public static Series of(String name, LocalDate[] dates, double[] values) throws LstmException {
        return SeriesColumns.named(name).dates(dates).target(name, values).series();
    }

    /** The same at points in local time. */
    public static Series of(String name, LocalDateTime[] times, double[] values) throws LstmException {
        return SeriesColumns.named(name).times(times).target(name, values).series();
    }

    /** The same without dates: the rows are numbered. */
    public static Series of(String name, double[] values) throws LstmException {
        return SeriesColumns.named(name).target(name, values).series();
    }

    /** The same series, read with these options, which name the same columns of facts. */
    public Series withReading(ReadOptions asked) {
        return with(filledIn(asked, columns, dateColumn), statics);
    }

    /** The same series with these facts, one for each of the columns. */
    public Series withStatics(List<StaticColumn> names, List<StaticValue> facts) {
        return with(reading.withStatics(names), facts);
    }

    private Series with(ReadOptions how, List<StaticValue> facts) {
        return new Series(
                source,
                columns,
                stored,
                stamps,
                kind,
                dateColumn,
                targetReason,
                notes,
                masked,
                bridged,
                weights,
                how,
                facts);
    }

    private static ReadOptions filledIn(ReadOptions asked, List<String> columns, Optional<String> dateColumn) {
        ReadOptions target = asked.withTarget(columns.get(0));
        return dateColumn.map(target::withDate).orElse(target);
    }

    /** What its columns are for. */
    public ColumnRoles roles() {
        return reading.roles();
    }

    /** How many rows there are. */
    public int rows() {
        return stamps.size();
    }

    /** The name of the column to forecast. */
    public String target() {
        return columns.get(0);
    }

    /** The values by column, then by row; nobody writes to them. Those of a table are made anew by each call. */
    public double[][] values() {
        return stored.stream().map(ValueColumn::toArray).toArray(double[][]::new);
    }

    /** The values of a column, oldest first; the same. */
    public double[] column(int index) {
        return stored.get(index).toArray();
    }

    /** Whether its last row is dated before this stamp. */
    public boolean endsBefore(long latest) {
        return kind != StampKind.NONE && stamps.last() < latest;
    }

    /** The stamp of a row as ISO date, ISO date and time, or row number. */
    public String stampText(int row) {
        return kind.text(stamps.at(row));
    }

    /**
     * The last row up to this one that can be forecast from the rows before it without looking ahead: nothing in them
     * was interpolated towards it or a row behind it.
     */
    public int origin(int row) {
        return row == 0 ? 0 : bridged.previousClearBit(row - 1) + 1;
    }

    /**
     * The first rows alone.
     *
     * @param count how many, at least 1 and at most all
     */
    public Series first(int count) {
        return range(0, count);
    }

    /**
     * The last rows alone, all if there are no more.
     *
     * @param count how many, at least 1
     */
    public Series tail(int count) {
        return range(Math.max(0, rows() - count), rows());
    }

    private Series range(int from, int to) {
        return new Series(
                source,
                columns,
                stored.stream().map(column -> column.range(from, to)).toList(),
                stamps.range(from, to),
                kind,
                dateColumn,
                targetReason,
                notes,
                masked.get(from, to),
                bridged.get(from, to),
                weights.map(all -> all.range(from, to)),
                reading,
                statics);
    }
}
