package lstm.series;

import java.util.List;
import lstm.file.UserException;

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
        try (Records records = Records.open(source, options.delimiter(), limits)) {
            Chosen chosen = Chosen.of(records, options, limits, false);
            SeriesBuilder builder = new SeriesBuilder(
                    source.name(),
                    options.missing(),
                    rows,
                    chosen.date().column(),
                    chosen.stamps(),
                    chosen.readers(options.missing()));
            chosen.passedOver().ifPresent(builder::note);
            for (Row row : chosen.first()) {
                builder.add(row);
            }
            for (Row row = records.next(); row != null; row = records.next()) {
                builder.add(row);
            }
            return builder.build(chosen.dateName().orElse(null), chosen.reason());
        }
    }
}
