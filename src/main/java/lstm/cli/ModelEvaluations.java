package lstm.cli;

import java.util.ArrayList;
import java.util.List;
import lstm.cli.option.CommandFiles;
import lstm.cli.option.CsvFormatOptions;
import lstm.cli.option.OptionValue;
import lstm.cli.option.ScoredSeriesOptions;
import lstm.cli.option.ScoringOptions;
import lstm.cli.option.SingleFileOptions;
import lstm.cli.terminal.FileNotes;
import lstm.csv.CsvReader;
import lstm.csv.CsvSource;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.evaluate.HistoryNote;
import lstm.model.Model;
import lstm.report.BaselineText;
import lstm.report.EvaluationReport;
import lstm.report.EvaluationReports;
import lstm.report.NoteText;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.series.SeriesTable;
import lstm.series.SumGrouping;
import lstm.workflow.EvaluatedSums;
import lstm.workflow.EvaluationResult;
import lstm.workflow.KeyedEvaluation;
import lstm.workflow.ModelEvaluation;

/**
 * Scores forecasts of rows of CSV files by a model.
 *
 * @param earlier a file with the rows before those of the files; null for none
 */
record ModelEvaluations(
        EvaluatedTable evaluated,
        CsvFormatOptions form,
        ScoringOptions scoring,
        ScoredSeriesOptions series,
        String earlier) {
    /**
     * Scores files, or the series of a table.
     *
     * @param evaluation of the model, as far as it does not depend on the files
     * @param all where outputs are noted
     */
    EvaluationReports run(ModelEvaluation evaluation, Model model, List<String> files, CommandFiles all)
            throws LstmException {
        boolean isTable = !model.reading().keys().isEmpty();
        series.check(isTable);
        evaluated.options().check(isTable, all, evaluated.existing());
        scoring.applyTo(evaluation);
        return isTable ? table(evaluation, model, files) : each(evaluation, model, files);
    }

    /** Each file as one series. */
    private EvaluationReports each(ModelEvaluation evaluation, Model model, List<String> files) throws LstmException {
        series.only().filter(List.of());
        FileNotes notes = new FileNotes(evaluated.console(), evaluated.common(), files.size());
        List<EvaluationReport> each = new ArrayList<>();
        for (String file : files) {
            Series rows = read(file, model, notes);
            if (earlier != null) {
                evaluation.context(read(earlier, model, notes));
            }
            scoring.begin(evaluation, rows);
            EvaluationResult result = evaluation.run(rows);
            for (HistoryNote note : result.notes()) {
                notes.add(rows.source(), List.of(OptionValue.text(NoteText.of(note))));
            }
            notes.add(rows.source(), BaselineText.notes(result.oneStep()));
            each.add(EvaluationReport.of(result));
        }
        notes.print();
        return new EvaluationReports(each);
    }

    private Series read(String argument, Model model, FileNotes notes) throws LstmException {
        CsvSource source = CsvSource.of(argument, evaluated.console().in());
        Series rows = CsvReader.read(source, form.applyTo(model.reading()));
        notes.add(rows);
        return rows;
    }

    /** All files as one table of several series. */
    private EvaluationReports table(ModelEvaluation evaluation, Model model, List<String> files) throws LstmException {
        SingleFileOptions.checkTable(Setting.CONTEXT, earlier != null);
        ReadOptions reading = series.applyTo(form.applyTo(model.reading()));
        SeriesTable table = evaluated.read(
                files,
                reading,
                series.only().filter(reading.keys()),
                series.staticFile().source(model));
        scoring.begin(evaluation, table.each().get(0).series());
        List<SumGrouping> groupings = series.sums().groupings(reading.keys());
        List<KeyedEvaluation<EvaluationResult>> all = evaluation.run(table);
        return evaluated.report(table, all, new EvaluatedSums(model, table, groupings).of(all));
    }
}
