package lstm.cli;

import java.util.ArrayList;
import java.util.List;
import lstm.cli.option.BaseModelOptions;
import lstm.cli.option.CommonOptions;
import lstm.cli.option.CsvFormatOptions;
import lstm.cli.option.FromOption;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.FileNotes;
import lstm.csv.CsvReader;
import lstm.csv.CsvSource;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.report.BaseScores;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.workflow.BaseEvaluation;
import picocli.CommandLine.ParseResult;

/** Scores forecasts of rows of CSV files by the base model. */
record BaseEvaluations(
        Console console, CommonOptions common, CsvFormatOptions form, BaseModelOptions base, FromOption from) {
    private static final List<Setting> OF_MODELS = List.of(
            Setting.CONTEXT,
            Setting.SAMPLES,
            Setting.SEED,
            Setting.LAYOUT,
            Setting.ONLY,
            Setting.STATIC_FILE,
            Setting.SUM_BY,
            Setting.SUM_ALL,
            Setting.WEIGHT,
            Setting.SCORES,
            Setting.STRICT,
            Setting.REPORT);

    /** Refuses options that only a model has a use for. */
    static void check(ParseResult parsed) throws LstmException {
        BaseModelOptions.refuse(parsed, OF_MODELS);
    }

    /** Each file as one series. */
    BaseScores run(BaseEvaluation evaluation, List<String> files) throws LstmException {
        ReadOptions reading = form.applyTo(base.reading());
        base.applyTo(evaluation);
        FileNotes notes = new FileNotes(console, common, files.size());
        List<BaseEvaluation.Result> each = new ArrayList<>();
        for (String file : files) {
            Series rows = CsvReader.read(CsvSource.of(file, console.in()), reading);
            notes.add(rows);
            each.add(evaluation.from(from.stamp(rows)).run(rows));
        }
        notes.print();
        return new BaseScores(each);
    }
}
