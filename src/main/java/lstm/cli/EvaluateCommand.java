package lstm.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import lstm.cli.option.BaseKeyOption;
import lstm.cli.option.BaseModelOptions;
import lstm.cli.option.CommandFiles;
import lstm.cli.option.CommonOptions;
import lstm.cli.option.CsvFormatOptions;
import lstm.cli.option.MinSkillOption;
import lstm.cli.option.OutputOptions;
import lstm.cli.option.PlotOption;
import lstm.cli.option.PlotOutput;
import lstm.cli.option.ReportOption;
import lstm.cli.option.ReportOutput;
import lstm.cli.option.ScoredSeriesOptions;
import lstm.cli.option.ScoringOptions;
import lstm.cli.option.SeriesScoreOptions;
import lstm.cli.option.SingleFileOptions;
import lstm.cli.option.ThreadOptions;
import lstm.cli.terminal.BrokenPipeException;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.ExitCode;
import lstm.cli.terminal.Notes;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.forecast.IntervalPlan;
import lstm.model.Model;
import lstm.modelfile.ModelFile;
import lstm.report.EvaluationPage;
import lstm.report.EvaluationReports;
import lstm.report.IntervalText;
import lstm.series.ReadOptions;
import lstm.workflow.BaseEvaluation;
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
            "  lstm evaluate --base sales.csv --by store --scores by-store.csv",
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
            description =
                    "Score the base model, a network that is part of lstm and needs no training, on the last rows"
                            + " of each file, or each series of a table with --by: those that lstm train would hold out, or those from --from on.")
    private boolean isBase;

    @Mixin
    private BaseModelOptions base;

    @Mixin
    private BaseKeyOption keys;

    @Option(
            names = "--context",
            paramLabel = "EARLIER.csv",
            description = "Rows before FILE, for the first windows (default: the last rows that the model was"
                    + " trained on if they come before FILE, otherwise the first rows of FILE).")
    private String earlier;

    @Mixin
    private ScoringOptions scoring;

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
        check();
        CommandFiles all = common.files(console)
                .reads(modelFile)
                .reads(files)
                .reads(earlier)
                .reads(series.staticFile().file());
        output.check(all, json);
        PlotOutput picture = plot.check(output.existing(), common.quiet(), all);
        ReportOutput written = page.check(output.existing(), all);
        if (isBase) {
            EvaluationReports scored = withoutModel(all);
            write(scored, picture);
            minSkill.gate().requireSkill(scored.scores().all());
            return ExitCode.OK.code();
        }
        Model model = ModelFile.read(modelFile);
        EvaluationReports scored = withModel(model, all);
        write(scored, picture);
        written.write(console, line -> new EvaluationPage(modelFile, model, line).of(scored));
        minSkill.gate().requireSkill(scored.scores().all(), !model.isOfSeveral());
        return ExitCode.OK.code();
    }

    private void write(EvaluationReports scored, PlotOutput picture) throws LstmException, BrokenPipeException {
        new EvaluationOutput(console, common, output, json).write(scored);
        picture.draw(console, scored::figure);
    }

    private EvaluationReports withModel(Model model, CommandFiles all) throws LstmException {
        BaseModelOptions.refuseOwn(command.commandLine().getParseResult());
        IntervalPlan plan = scoring.intervals().plan(model, modelFile.toString());
        ModelEvaluation evaluation =
                ModelEvaluation.of(model).named(modelFile.toString()).threads(threads.count());
        EvaluationReports scored =
                new ModelEvaluations(evaluated(), form, scoring, series, earlier).run(evaluation, model, files, all);
        plan.note(model).map(IntervalText::of).ifPresent(note -> Notes.print(console, common, note));
        return scored;
    }

    /** The first file is where there would be a model. */
    private EvaluationReports withoutModel(CommandFiles all) throws LstmException {
        List<String> data =
                Stream.concat(Stream.of(modelFile.toString()), files.stream()).toList();
        ReadOptions reading = series.applyTo(keys.applyTo(form.applyTo(base.reading())));
        BaseEvaluation evaluation = new BaseEvaluation().threads(threads.count());
        return new BaseEvaluations(evaluated(), scoring, series, base)
                .run(evaluation, data, reading, all, command.commandLine().getParseResult());
    }

    private EvaluatedTable evaluated() {
        return new EvaluatedTable(console, common, eachScore, output.existing());
    }

    private void check() throws LstmException {
        if (isBase) {
            BaseEvaluations.check(command.commandLine().getParseResult());
        } else if (files.isEmpty()) {
            throw LstmException.usage("no rows to forecast")
                    .remedy("name a CSV file after the model, or score the base model with ", Setting.BASE);
        }
        int data = isBase ? files.size() + 1 : files.size();
        threads.check();
        OutputOptions.checkFormat(output, json);
        SingleFileOptions.check(Setting.CONTEXT, earlier != null, data);
        SingleFileOptions.check(Setting.PLOT, plot.isGiven(), data);
        SingleFileOptions.check(Setting.REPORT, page.isGiven(), data);
        minSkill.gate();
        scoring.check();
    }
}
