package lstm.cli;

import java.nio.file.Path;
import java.util.List;
import lstm.cli.option.CommonOptions;
import lstm.cli.option.ScoredSeriesOptions;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.Notes;
import lstm.csv.CsvSource;
import lstm.csv.TableReader;
import lstm.error.LstmException;
import lstm.file.Existing;
import lstm.report.EvaluationReports;
import lstm.report.SeriesScores;
import lstm.report.TableText;
import lstm.series.ReadOptions;
import lstm.series.SeriesTable;
import lstm.workflow.KeyedEvaluation;
import lstm.workflow.ModelEvaluation;

/** Forecasts the rows of each series of a table, and writes the score of each. */
record EvaluatedTable(Console console, CommonOptions common, ScoredSeriesOptions options, Existing existing) {
    /** Reads files as one table. */
    SeriesTable read(List<String> files, ReadOptions reading) throws LstmException {
        SeriesTable table = TableReader.read(
                CsvSource.all(files, console.in()), reading, options.only().filter(reading.keys()));
        Notes.print(console, common, TableText.notes(table));
        return table;
    }

    /** Forecasts and scores the rows. */
    EvaluationReports run(ModelEvaluation evaluation, Path modelFile, SeriesTable table) throws LstmException {
        List<KeyedEvaluation> all = evaluation.run(table);
        SeriesScores.unscored(table.keys(), all).ifPresent(note -> Notes.print(console, common, note));
        return options.scored(console, modelFile, table, all, existing);
    }
}
