package lstm.cli;

import java.util.ArrayList;
import java.util.List;
import lstm.cli.option.CommonOptions;
import lstm.cli.option.SeriesScoreOptions;
import lstm.cli.option.StaticSource;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.Notes;
import lstm.csv.CsvSource;
import lstm.error.LstmException;
import lstm.file.Existing;
import lstm.report.EvaluationReports;
import lstm.report.SeriesScores;
import lstm.report.TableText;
import lstm.series.KeyFilter;
import lstm.series.ReadOptions;
import lstm.series.SeriesTable;
import lstm.workflow.KeyedEvaluation;

/** Forecasts the rows of each series of a table, and writes the score of each. */
record EvaluatedTable(Console console, CommonOptions common, SeriesScoreOptions options, Existing existing) {
    /** Reads files as one table. */
    SeriesTable read(List<String> files, ReadOptions reading, KeyFilter filter, StaticSource statics)
            throws LstmException {
        SeriesTable table = statics.read(CsvSource.all(files, console.in()), reading, filter);
        Notes.print(console, common, TableText.notes(table));
        return table;
    }

    /**
     * Reports what became of the rows of each series.
     *
     * @param sums over them
     */
    EvaluationReports report(
            SeriesTable table, List<? extends KeyedEvaluation<?>> all, List<? extends KeyedEvaluation<?>> sums)
            throws LstmException {
        EvaluationReports each = options.scored(table, all);
        SeriesScores.unscored("series", table.keys(), all).ifPresent(note -> Notes.print(console, common, note));
        SeriesScores.unscored("sums", table.keys(), sums).ifPresent(note -> Notes.print(console, common, note));
        List<KeyedEvaluation<?>> both = new ArrayList<>(all);
        both.addAll(sums);
        options.write(console, table, both, existing);
        return each.with(EvaluationReports.of(table.keys(), sums));
    }
}
