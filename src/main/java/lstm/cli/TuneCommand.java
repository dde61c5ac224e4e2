package lstm.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import lstm.cli.config.ConfiguredDefaults;
import lstm.cli.option.CommandFiles;
import lstm.cli.option.CommonOptions;
import lstm.cli.option.CsvFormatOptions;
import lstm.cli.option.EachTargetOption;
import lstm.cli.option.KeyOptions;
import lstm.cli.option.MinSkillOption;
import lstm.cli.option.NetworkOptions;
import lstm.cli.option.OptionValue;
import lstm.cli.option.OutputOptions;
import lstm.cli.option.PlotOutput;
import lstm.cli.option.PreparationOptions;
import lstm.cli.option.ReportOutput;
import lstm.cli.option.SearchOptions;
import lstm.cli.option.SeriesOptions;
import lstm.cli.option.SettingOptions;
import lstm.cli.option.StaticOptions;
import lstm.cli.option.ThreadOptions;
import lstm.cli.option.TrainCommandLine;
import lstm.cli.terminal.BrokenPipeException;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.ExitCode;
import lstm.cli.terminal.Notes;
import lstm.cli.terminal.SignalHandler;
import lstm.cli.terminal.TuneProgress;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.evaluate.SkillGate;
import lstm.file.Existing;
import lstm.model.Model;
import lstm.report.CommandLineText;
import lstm.report.TrialTable;
import lstm.report.TuneSummary;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.text.NumberText;
import lstm.tune.Search;
import lstm.tune.Trial;
import lstm.tune.TuneResult;
import lstm.tune.Tuning;
import lstm.workflow.ModelTarget;
import lstm.workflow.SettingsRequest;
import lstm.workflow.Training;
import lstm.workflow.TrainingRun;
import lstm.workflow.TrainingStart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lstm tune}: searches for the settings that forecast a series best and trains with them. */
@Command(
        name = "tune",
        header = {
            "Searches for good settings, trains with the best and writes a model file.",
            "",
            "  lstm tune sales.csv                               five minutes, one step ahead",
            "  lstm tune sales.csv --duration 1h --horizon 12",
            "  lstm tune sales.csv --trials 20 --seed 7          the same result every time",
            "  lstm tune sales.csv --cell gru --transform log    these are kept as given",
            "  lstm tune sales.csv --by store,item --target units",
            ""
        },
        description = {
            "The search never sees the rows that train holds out, so the score at the end is as"
                    + " honest as the score of train. It compares settings in backtests on the rows before"
                    + " them; of the settings that are not significantly worse than the best, the one tried"
                    + " first is chosen. At the end it prints the train command that makes the same model.%n",
            "The search starts from --preset accurate and varies these options unless they are given:"
                    + " --transform, --scaler, --strategy, --residual, --calendar, --lookback, --cell,"
                    + " --layers, --units, --dropout, --learning-rate and --schedule; --epochs and --patience"
                    + " follow from the number of rows. All other options are as given or as in train. Of the"
                    + " series of a table, the longer half judges, at most 200 of them. With --ensemble, single"
                    + " networks are compared, and the ensemble is trained at the end.%n",
            "Ctrl-C ends the search and trains with the best settings so far; a second Ctrl-C exits" + " at once.%n"
        },
        abbreviateSynopsis = true,
        sortOptions = false)
final class TuneCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE.csv",
            arity = "1..*",
            description = "CSV file with a header; - for standard input. Several are for one model together.")
    private List<String> names;

    @Mixin
    private SearchOptions effort;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "MODEL",
            description = "Model file to write (default: FILE.model.json in the current directory).")
    private Path output;

    @Option(names = "--force", description = "Replace the model file if it exists.")
    private boolean force;

    @Option(names = "--json", description = "Print the summary as JSON on standard output.")
    private boolean json;

    @Mixin
    private MinSkillOption minSkill;

    @Mixin
    private SeriesOptions columns;

    @Mixin
    private KeyOptions keys;

    @Mixin
    private StaticOptions statics;

    @Mixin
    private EachTargetOption each;

    @Mixin
    private CsvFormatOptions form;

    @Mixin
    private PreparationOptions plan;

    @Mixin
    private NetworkOptions options;

    @Mixin
    private ThreadOptions threads;

    @Mixin
    private CommonOptions common;

    TuneCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        SettingsRequest settings = check();
        Path path = TrainCommand.target(output, names);
        CommandFiles files = common.files(console).reads(names).reads(statics.file());
        files.writes(Setting.OUTPUT, path, force ? Existing.REPLACE : Existing.REFUSE);
        if (json) {
            files.toStdout();
        }
        try (ModelTarget target = ModelTarget.lock(path, console.disk(), console.clock())) {
            target.requireFile();
            ReadOptions reading = each.applyTo(keys.applyTo(columns.reading(form)));
            List<Series> series =
                    new InputFiles(names, reading, keys.filter(reading), statics.source(reading)).read(console, common);
            Search search = Tuning.of(series)
                    .settings(settings)
                    .threads(threads.count())
                    .prepare();
            console.signal().await();
            return tune(target, series, search);
        }
    }

    private SettingsRequest check() throws LstmException {
        effort.check();
        SettingsRequest settings = options.request(plan);
        if (!options.validates()) {
            throw LstmException.usage(Setting.VALIDATION.to(0), " leaves no rows to score the best settings by")
                    .remedy("leave it out");
        }
        minSkill.gate();
        keys.filter();
        threads.check();
        return settings;
    }

    private int tune(ModelTarget target, List<Series> series, Search search) throws LstmException, BrokenPipeException {
        int most = effort.maxTrials();
        TuneProgress progress = new TuneProgress(console, common.screen(console), effort.limit(), most);
        List<Trial> tried = search.run(most, progress);
        progress.end();
        boolean stopped = console.signal().isRaised();
        if (stopped && Search.chosen(tried).isEmpty()) {
            console.say("stopped before any settings were judged; nothing is saved");
            return console.signal().exitCode();
        }
        TuneResult result = TuneResult.of(tried);
        TuneSummary summary =
                new TuneSummary(new TrialTable(result, SettingOptions::line), line(series, result, target));
        if (!common.quiet()) {
            console.err().print(summary.text(progress.seconds()));
        }
        if (stopped) {
            console.say("stopped; training with the best so far, about " + NumberText.seconds(progress.reserve())
                    + "; press Ctrl-C again to exit without saving");
        }
        int code = train(target, series, result, stopped);
        return code == ExitCode.OK.code() ? end(target, summary, tried.size(), stopped) : code;
    }

    private int end(ModelTarget target, TuneSummary summary, int tried, boolean stopped)
            throws LstmException, BrokenPipeException {
        Model model = target.load();
        if (json) {
            OutputOptions.toStdout(console, to -> to.write(summary.json(target.path(), model)));
        }
        if (stopped) {
            console.say(
                    "the model with the best of " + NumberText.count(tried) + " settings is saved in " + target.path());
            return console.signal().exitCode();
        }
        minSkill.gate().requireSkill(model.scores());
        return ExitCode.OK.code();
    }

    private CommandLineText line(List<Series> all, TuneResult result, ModelTarget target) {
        Series series = all.get(0);
        TrainCommandLine line = TrainCommandLine.of(series, series.reading(), columns, names.get(0))
                .and(names.subList(1, names.size()))
                .with(keys.toOptions())
                .with(statics.toOptions());
        if (ConfiguredDefaults.isGiven(spec, "--season")) {
            line = line.with(new OptionValue(
                    "--season", Integer.toString(result.settings().plan().season())));
        }
        return each.applyTo(line)
                .with(SettingOptions.of(result.settings()))
                .with(new OptionValue("-o", target.path().toString()))
                .flagged("--force")
                .asText();
    }

    /** Trains as the printed {@code train} command does; a signal that ended the search does not end the training. */
    private int train(ModelTarget target, List<Series> series, TuneResult result, boolean stopped)
            throws LstmException, BrokenPipeException {
        TrainingRun run = Training.of(series)
                .settings(result.settings())
                .threads(threads.count())
                .saveTo(target, TrainingStart.ANEW)
                .prepare();
        Notes.print(console, common, InputFiles.notes(run, series));
        TrainingViews views = new TrainingViews(PlotOutput.NONE, ReportOutput.NONE, common.quiet());
        Console own = stopped ? console.withSignal(new SignalHandler()) : console;
        TrainingOutput.Hints hints = new TrainingOutput.Hints(
                "to resume, run the lstm train command above with --resume instead of --force",
                statics.source(series.get(0).reading()));
        return new TrainingOutput(own, common, SkillGate.NONE, views, false, hints).run(run);
    }
}
