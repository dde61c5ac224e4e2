package lstm.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lstm.error.LstmException;
import lstm.progress.ProgressListener;
import lstm.series.GapFilling;
import lstm.series.Missing;
import lstm.series.NumberFacts;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.series.SeriesNote;
import lstm.series.StampColumn;
import lstm.series.StampEvidence;
import lstm.series.StampKind;

/**
 * A CSV as it is, before anything is done about what is missing in it.
 *
 * @param numbers how those of the target and the features are written
 * @param columns all that hold numbers, in the order of the file
 * @param others names of those that hold neither numbers nor the dates
 * @param holes cells without a number in the target and the features: the first few
 * @param holeCount how many there are
 * @param holeRows how many rows have one
 * @param rows target and features, oldest row first, with NaN in the holes
 * @param dates how the dates are written; empty if rows are numbered
 */
public record CsvSurvey(
        NumberFacts numbers,
        List<ColumnFacts> columns,
        List<String> others,
        List<Hole> holes,
        long holeCount,
        int holeRows,
        Rows rows,
        Optional<StampEvidence> dates) {
    private static final int LISTED = 5;

    /** Rows between two calls of the listener. */
    private static final int TOLD = 10_000;

    /**
     * A cell without a number.
     *
     * @param text what it holds, or nothing
     */
    public record Hole(long line, String column, String text) {}

    /**
     * Rows of a CSV with the lines on which they stand.
     *
     * @param series the rows; where they are as they were read, NaN stands for a missing value
     * @param lines by row
     */
    public record Rows(Series series, LineNumbers lines) {}

    /**
     * Reads a whole CSV; cells without a number are no fault. If nothing tells which column is the target, it is the
     * first.
     *
     * @throws LstmException if the file cannot be read, is malformed or in no order, or does not hold what the options
     *     ask for; the message names the place
     */
    public static CsvSurvey read(CsvSource source, ReadOptions options) throws LstmException {
        return read(source, options, ProgressListener.NONE);
    }

    /**
     * The same, followed by a listener.
     *
     * @throws java.util.concurrent.CancellationException if the listener or an interrupt of this thread stops it
     */
    public static CsvSurvey read(CsvSource source, ReadOptions options, ProgressListener listener)
            throws LstmException {
        try (CsvRecords records = CsvRecords.open(source, options, CsvLimits.DEFAULT)) {
            ResolvedColumns chosen =
                    ResolvedColumns.of(records, options, CsvLimits.DEFAULT, TargetChoice.WhenUnclear.TAKE_FIRST);
            Surveyor surveyor = new Surveyor(source.name(), chosen, options);
            for (Row row : chosen.first()) {
                surveyor.add(row);
            }
            long rows = chosen.first().size();
            for (Row row = records.next(); row != null; row = records.next()) {
                surveyor.add(row);
                if (++rows % TOLD == 0) {
                    listener.checkpoint(rows, 0);
                }
            }
            listener.checkpoint(rows, 0);
            return surveyor.survey(options, records.notes());
        }
    }

    /**
     * The rows as {@link CsvReader} would give them.
     *
     * @param policy what is done about the holes; not {@link Missing#ERROR} if there are any
     * @throws LstmException if no row is left
     */
    public Rows rows(Missing policy) throws LstmException {
        if (holeCount == 0) {
            return rows;
        }
        Series raw = rows.series;
        double[][] values = Arrays.stream(raw.values()).map(double[]::clone).toArray(double[][]::new);
        GapFilling range = GapFilling.fill(values, policy);
        int[] kept = IntStream.range(range.from(), range.to())
                .filter(row -> Arrays.stream(values).noneMatch(column -> Double.isNaN(column[row])))
                .toArray();
        if (kept.length == 0) {
            throw SeriesBuilder.noCompleteRow(raw.source());
        }
        Arrays.setAll(values, column -> {
            double[] all = values[column];
            return Arrays.stream(kept).mapToDouble(row -> all[row]).toArray();
        });
        StampColumn stamps = raw.kind() == StampKind.NONE
                ? StampColumn.numbers(1, kept.length)
                : StampColumn.of(kept.length, k -> raw.stamps().at(kept[k]));
        return new Rows(
                new Series(
                        raw.source(),
                        raw.columns(),
                        values,
                        stamps,
                        raw.kind() == StampKind.NONE ? StampKind.NONE : SeriesBuilder.kind(stamps),
                        raw.dateColumn(),
                        raw.targetReason(),
                        raw.notes(),
                        new BitSet(),
                        new BitSet(),
                        raw.reading()),
                rows.lines.of(kept));
    }

    /** Gathers a survey row by row. */
    private static final class Surveyor {
        private final String source;
        private final ResolvedColumns chosen;
        private final StampReader stamps;
        private final List<ValueReader> readers;
        private final NumberEvidence evidence;
        private final List<ColumnFacts.Counter> counters = new ArrayList<>();
        private final List<NumberColumn> others;
        private final LineNumbers lines = new LineNumbers();
        private final List<Hole> holes = new ArrayList<>();
        private int holeRows;

        Surveyor(String source, ResolvedColumns chosen, ReadOptions options) throws LstmException {
            this.source = source;
            this.chosen = chosen;
            stamps = chosen.stamps();
            evidence = chosen.evidence(options);
            // Under any policy but error, holes are NaN.
            readers = chosen.readers(evidence, options, Missing.DROP);
            List<Integer> numeric = TargetChoice.numeric(chosen.header(), chosen.sample(), chosen.date()::holds);
            others = evidence.others().stream()
                    .filter(column -> numeric.contains(column.index()))
                    .toList();
            Stream.concat(readers.stream().map(ValueReader::cells), others.stream())
                    .sorted(Comparator.comparingInt(NumberColumn::index))
                    .forEach(column -> counters.add(new ColumnFacts.Counter(column)));
        }

        /** The columns with a name that are neither numbers nor the dates. */
        private List<String> texts() {
            return IntStream.range(0, chosen.header().size())
                    .filter(column -> counters.stream().noneMatch(counter -> counter.column() == column))
                    .filter(column -> !chosen.date().holds(column))
                    .mapToObj(chosen.header()::name)
                    .filter(name -> !name.isEmpty())
                    .toList();
        }

        void add(Row row) throws LstmException {
            if (stamps != null && !stamps.read(row)) {
                return;
            }
            others.forEach(column -> column.read(row));
            boolean whole = true;
            for (int k = 0; k < readers.size(); k++) {
                double value = readers.get(k).read(row);
                readers.get(k).add(value, RowUse.KEPT);
                if (Double.isNaN(value)) {
                    whole = false;
                    if (holes.size() < LISTED) {
                        String text = row.cell(chosen.columns().get(k));
                        holes.add(new Hole(row.line(), readers.get(k).name(), text));
                    }
                }
            }
            counters.forEach(ColumnFacts.Counter::add);
            holeRows += whole ? 0 : 1;
            if (stamps != null) {
                stamps.take(row, RowUse.KEPT);
            }
            lines.add(row.line());
        }

        /** @param lineNotes about lines of the file */
        CsvSurvey survey(ReadOptions options, List<SeriesNote> lineNotes) throws LstmException {
            evidence.settle();
            for (ValueReader reader : readers) {
                reader.cells().marks().requireNone(reader.name());
            }
            SeriesBuilder.Ordered ordered = SeriesBuilder.order(
                    stamps,
                    StampColumn.numbers(1, stamps == null ? lines.size() : 0),
                    0,
                    readers.stream().map(ValueReader::takeValues).toArray(double[][]::new));
            if (ordered.newestFirst()) {
                lines.reverse();
            }
            List<SeriesNote> notes = new ArrayList<>(lineNotes);
            chosen.date().note().ifPresent(notes::add);
            notes.addAll(ordered.notes());
            Series series = new Series(
                            source,
                            readers.stream().map(ValueReader::name).toList(),
                            ordered.values(),
                            ordered.times(),
                            ordered.kind(),
                            chosen.dateName(),
                            chosen.reason(),
                            notes)
                    .withReading(options.withNumbers(evidence.style()));
            long count = readers.stream().mapToLong(ValueReader::missing).sum();
            List<ColumnFacts> facts = counters.stream()
                    .map(counter -> counter.facts(evidence.decimal()))
                    .toList();
            Optional<StampEvidence> dates = stamps == null ? Optional.empty() : Optional.of(stamps.evidence());
            return new CsvSurvey(
                    evidence.facts(), facts, texts(), holes, count, holeRows, new Rows(series, lines), dates);
        }
    }
}
