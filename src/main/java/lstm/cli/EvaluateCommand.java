package lstm.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import lstm.cli.option.BaseModelOptions;
import lstm.cli.option.CommandFiles;
import lstm.cli.option.CommonOptions;
import lstm.cli.option.CsvFormatOptions;
import lstm.cli.option.FromOption;
import lstm.cli.option.IntervalOptions;
import lstm.cli.option.LevelOptions;
import lstm.cli.option.MinSkillOption;
import lstm.cli.option.OptionValue;
import lstm.cli.option.OutputOptions;
import lstm.cli.option.PlotOption;
import lstm.cli.option.PlotOutput;
import lstm.cli.option.ReportOption;
import lstm.cli.option.ReportOutput;
import lstm.cli.option.ScoredSeriesOptions;
import lstm.cli.option.SeriesScoreOptions;
import lstm.cli.option.SingleFileOptions;
import lstm.cli.option.ThreadOptions;
import lstm.cli.terminal.BrokenPipeException;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.ExitCode;
import lstm.cli.terminal.FileNotes;
import lstm.cli.terminal.Notes;
import lstm.csv.CsvReader;
import lstm.csv.CsvSource;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.error.SettingRange;
import lstm.evaluate.HistoryNote;
import lstm.forecast.IntervalPlan;
import lstm.forecast.IntervalRequest;
import lstm.model.Model;
import lstm.modelfile.ModelFile;
import lstm.report.BaseScores;
import lstm.report.BaselineText;
import lstm.report.EvaluationReport;
import lstm.report.EvaluationReports;
import lstm.report.IntervalText;
import lstm.report.NoteText;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.series.SeriesTable;
import lstm.series.SumGrouping;
import lstm.train.Recipe;
import lstm.workflow.BaseEvaluation;
import lstm.workflow.EvaluatedSums;
import lstm.workflow.EvaluationResult;
import lstm.workflow.KeyedEvaluation;
import lstm.workflow.ModelEvaluation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lstm evaluate}: forecasts the rows of files and scores the forecasts. */
@Command(
        name = "evaluate",
        header = {
            "Forecasts rows of CSV files from the rows before them, and scores the result.",
            "",
            "  lstm evaluate prices.model.json later.csv              one step ahead",
            "  lstm evaluate sales.model.json later.csv --horizon 12 --every 12",
            "  lstm evaluate prices.model.json prices.csv --from 2024-01-01",
            "  lstm evaluate prices.model.json later.csv --context prices.csv -o scored.csv",
            "  lstm evaluate prices.model.json later.csv --json       only the scores",
            "  lstm evaluate all.model.json a.csv b.csv               each file, and the mean",
            "  lstm evaluate sales.model.json sales.csv --scores by-series.csv",
            "  lstm evaluate --base sales.csv --horizon 12            without a model",
            "  lstm evaluate prices.model.json later.csv --min-skill 0 -o scored.csv",
            ""
        },
        description = ScoreHelp.MEASURES,
        abbreviateSynopsis = true,
        sortOptions = false)
final class EvaluateCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "MODEL", description = "The model file; none with --base.")
    private Path modelFile;

    @Parameters(
            index = "1..*",
            paramLabel = "FILE.csv",
            arity = "0..*",
            description = "Rows to forecast; - for standard input. With several files, the output starts with a"
                    + " column file, and the scores are means over the files.")
    private List<String> files = List.of();

    @Option(
            names = "--base",
            description = "Score the base model, a network that is part of lstm and needs no training, on the last rows"
                    + " of each file: those that lstm train would hold out, or those from --from on.")
    private boolean isBase;

    @Mixin
    private BaseModelOptions base;

    @Option(
            names = "--context",
            paramLabel = "EARLIER.csv",
            description = "Rows before FILE, for the first windows (default: the last rows that the model was"
                    + " trained on if they come before FILE, otherwise the first rows of FILE).")
    private String earlier;

    @Option(
            names = "--horizon",
            paramLabel = "N",
            description = "Number of steps to forecast from each origin (default: the horizon the model was"
                    + " trained for).")
    private Integer horizon;

    @Mixin
    private FromOption from;

    @Option(names = "--every", paramLabel = "N", description = "Rows between origins (default: ${DEFAULT-VALUE}).")
    private int every = 1;

    @Mixin
    private LevelOptions level;

    @Mixin
    private IntervalOptions kind;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Random seed for --intervals dropout (default: ${DEFAULT-VALUE}).")
    private long seed = Recipe.CLASSIC.seed();

    @Mixin
    private ScoredSeriesOptions series;

    @Mixin
    private SeriesScoreOptions eachScore;

    @Mixin
    private OutputOptions output;

    @Option(
            names = "--json",
            description = "Print the scores as JSON on standard output; forecasts are written only with -o.")
    private boolean json;

    @Mixin
    private MinSkillOption minSkill;

    @Mixin
    private PlotOption plot;

    @Mixin
    private ReportOption page;

    @Mixin
    private CsvFormatOptions form;

    @Mixin
    private ThreadOptions threads;

    @Mixin
    private CommonOptions common;

    @Spec
    private CommandSpec command;

    EvaluateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        IntervalRequest intervals = check();
        if (isBase) {
            return withoutModel(intervals);
        }
        CommandFiles all = common.files(console)
                .reads(modelFile)
                .reads(files)
                .reads(earlier)
                .reads(series.staticFile().file());
        output.check(all, json);
        PlotOutput picture = plot.check(output.existing(), common.quiet(), all);
        ReportOutput written = page.check(output.existing(), all);
        Model model = ModelFile.read(modelFile);
        BaseModelOptions.refuseOwn(command.commandLine().getParseResult());
        IntervalPlan plan = intervals.plan(model, modelFile.toString());
        boolean isTable = !model.reading().keys().isEmpty();
        series.check(isTable);
        eachScore.check(isTable, all, output.existing());
        ModelEvaluation evaluation = ModelEvaluation.of(model)
                .named(modelFile.toString())
                .every(every)
                .intervals(intervals)
                .threads(threads.count());
        if (horizon != null) {
            evaluation.horizon(horizon);
        }
        EvaluationReports evaluated = isTable ? table(evaluation, model) : each(evaluation, model);
        plan.note(model).map(IntervalText::of).ifPresent(note -> Notes.print(console, common, note));
        new EvaluationOutput(console, common, output, json).write(evaluated);
        picture.draw(console, evaluated::figure);
        written.write(console, evaluated::page);
        minSkill.gate().requireSkill(evaluated.scores().all(), !model.isOfSeveral());
        return ExitCode.OK.code();
    }

    /** Scores the base model. */
    private int withoutModel(IntervalRequest intervals) throws LstmException, BrokenPipeException {
        BaseEvaluations.check(command.commandLine().getParseResult());
        List<String> data =
                Stream.concat(Stream.of(modelFile.toString()), files.stream()).toList();
        SingleFileOptions.check(Setting.PLOT, plot.isGiven(), data.size());
        CommandFiles all = common.files(console).reads(data);
        output.check(all, json);
        PlotOutput picture = plot.check(output.existing(), common.quiet(), all);
        BaseEvaluation evaluation =
                new BaseEvaluation().every(every).intervals(intervals).threads(threads.count());
        if (horizon != null) {
            evaluation.horizon(horizon);
        }
        BaseScores scored = new BaseEvaluations(console, common, form, base, from).run(evaluation, data);
        new EvaluationOutput(console, common, output, json).write(scored);
        picture.draw(console, scored::figure);
        minSkill.gate().requireSkill(scored.scores().all());
        return ExitCode.OK.code();
    }

    /** Each file as one series. */
    private EvaluationReports each(ModelEvaluation evaluation, Model model) throws LstmException {
        series.only().filter(List.of());
        FileNotes notes = new FileNotes(console, common, files.size());
        List<EvaluationReport> each = new ArrayList<>();
        for (String file : files) {
            each.add(evaluated(file, evaluation, model, notes));
        }
        notes.print();
        return new EvaluationReports(each);
    }

    /** All files as one table of several series. */
    private EvaluationReports table(ModelEvaluation evaluation, Model model) throws LstmException {
        SingleFileOptions.checkTable(Setting.CONTEXT, earlier != null);
        EvaluatedTable evaluated = new EvaluatedTable(console, common, eachScore, output.existing());
        ReadOptions reading = series.applyTo(form.applyTo(model.reading()));
        SeriesTable table = evaluated.read(
                files,
                reading,
                series.only().filter(reading.keys()),
                series.staticFile().source(model));
        from.applyTo(evaluation, table.each().get(0).series());
        List<SumGrouping> groupings = series.sums().groupings(reading.keys());
        List<KeyedEvaluation> all = evaluation.run(table);
        List<KeyedEvaluation> added = new EvaluatedSums(model, table, groupings).of(all);
        return evaluated.report(all, added, modelFile, table);
    }

    private EvaluationReport evaluated(String file, ModelEvaluation evaluation, Model model, FileNotes notes)
            throws LstmException {
        Series rows = read(file, model, notes);
        if (earlier != null) {
            evaluation.context(read(earlier, model, notes));
        }
        from.applyTo(evaluation, rows);
        EvaluationResult result = evaluation.run(rows);
        for (HistoryNote note : result.notes()) {
            notes.add(rows.source(), List.of(OptionValue.text(NoteText.of(note))));
        }
        notes.add(rows.source(), BaselineText.notes(result.oneStep()));
        return EvaluationReport.of(modelFile, result);
    }

    private IntervalRequest check() throws LstmException {
        if (!isBase && files.isEmpty()) {
            throw LstmException.usage("no rows to forecast")
                    .remedy("name a CSV file after the model, or score the base model with ", Setting.BASE);
        }
        threads.check();
        OutputOptions.checkFormat(output, json);
        SingleFileOptions.check(Setting.CONTEXT, earlier != null, files.size());
        SingleFileOptions.check(Setting.PLOT, plot.isGiven(), files.size());
        SingleFileOptions.check(Setting.REPORT, page.isGiven(), files.size());
        minSkill.gate();
        if (horizon != null) {
            SettingRange.steps(Setting.HORIZON, horizon);
        }
        SettingRange.atLeastOne(Setting.EVERY, every);
        return kind.request(level, seed);
    }

    private Series read(String argument, Model model, FileNotes notes) throws LstmException {
        ReadOptions reading = form.applyTo(model.reading());
        Series rows = CsvReader.read(CsvSource.of(argument, console.in()), reading);
        notes.add(rows);
        return rows;
    }
}
