package lstm.csv;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.series.ColumnRoles;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.series.SeriesNote;

/**
 * Reads a CSV into a {@link Series}. The file is read once, from front to back; only the stamps and the numbers of the
 * chosen columns are kept.
 */
public final class CsvReader {
    private CsvReader() {}

    /**
     * Reads a whole CSV.
     *
     * @param source where it is
     * @param options how to read it
     * @return the chosen columns, oldest row first, with notes about what was done to them
     * @throws LstmException if the file cannot be read, is malformed, or does not hold what the options ask for; the
     *     message names the place
     */
    public static Series read(CsvSource source, ReadOptions options) throws LstmException {
        return read(source, options, CsvLimits.DEFAULT);
    }

    /** Reads a whole CSV file, as {@link #read(CsvSource, ReadOptions)} does. */
    public static Series read(Path file, ReadOptions options) throws LstmException {
        return read(CsvSource.of(file), options);
    }

    /**
     * The column names of a CSV in order; "" for a column without a name.
     *
     * @throws LstmException as {@link #read}
     */
    public static List<String> columns(CsvSource source, ReadOptions options) throws LstmException {
        try (CsvRecords records = CsvRecords.open(source, options, CsvLimits.DEFAULT)) {
            return new Header(records.header()).names();
        }
    }

    /**
     * The text in a column of the first row; empty if the CSV has no such column or no rows.
     *
     * @throws LstmException as {@link #read}
     */
    public static Optional<String> firstText(CsvSource source, String column) throws LstmException {
        try (CsvRecords records = CsvRecords.open(source, ReadOptions.DEFAULT, CsvLimits.DEFAULT)) {
            int index = new Header(records.header()).names().indexOf(column);
            Row row = records.next();
            return index < 0 || row == null ? Optional.empty() : Optional.of(row.cell(index));
        }
    }

    /**
     * Reads a whole CSV as {@link #read} does, but keeps only the last rows: memory does not grow with the file, except
     * during a gap that has to be filled.
     *
     * @param rows number of rows to keep, at least 1
     */
    public static Series readLast(CsvSource source, ReadOptions options, int rows) throws LstmException {
        return read(source, options, CsvLimits.DEFAULT, rows);
    }

    static Series read(CsvSource source, ReadOptions options, CsvLimits limits) throws LstmException {
        return read(source, options, limits, Integer.MAX_VALUE);
    }

    static Series read(CsvSource source, ReadOptions options, CsvLimits limits, int rows) throws LstmException {
        try (CsvRecords records = CsvRecords.open(source, options, limits)) {
            ResolvedColumns chosen = ResolvedColumns.of(records, options, limits, TargetChoice.WhenUnclear.REFUSE);
            requireRoles(options, chosen.columns().size(), source);
            NumberEvidence evidence = chosen.evidence(options);
            SeriesBuilder builder = new SeriesBuilder(
                    source.name(),
                    options.missing(),
                    rows,
                    chosen.stamps(),
                    chosen.readers(evidence, options, options.missing()));
            chosen.date().note().ifPresent(builder::note);
            for (Row row : chosen.first()) {
                if (builder.add(row)) {
                    evidence.look(row, true);
                }
            }
            for (Row row = records.next(); row != null; row = records.next()) {
                if (builder.add(row)) {
                    evidence.look(row, false);
                }
            }
            records.notes().forEach(builder::note);
            evidence.settle();
            if (!evidence.facts().isPlain()) {
                builder.note(new SeriesNote.NumbersRead(evidence.facts()));
            }
            return builder.build(chosen.dateName().orElse(null), chosen.reason())
                    .withReading(options.withNumbers(evidence.style()));
        }
    }

    private static void requireRoles(ReadOptions options, int columns, CsvSource source) throws LstmException {
        ColumnRoles roles = options.roles();
        if (!roles.statics().isEmpty()) {
            throw LstmException.usage(
                            "column ",
                            LstmException.quote(roles.statics().get(0).name()),
                            " is a fact about each series of a table, and a file that is one series holds none")
                    .in(source.name())
                    .remedy("name a table with ", Setting.BY);
        }
        if (roles.weight().isPresent()) {
            throw LstmException.usage(
                            Setting.WEIGHT.to(roles.weight().get()),
                            " weighs the series of a table, and this is one series")
                    .in(source.name())
                    .remedy("leave it out, or name the columns that tell its series apart with ", Setting.BY);
        }
        if (roles.targets() < 1 || roles.knownAhead() < 0 || roles.targets() + roles.knownAhead() > columns) {
            throw LstmException.usage(
                            roles.targets(),
                            " targets and ",
                            roles.knownAhead(),
                            " columns known ahead do not fit the ",
                            columns,
                            " columns that are named")
                    .in(source.name())
                    .remedy("name a column for each role");
        }
    }
}
