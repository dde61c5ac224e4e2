package lstm.cli;

import java.util.List;
import lstm.cli.option.CommonOptions;
import lstm.cli.option.OnlyOption;
import lstm.cli.option.StaticSource;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.Notes;
import lstm.csv.CsvReader;
import lstm.csv.CsvSource;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.report.TableText;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.series.SeriesTable;

/** A file that is one series, or the only series of a table, in one file or several, that is asked for. */
record OneSeries(Console console, CommonOptions common, OnlyOption only, StaticSource statics) {
    /**
     * Reads it, and prints notes about what was done to it.
     *
     * @param files one, or those of a table
     */
    Series read(List<String> files, ReadOptions reading) throws LstmException {
        if (reading.keys().isEmpty()) {
            only.filter(List.of());
            Series series = CsvReader.read(CsvSource.of(files.get(0), console.in()), reading);
            Notes.print(console, common, series);
            return series;
        }
        SeriesTable table = statics.read(CsvSource.all(files, console.in()), reading, only.filter(reading.keys()));
        Notes.print(console, common, TableText.notes(table));
        if (table.each().size() > 1) {
            throw LstmException.usage("has ", table.each().size(), " series, and one is needed")
                    .in(table.source())
                    .remedy(
                            "name one, such as ",
                            Setting.ONLY.to(table.each().get(0).key().text(table.keys())));
        }
        return table.each().get(0).series();
    }
}
