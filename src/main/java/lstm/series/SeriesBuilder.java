package lstm.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import lstm.file.UserException;
import lstm.file.UserException.Kind;

/** Gathers the rows of a CSV, and at the end puts them in order and fills their gaps. */
final class SeriesBuilder {
    private final String source;
    private final Missing policy;
    private final Optional<Integer> dateColumn;
    private final StampReader stamps;
    private final List<ValueReader> columns;
    private final double[] current;
    private final List<String> notes = new ArrayList<>();
    private long rows;
    private int kept;

    /**
     * Starts without rows.
     *
     * @param stamps null if rows are numbered
     */
    SeriesBuilder(
            String source,
            Missing policy,
            Optional<Integer> dateColumn,
            StampReader stamps,
            List<ValueReader> columns) {
        this.source = source;
        this.policy = policy;
        this.dateColumn = dateColumn;
        this.stamps = stamps;
        this.columns = columns;
        current = new double[columns.size()];
    }

    void note(String text) {
        notes.add(source + ": " + text);
    }

    void add(Row row) throws UserException {
        rows++;
        boolean whole = true;
        for (int k = 0; k < current.length; k++) {
            current[k] = columns.get(k).read(row);
            whole &= !Double.isNaN(current[k]);
        }
        boolean keep = whole || policy != Missing.DROP;
        if (stamps != null) {
            stamps.read(row.place(), row.cell(dateColumn.orElseThrow()), keep);
        }
        if (keep) {
            kept++;
            for (int k = 0; k < current.length; k++) {
                columns.get(k).add(current[k]);
            }
        }
    }

    /**
     * The series, once all rows were added.
     *
     * @throws UserException if the rows are in no order, or none is left
     */
    Series build(String dateName, TargetReason reason) throws UserException {
        Ordered ordered =
                order(stamps, kept, columns.stream().map(ValueReader::values).toArray(double[][]::new));
        ordered.notes.forEach(this::note);
        long[] times = ordered.times;
        double[][] values = ordered.values;
        BitSet masked = policy == Missing.MASK ? holes(values) : new BitSet();
        Gaps range = kept == 0 ? new Gaps(0, 0) : Gaps.fill(values, policy);
        noteMissing(range);
        if (range.from() == range.to()) {
            throw new UserException(
                    Kind.DATA, source + ": no row has all of its values; choose other columns or another --missing");
        }
        if (range.to() - range.from() < times.length) {
            times = Arrays.copyOfRange(times, range.from(), range.to());
            Arrays.setAll(values, k -> Arrays.copyOfRange(values[k], range.from(), range.to()));
            masked = masked.get(range.from(), range.to());
        }
        StampKind kind = ordered.kind;
        if (kind == StampKind.NONE) {
            Arrays.setAll(times, row -> row + 1);
        } else {
            kind = kind(times);
        }
        List<String> names = columns.stream().map(ValueReader::name).toList();
        return new Series(
                source, names, values, times, kind, Optional.ofNullable(dateName), reason, notes, masked);
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

    /**
     * Rows in the order of time.
     *
     * @param notes what was done to them
     */
    @SuppressWarnings("ArrayRecordComponent") // It is taken apart, never compared.
    record Ordered(long[] times, StampKind kind, double[][] values, boolean newestFirst, List<String> notes) {}

    /**
     * Puts rows in the order of time.
     *
     * @param stamps null if rows are numbered
     * @param rows how many there are
     * @param values by column, then by row; modified
     * @throws UserException if the rows are in no order
     */
    static Ordered order(StampReader stamps, int rows, double[][] values) throws UserException {
        if (stamps == null) {
            long[] numbers = LongStream.rangeClosed(1, rows).toArray();
            return new Ordered(numbers, StampKind.NONE, values, false, List.of());
        }
        StampReader.Stamps read = stamps.stamps();
        List<String> notes = new ArrayList<>();
        read.note().ifPresent(notes::add);
        if (read.newestFirst()) {
            notes.add("newest first; put in order");
            reverse(read.times(), values);
        }
        if (stamps.cutFractions()) {
            notes.add("fractions of a second are cut off");
        }
        return new Ordered(read.times(), kind(read.times()), values, read.newestFirst(), notes);
    }

    static StampKind kind(long[] times) {
        boolean midnights = Arrays.stream(times).allMatch(time -> time % StampKind.DAY == 0);
        return midnights ? StampKind.DATE : StampKind.DATE_TIME;
    }

    /** Turns rows round; modifies both. */
    static void reverse(long[] times, double[][] values) {
        for (int a = 0, b = times.length - 1; a < b; a++, b--) {
            long time = times[a];
            times[a] = times[b];
            times[b] = time;
            for (double[] column : values) {
                double value = column[a];
                column[a] = column[b];
                column[b] = value;
            }
        }
    }

    private void noteMissing(Gaps range) {
        long missing = columns.stream().mapToLong(ValueReader::missing).sum();
        long unreadable = columns.stream().mapToLong(ValueReader::unreadable).sum();
        if (missing == 0) {
            return;
        }
        String cells = count(missing, "missing value")
                + (unreadable > 0 ? " (" + unreadable + " of them text or not finite)" : "");
        if (policy == Missing.DROP) {
            note(cells + "; " + count(rows - kept, "row") + " dropped");
        } else {
            note(cells + " filled " + filled());
            int outside = kept - (range.to() - range.from());
            if (outside > 0) {
                note(count(outside, "row") + " dropped at the ends, where there is nothing to fill from");
            }
        }
    }

    private String filled() {
        return switch (policy) {
            case FORWARD -> "with the last value";
            case MASK -> "by interpolation and masked: no window that touches one is learned from or scored";
            default -> "by interpolation";
        };
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
