package lstm.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.series.Missing;
import lstm.series.NumberStyle;
import lstm.series.ReadOptions;
import lstm.series.TargetReason;

/**
 * The columns of a CSV to read, chosen from its header and first rows.
 *
 * @param first the first rows, already taken from the records
 * @param date the columns of dates
 * @param columns the target first, then the features
 * @param keys the columns that tell several series apart
 * @param weight the column that says what each series counts
 * @param statics the columns with one value per series
 */
record ResolvedColumns(
        Header header,
        ColumnSample sample,
        List<Row> first,
        DateChoice date,
        List<Integer> columns,
        List<Integer> keys,
        Optional<Integer> weight,
        List<Integer> statics,
        TargetReason reason) {
    /**
     * Chooses the columns.
     *
     * @param unclear what to do if it is not clear which column is the target
     */
    static ResolvedColumns of(
            RowSource records, ReadOptions options, CsvLimits limits, TargetChoice.WhenUnclear unclear)
            throws LstmException {
        Optional<DateFormat> form = options.dateFormat().isPresent()
                ? Optional.of(DateFormats.named(options.dateFormat().get()))
                : Optional.empty();
        Header header = new Header(records.header());
        RequestedColumns asked = RequestedColumns.of(options, header);
        List<Row> first = records.firstRows(limits.sampleRows());
        if (first.isEmpty()) {
            throw LstmException.data("has a header but no rows")
                    .remedy("add rows, or name another file")
                    .in(header.place().source());
        }
        ColumnSample sample = new ColumnSample(header, first, records.delimiter());
        Optional<WideTable> wide = WideTable.of(header.names());
        if (wide.isPresent() && asked.target().isEmpty() && wide.get().hasUndatedRows(first)) {
            throw wide.get().refusal(header, first, records.delimiter());
        }
        DateChoice date = DateChoice.of(asked, header, sample, first, form);
        if (form.isPresent() && date.columns().isEmpty()) {
            throw LstmException.data(
                            "no column holds dates like ",
                            LstmException.quote(options.dateFormat().get()))
                    .remedy("leave out ", Setting.DATE_FORMAT, ", or name the column with ", Setting.DATE)
                    .at(header.place());
        }
        if (asked.dates().isEmpty() && date.columns().isPresent()) {
            header.requireClear(date.columns().get(), first);
        }
        if (options.missing() == Missing.ERROR) {
            for (int column : asked.values()) {
                requireNumbers(header, sample, column, date);
            }
        }
        TargetChoice target =
                TargetChoice.of(asked, header, sample, column -> date.holds(column) || asked.isFixed(column), unclear);
        List<Integer> columns = new ArrayList<>(List.of(target.column()));
        columns.addAll(asked.features());
        return new ResolvedColumns(
                header, sample, first, date, columns, asked.keys(), asked.weight(), asked.statics(), target.reason());
    }

    /** Refuses a column of words, where fixing single cells would not help. */
    private static void requireNumbers(Header header, ColumnSample sample, int column, DateChoice date)
            throws LstmException {
        if (sample.isOfWords(column)) {
            List<String> others = sample.numeric(TargetChoice.SHARE_OF_NUMBERS).stream()
                    .filter(other -> !date.holds(other))
                    .map(header::name)
                    .toList();
            throw LstmException.data("holds words, not numbers")
                    .remedy("columns of numbers are ", Header.list(others))
                    .at(sample.rows().get(0).place().column(header.name(column)));
        }
    }

    /** The name of the date column, or the names of several, empty if rows are numbered. */
    Optional<String> dateName() {
        return date.columns().map(columns -> columns.name(header));
    }

    /**
     * The evidence of how numbers are written, before the first row was read. Columns that are not chosen take part
     * only as witnesses.
     */
    NumberEvidence evidence(ReadOptions options) throws LstmException {
        NumberContext context = NumberContext.of(sample.delimiter(), first);
        NumberEvidence evidence = new NumberEvidence(options.numbers(), context);
        for (int column : sample.numeric(TargetChoice.SHARE_OF_NUMBERS)) {
            boolean isRead = columns.contains(column) || weight.equals(Optional.of(column));
            if (!isRead && !date.holds(column) && !keys.contains(column)) {
                evidence.listen(numbers(column, new NumberEvidence(NumberStyle.UNKNOWN, context), options));
            }
        }
        return evidence;
    }

    /** The cells of a column as numbers. */
    NumberColumn numbers(int column, NumberEvidence evidence, ReadOptions options) {
        return new NumberColumn(column, header.name(column), evidence, new MissingMarks(options.missingMarks()));
    }

    /** A reader of each of the columns. */
    List<ValueReader> readers(NumberEvidence evidence, ReadOptions options, Missing policy) {
        return columns.stream()
                .map(column -> {
                    NumberColumn cells = numbers(column, evidence, options);
                    evidence.join(cells);
                    return new ValueReader(cells, policy);
                })
                .toList();
    }

    /** What the rows count, if a column says so. */
    Optional<WeightColumn> weights(NumberEvidence evidence, ReadOptions options) {
        return weight.map(column -> {
            int place = columns.indexOf(column);
            NumberColumn cells = numbers(column, evidence, options);
            if (place < 0) {
                evidence.join(cells);
            }
            return new WeightColumn(cells, place);
        });
    }

    /** A reader of the stamps, or null if rows are numbered. */
    StampReader stamps() {
        return date.columns()
                .map(dates ->
                        new StampReader(header, dates, date.forms(), new SeriesKeys(header, dates, sample.delimiter())))
                .orElse(null);
    }
}
