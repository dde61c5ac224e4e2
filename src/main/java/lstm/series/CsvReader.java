package lstm.series;

import java.util.ArrayList;
import java.util.List;
import lstm.file.UserException;
import lstm.file.UserException.Kind;

/**
 * Reads a CSV into a {@link Series}. The file is read once, from front to back; of its rows only the numbers of the
 * chosen columns and the stamps are kept.
 */
public final class CsvReader {
    private CsvReader() {}

    /**
     * Reads a whole CSV.
     *
     * @param source where it is
     * @param options what the user says about it
     * @return the chosen columns, oldest row first, with notes of what was done to them
     * @throws UserException if the file cannot be read, is malformed, or does not hold what the options ask for; the
     *     message names the place
     */
    public static Series read(Source source, ReadOptions options) throws UserException {
        return read(source, options, Limits.DEFAULT);
    }

    /**
     * The names of a CSV's columns alone, in their order; "" for one without a name.
     *
     * @throws UserException as {@link #read}
     */
    public static List<String> columns(Source source, ReadOptions options) throws UserException {
        try (Records records = Records.open(source, options.delimiter(), Limits.DEFAULT)) {
            return records.header().cells();
        }
    }

    /**
     * Reads a whole CSV as {@link #read} does, but keeps the last rows alone: the memory it takes does not grow with
     * the file, save while a gap lasts that is to be bridged.
     *
     * @param rows how many, at least 1; all if the file has no more
     */
    public static Series readLast(Source source, ReadOptions options, int rows) throws UserException {
        return read(source, options, Limits.DEFAULT, rows);
    }

    static Series read(Source source, ReadOptions options, Limits limits) throws UserException {
        return read(source, options, limits, Integer.MAX_VALUE);
    }

    static Series read(Source source, ReadOptions options, Limits limits, int rows) throws UserException {
        List<StampForm> forms = options.dateFormat().isPresent()
                ? List.of(new PatternForm(options.dateFormat().get()))
                : CommonForm.ALL;
        try (Records records = Records.open(source, options.delimiter(), limits)) {
            Header header = new Header(records.header());
            Asked asked = Asked.of(options, header);
            List<Row> first = records.next(limits.sampleRows());
            if (first.isEmpty()) {
                throw new UserException(Kind.DATA, source.name() + ": has a header but no rows");
            }
            Sample sample = new Sample(header, first, records.delimiter());
            DateChoice date = DateChoice.of(asked, header, sample, forms);
            if (options.dateFormat().isPresent() && date.column().isEmpty()) {
                throw header.place()
                        .fault("no column reads as dates "
                                + UserException.quote(options.dateFormat().get()) + "; choose one with --date");
            }
            TargetChoice target = TargetChoice.of(asked, header, sample, date.column());
            String dateName = date.column().map(header::name).orElse(null);
            StampReader stamps = dateName == null ? null : new StampReader(source.name(), dateName, forms);
            SeriesBuilder builder = new SeriesBuilder(
                    source.name(),
                    options.missing(),
                    rows,
                    date.column(),
                    stamps,
                    values(asked, target, header, sample, options));
            date.passedOver()
                    .ifPresent(column -> builder.note("column " + UserException.quote(header.name(column))
                            + " holds numbers, not dates; the rows are numbered instead"));
            for (Row row : first) {
                builder.add(row);
            }
            for (Row row = records.next(); row != null; row = records.next()) {
                builder.add(row);
            }
            return builder.build(dateName, target.reason());
        }
    }

    private static List<ValueReader> values(
            Asked asked, TargetChoice target, Header header, Sample sample, ReadOptions options) {
        List<Integer> columns = new ArrayList<>(List.of(target.column()));
        columns.addAll(asked.features());
        return columns.stream()
                .map(column -> new ValueReader(column, header.name(column), sample.decimals(column), options.missing()))
                .toList();
    }
}
