package lstm.cli;

import java.util.List;
import lstm.cli.option.CommonOptions;
import lstm.cli.option.KeyOptions;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.Notes;
import lstm.csv.CsvSource;
import lstm.csv.TableReader;
import lstm.error.LstmException;
import lstm.report.TableText;
import lstm.series.KeyedSeries;
import lstm.series.ReadOptions;
import lstm.series.SeriesTable;

/** The table of a batch whose jobs are its series. */
record TableOfBatch(Console console, CommonOptions common, KeyOptions keys) {
    /** Whether the files of a batch are a table. */
    boolean isAsked() throws LstmException {
        return !keys.applyTo(ReadOptions.DEFAULT).keys().isEmpty();
    }

    /** The series in the order of their keys; prints notes about what was done to the table. */
    List<KeyedSeries> read(List<String> files, ReadOptions columns) throws LstmException {
        ReadOptions reading = keys.applyTo(columns);
        SeriesTable table = TableReader.read(CsvSource.all(files, console.in()), reading, keys.filter(reading));
        Notes.print(console, common, TableText.notes(table));
        return table.each();
    }
}
