package lstm.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.series.DecimalSign;
import lstm.series.GapFilling;
import lstm.series.KeyedSeries;
import lstm.series.Missing;
import lstm.series.ReadOptions;
import lstm.series.RowWeights;
import lstm.series.Series;
import lstm.series.SeriesKey;
import lstm.series.SeriesNote;
import lstm.series.SeriesTable;
import lstm.series.StampColumn;
import lstm.series.StampKind;
import lstm.series.StaticValue;
import lstm.series.TargetReason;
import lstm.series.ValueColumn;

/** Makes a series of the rows of each key: sorts them, refuses repeated dates, and fills gaps. */
final class TableBuilder {
    private final TableLines lines;
    private final Optional<TableStamps> stamps;
    private final List<String> names;
    private final ReadOptions reading;
    private final TargetReason reason;
    private final int wanted;

    private final List<KeyedSeries> each = new ArrayList<>();
    private final List<SeriesKey> missing = new ArrayList<>();
    private long outside;
    private int weight = -1;

    /**
     * @param names of the columns of values
     * @param reading with the names of target and date column
     * @param wanted number of rows to keep at the end of each series
     */
    TableBuilder(
            TableLines lines,
            Optional<TableStamps> stamps,
            List<String> names,
            ReadOptions reading,
            TargetReason reason,
            int wanted) {
        this.lines = lines;
        this.stamps = stamps;
        this.names = names;
        this.reading = reading;
        this.reason = reason;
        this.wanted = wanted;
    }

    /** Weighs the series by this column of the rows. */
    void weigh(int column) {
        weight = column;
    }

    /**
     * Makes the series.
     *
     * @param rows by key; emptied, so that no row is held twice
     * @param decimal null if no number has a decimal sign
     * @param facts of all series, in the order of their keys
     * @throws LstmException if a series has two rows of one date, or none has a row with a value in every column
     */
    void build(Map<SeriesKey, KeyRows> rows, DecimalSign decimal, List<StaticFacts> facts) throws LstmException {
        int format = stamps.isEmpty()
                ? 0
                : stamps.get().only(form -> rows.values().stream().allMatch(of -> of.isOrdered(form)));
        StampKind kind = stamps.map(read -> read.kind(format)).orElse(StampKind.NONE);
        List<SeriesKey> keys = rows.keySet().stream().sorted().toList();
        for (int k = 0; k < keys.size(); k++) {
            int number = k;
            SeriesKey key = keys.get(k);
            KeyRows of = rows.remove(key);
            of.decide(decimal);
            of.sort(format);
            refuseRepeats(of, format, kind, key);
            add(
                    of,
                    format,
                    kind,
                    new Known(
                            key,
                            facts.stream()
                                    .map(column -> column.values().get(number))
                                    .toList()));
        }
        if (each.isEmpty()) {
            throw SeriesBuilder.noCompleteRow(lines.source());
        }
    }

    private void refuseRepeats(KeyRows rows, int format, StampKind kind, SeriesKey key) throws LstmException {
        for (int row = 1; row < rows.size(); row++) {
            if (rows.stamps(format).get(row) == rows.stamps(format).get(row - 1)) {
                long first = rows.lines().get(row - 1);
                long second = rows.lines().get(row);
                throw LstmException.data(
                                "date ",
                                kind.text(rows.stamps(format).get(row)),
                                " of ",
                                key.text(reading.keys()),
                                " is already on ",
                                lines.text(first, second))
                        .remedy(
                                "delete ",
                                lines.text(second, second),
                                " or ",
                                lines.text(first, second),
                                ", or name with ",
                                Setting.BY,
                                " a further column that tells them apart")
                        .at(lines.place(second));
            }
        }
    }

    /** What is known of a series beside its rows. */
    private record Known(SeriesKey key, List<StaticValue> facts) {}

    private void add(KeyRows rows, int format, StampKind kind, Known known) {
        SeriesKey key = known.key();
        double[][] all = rows.values();
        double[][] values = Arrays.copyOf(all, names.size());
        StampColumn times = rows.stamps(format).toColumn();
        BitSet bridged = reading.missing().bridges() ? rows.holes() : new BitSet();
        GapFilling range = times.size() == 0 ? new GapFilling(0, 0) : GapFilling.fill(values, reading.missing());
        outside += times.size() - (range.to() - range.from());
        int from = Math.max(range.from(), range.to() - wanted);
        if (range.to() == range.from()) {
            missing.add(key);
            return;
        }
        if (range.to() - from < times.size()) {
            times = times.range(from, range.to());
            Arrays.setAll(values, k -> Arrays.copyOfRange(values[k], from, range.to()));
            bridged = bridged.get(from, range.to());
        }
        double[] weights = weight < 0 ? null : all[weight];
        Series series = new Series(
                SeriesTable.name(lines.source(), reading.keys(), key),
                names,
                Arrays.stream(values).map(ValueColumn::compact).toList(),
                times,
                kind,
                stamps.map(TableStamps::column),
                reason,
                List.of(),
                reading.missing() == Missing.MASK ? bridged : new BitSet(),
                bridged,
                Optional.ofNullable(weights)
                        .map(column ->
                                new RowWeights(ValueColumn.compact(Arrays.copyOfRange(column, from, range.to())))),
                reading,
                known.facts());
        each.add(new KeyedSeries(key, series));
    }

    /** Rows at the ends that were left out because there was nothing to fill them from. */
    long outside() {
        return outside;
    }

    /** The table, once its series have been made. */
    SeriesTable table(List<SeriesNote> notes) {
        return new SeriesTable(lines.source(), reading.keys(), each, missing, notes);
    }
}
