package lstm.cli.option;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import lstm.csv.CsvSource;
import lstm.csv.StaticTableReader;
import lstm.csv.TableReader;
import lstm.error.LstmException;
import lstm.series.KeyFilter;
import lstm.series.ReadOptions;
import lstm.series.SeriesTable;
import lstm.series.StaticColumn;

/**
 * Where facts about the series of a table are read from.
 *
 * @param file a second table; empty if they are in the table of the series
 * @param columns the facts; may be empty, of a second table all
 */
public record StaticSource(Optional<String> file, List<StaticColumn> columns) {
    /** Nothing is known of the series but their rows. */
    public static final StaticSource NONE = new StaticSource(Optional.empty(), List.of());

    /** Copies the list. */
    public StaticSource {
        columns = List.copyOf(columns);
    }

    /** The words that name the second table on a command line; none without one. */
    public List<String> words() {
        return file.map(name -> List.of("--static-file", name)).orElse(List.of());
    }

    /** Reads a whole table of series with their facts, as {@link TableReader#read} does. */
    public SeriesTable read(List<CsvSource> sources, ReadOptions reading, KeyFilter filter) throws LstmException {
        return join(TableReader.read(sources, applyTo(reading), filter));
    }

    /** The last rows of each series with its facts, as {@link TableReader#readLast} reads them. */
    public SeriesTable readLast(List<CsvSource> sources, ReadOptions reading, KeyFilter filter, int rows)
            throws LstmException {
        return join(TableReader.readLast(sources, applyTo(reading), filter, rows));
    }

    private ReadOptions applyTo(ReadOptions reading) {
        return reading.withStatics(file.isPresent() ? List.of() : columns);
    }

    /** The table with the facts of the second, if there is one. */
    private SeriesTable join(SeriesTable table) throws LstmException {
        return file.isEmpty()
                ? table
                : StaticTableReader.read(CsvSource.of(file.get(), InputStream.nullInputStream()), table.keys(), columns)
                        .joined(table);
    }
}
