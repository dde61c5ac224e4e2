package lstm.cli;

import java.util.ArrayList;
import java.util.List;
import lstm.cli.option.BaseModelOptions;
import lstm.cli.option.CommandFiles;
import lstm.cli.option.ScoredSeriesOptions;
import lstm.cli.option.ScoringOptions;
import lstm.cli.option.StaticSource;
import lstm.cli.terminal.FileNotes;
import lstm.csv.CsvReader;
import lstm.csv.CsvSource;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.report.EvaluationReport;
import lstm.report.EvaluationReports;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.series.SeriesTable;
import lstm.workflow.BaseEvaluation;
import picocli.CommandLine.ParseResult;

/** Scores forecasts of rows of CSV files by the base model. */
record BaseEvaluations(
        EvaluatedTable evaluated, ScoringOptions scoring, ScoredSeriesOptions series, BaseModelOptions base) {
    private static final List<Setting> OF_MODELS = List.of(
            Setting.CONTEXT,
            Setting.SAMPLES,
            Setting.SEED,
            Setting.STATIC_FILE,
            Setting.SUM_BY,
            Setting.SUM_ALL,
            Setting.REPORT);

    private static final List<Setting> OF_TABLES =
            List.of(Setting.SCORES, Setting.STRICT, Setting.WEIGHT, Setting.START, Setting.STEP);

    /** Refuses options that only a model has a use for. */
    static void check(ParseResult parsed) throws LstmException {
        BaseModelOptions.refuse(parsed, OF_MODELS);
    }

    /**
     * Scores files, or the series of a table.
     *
     * @param reading how to read them
     * @param all where outputs are noted
     */
    EvaluationReports run(
            BaseEvaluation evaluation, List<String> files, ReadOptions reading, CommandFiles all, ParseResult parsed)
            throws LstmException {
        boolean isTable = !reading.keys().isEmpty();
        if (!isTable) {
            BaseModelOptions.requireTable(parsed, OF_TABLES);
        }
        evaluated.options().check(isTable, all, evaluated.existing());
        scoring.applyTo(evaluation);
        base.applyTo(evaluation);
        return isTable ? table(evaluation, files, reading) : each(evaluation, files, reading);
    }

    /** Each file as one series. */
    private EvaluationReports each(BaseEvaluation evaluation, List<String> files, ReadOptions reading)
            throws LstmException {
        series.only().filter(List.of());
        FileNotes notes = new FileNotes(evaluated.console(), evaluated.common(), files.size());
        List<EvaluationReport> each = new ArrayList<>();
        for (String file : files) {
            Series rows = CsvReader.read(CsvSource.of(file, evaluated.console().in()), reading);
            notes.add(rows);
            scoring.begin(evaluation, rows);
            each.add(EvaluationReport.of(evaluation.run(rows)));
        }
        notes.print();
        return new EvaluationReports(each);
    }

    /** All files as one table of several series. */
    private EvaluationReports table(BaseEvaluation evaluation, List<String> files, ReadOptions reading)
            throws LstmException {
        SeriesTable table = evaluated.read(files, reading, series.only().filter(reading.keys()), StaticSource.NONE);
        scoring.begin(evaluation, table.each().get(0).series());
        return evaluated.report(table, evaluation.run(table), List.of());
    }
}
