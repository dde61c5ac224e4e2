package lstm.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.series.GapFilling;
import lstm.series.Missing;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.series.SeriesNote;
import lstm.series.StampColumn;
import lstm.series.StampKind;
import lstm.series.TargetReason;

/** Collects the rows of a CSV, then sorts them and fills their gaps. */
final class SeriesBuilder {
    private final String source;
    private final Missing policy;
    private final StampReader stamps;
    private final List<ValueReader> columns;
    private final double[] current;
    private final List<SeriesNote> notes = new ArrayList<>();
    private final int wanted;
    private final LastRows last;
    private long rows;
    private long kept;

    /**
     * Creates a builder without rows.
     *
     * @param wanted number of rows to keep at the end; {@link Integer#MAX_VALUE}: all
     * @param stamps null if rows are numbered
     */
    SeriesBuilder(String source, Missing policy, int wanted, StampReader stamps, List<ValueReader> columns) {
        this.source = source;
        this.policy = policy;
        this.stamps = stamps;
        this.columns = columns;
        this.wanted = wanted;
        last = new LastRows(wanted, policy, stamps, columns);
        current = new double[columns.size()];
    }

    void note(SeriesNote note) {
        notes.add(note);
    }

    /** @param whole whether the row has a value in every column */
    private RowUse use(boolean whole) {
        if (!whole && policy == Missing.DROP) {
            return RowUse.DROPPED;
        }
        return last.holdsNext() ? RowUse.KEPT : RowUse.COUNTED;
    }

    /** Adds a row, and says whether it is one: a line without a date may be none. */
    boolean add(Row row) throws LstmException {
        if (stamps != null && !stamps.read(row)) {
            return false;
        }
        rows++;
        boolean whole = true;
        for (int k = 0; k < current.length; k++) {
            current[k] = columns.get(k).read(row);
            whole &= !Double.isNaN(current[k]);
        }
        RowUse use = use(whole);
        if (stamps != null) {
            stamps.take(row, use);
        }
        if (use != RowUse.DROPPED) {
            kept++;
            for (int k = 0; k < current.length; k++) {
                columns.get(k).add(current[k], use);
            }
            if (use == RowUse.KEPT) {
                last.added(whole);
            }
        }
        return true;
    }

    /**
     * The series, once all rows have been added.
     *
     * @throws LstmException if the rows are in no order, or none is left
     */
    Series build(String dateName, TargetReason reason) throws LstmException {
        for (ValueReader column : columns) {
            column.cells().marks().requireNone(column.name());
        }
        double[][] values = columns.stream().map(ValueReader::takeValues).toArray(double[][]::new);
        StampColumn numbers = numbers(stamps == null ? values[0].length : 0);
        Ordered ordered = order(stamps, numbers, last.givenUp(), values);
        ordered.notes.forEach(this::note);
        StampColumn times = ordered.times;
        boolean newestFirst = ordered.newestFirst;
        BitSet bridged = policy.bridges() ? last.holes(newestFirst) : new BitSet();
        GapFilling range = kept == 0 ? new GapFilling(0, 0) : GapFilling.fill(values, policy);
        noteMissing(newestFirst);
        if (range.from() == range.to()) {
            throw noCompleteRow(source);
        }
        int from = Math.max(range.from(), range.to() - wanted);
        if (range.to() - from < times.size()) {
            times = times.range(from, range.to());
            Arrays.setAll(values, k -> Arrays.copyOfRange(values[k], from, range.to()));
            bridged = bridged.get(from, range.to());
        }
        List<String> names = columns.stream().map(ValueReader::name).toList();
        return new Series(
                        source,
                        names,
                        values,
                        times,
                        kind(),
                        Optional.ofNullable(dateName),
                        reason,
                        notes,
                        policy == Missing.MASK ? bridged : new BitSet(),
                        bridged,
                        ReadOptions.DEFAULT)
                .withReading(ReadOptions.DEFAULT.withFeatures(names.subList(1, names.size())));
    }

    static LstmException noCompleteRow(String source) {
        return LstmException.data("no row has a value in every column")
                .remedy("choose other columns or another ", Setting.MISSING)
                .in(source);
    }

    /** Numbers of the kept rows; the first row of the series is number 1, whether it is kept or not. */
    private StampColumn numbers(int held) {
        long before = last.givenUp() - (fills() ? last.firstWhole() : 0);
        return StampColumn.numbers(before + 1, held);
    }

    private boolean fills() {
        return policy == Missing.FORWARD || policy.bridges();
    }

    private StampKind kind() throws LstmException {
        if (stamps == null) {
            return StampKind.NONE;
        }
        return stamps.areDates() ? StampKind.DATE : StampKind.DATE_TIME;
    }

    /**
     * Rows in the order of time.
     *
     * @param notes what was done to them
     */
    @SuppressWarnings("ArrayRecordComponent") // It is taken apart, never compared.
    record Ordered(StampColumn times, StampKind kind, double[][] values, boolean newestFirst, List<SeriesNote> notes) {}

    /**
     * Puts rows in the order of time.
     *
     * @param stamps null if rows are numbered
     * @param numbers of the rows, for that case
     * @param before rows that were read before the first of these and are not held
     * @param values by column, then by row; modified
     * @throws LstmException if the rows are in no order
     */
    static Ordered order(StampReader stamps, StampColumn numbers, long before, double[][] values) throws LstmException {
        if (stamps == null) {
            return new Ordered(numbers, StampKind.NONE, values, false, List.of());
        }
        StampReader.Stamps read = stamps.stamps(before);
        List<SeriesNote> notes = new ArrayList<>();
        read.note().ifPresent(notes::add);
        if (read.newestFirst()) {
            notes.add(new SeriesNote.Reversed());
            reverse(values);
        }
        notes.addAll(stamps.notes());
        StampColumn times = read.newestFirst() ? read.times().reversed() : read.times();
        return new Ordered(times, kind(times), values, read.newestFirst(), notes);
    }

    static StampKind kind(StampColumn times) {
        boolean midnights = times.stream().allMatch(time -> time % StampKind.DAY == 0);
        return midnights ? StampKind.DATE : StampKind.DATE_TIME;
    }

    /** Reverses the rows of each column. */
    private static void reverse(double[][] values) {
        for (double[] column : values) {
            for (int a = 0, b = column.length - 1; a < b; a++, b--) {
                double value = column[a];
                column[a] = column[b];
                column[b] = value;
            }
        }
    }

    private void noteMissing(boolean newestFirst) {
        long missing = columns.stream().mapToLong(ValueReader::missing).sum();
        long unreadable = columns.stream().mapToLong(ValueReader::unreadable).sum();
        if (missing == 0) {
            return;
        }
        if (policy == Missing.DROP) {
            note(new SeriesNote.RowsDropped(missing, unreadable, rows - kept));
        } else {
            note(new SeriesNote.ValuesFilled(missing, unreadable, policy));
            long from = policy == Missing.FORWARD && newestFirst ? 0 : last.firstWhole();
            long to = policy == Missing.FORWARD && !newestFirst ? kept : last.lastKnown() + 1;
            long outside = kept - Math.max(0, to - from);
            if (outside > 0) {
                note(new SeriesNote.EndsDropped(outside));
            }
        }
    }
}
