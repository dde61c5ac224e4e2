package lstm.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.error.Place;
import lstm.error.Setting;
import lstm.series.KeyFilter;
import lstm.series.Missing;
import lstm.series.ReadOptions;
import lstm.series.SeriesNote;
import lstm.series.SeriesTable;
import lstm.series.TargetReason;

/**
 * Reads a table of several series, which key columns tell apart. The rows may stand in any order, and several files are
 * one table. Each file is read once, from front to back; only the stamps and the numbers of the chosen columns are
 * kept.
 */
public final class TableReader {
    private final ReadOptions options;
    private final KeyFilter filter;
    private final int wanted;
    private final RowsByKey rows;
    private final List<SeriesNote> notes = new ArrayList<>();
    private final TableLines lines = new TableLines();
    private NumberEvidence evidence;
    private TableStamps stamps;
    private List<ValueReader> columns;
    private Optional<WeightColumn> weights;
    private final List<ValueReader> all = new ArrayList<>();
    private KeyCells keys;
    private List<Integer> statics;
    private Header header;
    private TargetReason reason;
    private double[] values;
    private double[] commas;
    private long dropped;

    private TableReader(ReadOptions options, KeyFilter filter, int wanted) {
        this.options = options;
        this.filter = filter;
        rows = new RowsByKey(filter);
        this.wanted = wanted;
    }

    /**
     * Reads a whole table.
     *
     * @param sources at least one; their columns have the same names
     * @param options how to read them, with {@linkplain ReadOptions#keys() key columns}
     * @param filter which series to take
     * @throws LstmException if a file cannot be read, is malformed, or does not hold what the options ask for, a key is
     *     empty, or a series has two rows of one date; the message names the place
     */
    public static SeriesTable read(List<CsvSource> sources, ReadOptions options, KeyFilter filter)
            throws LstmException {
        return readLast(sources, options, filter, Integer.MAX_VALUE);
    }

    /**
     * The same, but keeps only the last rows of each series.
     *
     * @param rows number of rows to keep, at least 1
     */
    public static SeriesTable readLast(List<CsvSource> sources, ReadOptions options, KeyFilter filter, int rows)
            throws LstmException {
        TableReader reader = new TableReader(options, filter, rows);
        ReadOptions like = options;
        for (CsvSource source : sources) {
            like = reader.read(source, like);
        }
        return reader.table(like);
    }

    /** Reads a file, and returns the options that ask for the same columns in the next. */
    private ReadOptions read(CsvSource source, ReadOptions like) throws LstmException {
        try (RowSource records = RowSource.open(source, like)) {
            ResolvedColumns chosen = ResolvedColumns.of(
                    records, records.reading(like), CsvLimits.DEFAULT, TargetChoice.WhenUnclear.REFUSE);
            begin(source, chosen);
            for (Row row : chosen.first()) {
                add(row, true);
            }
            for (Row row = records.next(); row != null; row = records.next()) {
                add(row, false);
            }
            notes.addAll(records.notes());
            for (ValueReader column : columns) {
                column.cells().marks().requireNone(column.name());
            }
            String target = columns.get(0).name();
            return chosen.dateName().isPresent()
                    ? like.withTarget(target).withDate(chosen.dateName().get())
                    : like.withTarget(target);
        }
    }

    private void begin(CsvSource source, ResolvedColumns chosen) throws LstmException {
        boolean first = columns == null;
        lines.begin(source.name());
        header = chosen.header();
        reason = first ? chosen.reason() : reason;
        keys = new KeyCells(header, chosen.keys(), "belongs to");
        statics = chosen.statics();
        evidence = first ? chosen.evidence(options) : evidence;
        columns = chosen.readers(evidence, options, options.missing());
        all.addAll(columns);
        weights = chosen.weights(evidence, options);
        values = new double[columns.size() + more()];
        commas = new double[values.length];
        chosen.date().note().ifPresent(notes::add);
        if (first && chosen.date().columns().isPresent()) {
            stamps = new TableStamps(chosen.date().forms());
        } else if (!first && (stamps != null) != chosen.date().columns().isPresent()) {
            throw LstmException.data(stamps == null ? "has dates" : "has no dates", ", unlike ", lines.firstSource())
                    .in(source.name())
                    .remedy("name the date column with ", Setting.DATE, ", or leave the file out");
        }
        if (stamps != null) {
            stamps.begin(header, chosen.date().columns().orElseThrow());
        }
    }

    private void add(Row row, boolean early) throws LstmException {
        try {
            addValues(row, early);
        } catch (LstmException e) {
            boolean ofValue = row.column().isPresent()
                    && e.place()
                            .flatMap(Place::column)
                            .equals(Optional.of(columns.get(0).name()));
            throw ofValue ? e.at(row.place().column(row.column().get())) : e;
        }
    }

    private void addValues(Row row, boolean early) throws LstmException {
        long[] at = stamps == null ? null : stamps.read(row);
        if (stamps != null && at == null) {
            return;
        }
        KeyRows of = rows.of(row, keys, this::shape);
        if (of == null) {
            return;
        }
        if (!statics.isEmpty()) {
            of.statics().add(row, statics, header, lines, lines.number(row.line()));
        }
        boolean whole = true;
        for (int k = 0; k < columns.size(); k++) {
            values[k] = columns.get(k).read(row);
            commas[k] =
                    Double.isNaN(values[k]) ? values[k] : columns.get(k).cells().second();
            whole &= !Double.isNaN(values[k]);
        }
        evidence.look(row, early);
        if (whole || options.missing() != Missing.DROP) {
            if (weights.isPresent()) {
                weights.get().read(row, values, commas);
            }
            of.add(at, lines.number(row.line()), values, commas, evidence.decimal());
            int format = stamps == null ? 0 : stamps.settled();
            if (format >= 0) {
                of.trim(format);
            }
        } else {
            dropped++;
        }
    }

    private KeyRows.Shape shape() {
        int formats = stamps == null ? 0 : stamps.formats();
        return new KeyRows.Shape(columns.size(), more(), formats, statics.size(), wanted);
    }

    /** Columns beside those of the series. */
    private int more() {
        return weights.filter(column -> column.isApart()).isPresent() ? 1 : 0;
    }

    private SeriesTable table(ReadOptions like) throws LstmException {
        filter.requireUsed(rows.keys(), options.keys(), lines.source());
        evidence.settle();
        List<String> names = columns.stream().map(ValueReader::name).toList();
        List<StaticFacts> facts = facts();
        ReadOptions reading = like.withNumbers(evidence.style())
                .withStatics(facts.stream().map(StaticFacts::column).toList());
        TableBuilder builder = new TableBuilder(lines, Optional.ofNullable(stamps), names, reading, reason, wanted);
        weights.ifPresent(column -> builder.weigh(column.place(names.size())));
        builder.build(rows.takeAll(), evidence.decimal(), facts);
        if (!evidence.facts().isPlain()) {
            notes.add(new SeriesNote.NumbersRead(evidence.facts()));
        }
        if (stamps != null) {
            notes.addAll(stamps.notes());
        }
        noteMissing(builder.outside());
        return builder.table(notes);
    }

    /** The facts of all series, in the order of their keys. */
    private List<StaticFacts> facts() throws LstmException {
        List<StaticCells> cells =
                rows.keys().stream().sorted().map(key -> rows.of(key).statics()).toList();
        List<StaticFacts> facts = new ArrayList<>();
        for (int k = 0; k < statics.size(); k++) {
            int column = k;
            facts.add(StaticFacts.of(
                    keys.fact(statics.get(k), options.statics().get(k).kind()),
                    cells.stream().map(of -> of.text(column)).toList(),
                    number -> lines.place(cells.get(number).line(column)),
                    Optional.ofNullable(evidence.decimal())));
        }
        return facts;
    }

    private void noteMissing(long outside) {
        long missing = all.stream().mapToLong(ValueReader::missing).sum();
        long unreadable = all.stream().mapToLong(ValueReader::unreadable).sum();
        if (missing > 0) {
            notes.add(
                    options.missing() == Missing.DROP
                            ? new SeriesNote.RowsDropped(missing, unreadable, dropped)
                            : new SeriesNote.ValuesFilled(missing, unreadable, options.missing()));
        }
        if (outside > 0) {
            notes.add(new SeriesNote.EndsDropped(outside));
        }
    }
}
