package lstm.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import lstm.calendar.Calendar;
import lstm.calendar.CalendarFeature;
import lstm.cli.config.ConfiguredDefaults;
import lstm.cli.option.CommonOptions;
import lstm.cli.option.CsvFormatOptions;
import lstm.cli.option.MinSkillOption;
import lstm.cli.option.NetworkOptions;
import lstm.cli.option.OptionValue;
import lstm.cli.option.OutputOptions;
import lstm.cli.option.PlotOutput;
import lstm.cli.option.PreparationOptions;
import lstm.cli.option.PresetOption;
import lstm.cli.option.ReportOutput;
import lstm.cli.option.SearchOptions;
import lstm.cli.option.SearchedOptions;
import lstm.cli.option.SeriesOptions;
import lstm.cli.option.ThreadOptions;
import lstm.cli.option.TrainCommandLine;
import lstm.cli.terminal.BrokenPipeException;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.ExitCode;
import lstm.cli.terminal.Notes;
import lstm.cli.terminal.SignalHandler;
import lstm.cli.terminal.Terminal;
import lstm.cli.terminal.TuneProgress;
import lstm.csv.CsvReader;
import lstm.csv.CsvSource;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import lstm.file.AtomicFile;
import lstm.file.Existing;
import lstm.file.PathLock;
import lstm.model.Model;
import lstm.model.Settings;
import lstm.modelfile.ModelFile;
import lstm.prepare.PositiveValues;
import lstm.prepare.PreparationPlan;
import lstm.prepare.SeasonChoice;
import lstm.preset.Hyperparameter;
import lstm.report.TrialTable;
import lstm.report.TuneSummary;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.text.NumberText;
import lstm.tune.Search;
import lstm.tune.SearchSpace;
import lstm.tune.Trial;
import lstm.workflow.Training;
import lstm.workflow.TrainingSetup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lstm tune}: searches the settings that forecast a series best, and trains with them. */
@Command(
        name = "tune",
        header = {
            "Searches good settings for a CSV, trains with the best, writes a model file.",
            "",
            "  lstm tune sales.csv                               five minutes, one step ahead",
            "  lstm tune sales.csv --duration 1h --horizon 12",
            "  lstm tune sales.csv --trials 20 --seed 7          the same result every time",
            "  lstm tune sales.csv --cell gru --transform log    these stay as they are",
            ""
        },
        description = {
            "The last rows, those that train holds out, are not seen by the search: the score at the end is as honest"
                    + " as that of train. Settings are judged by backtests before them; of those that the best does"
                    + " not lead by more than chance the first is taken. It ends with the line of train that makes the"
                    + " same model.%n",
            "Begins with what train --preset accurate would take. These are searched unless they are given: --transform,"
                    + " --scaler, --strategy, --residual, --calendar, --lookback, --cell, --layers, --units, --dropout,"
                    + " --learning-rate and --schedule; --epochs and --patience follow from the number of rows."
                    + " All others are as given, or as train has them.%n",
            "Ctrl-C ends the search and trains with the best so far; a second one leaves at once.%n"
        },
        abbreviateSynopsis = true,
        sortOptions = false)
final class TuneCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE.csv", description = "The series, with a header; - for standard input.")
    private String file;

    @Mixin
    private SearchOptions effort;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "MODEL",
            description = "Model file to write (default: FILE.model.json in this directory).")
    private Path output;

    @Option(names = "--force", description = "Replace the model file if it exists.")
    private boolean force;

    @Option(names = "--json", description = "Print the summary as JSON on standard output.")
    private boolean json;

    @Mixin
    private MinSkillOption gate;

    @Mixin
    private SeriesOptions columns;

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
        check();
        Path target = TrainCommand.target(output, file);
        AtomicFile.checkWritable(target, force ? Existing.REPLACE : Existing.REFUSE);
        try (PathLock lock = PathLock.acquire(target)) {
            lock.sweep(console.disk());
            ReadOptions reading = columns.reading(form);
            Series series = CsvReader.read(CsvSource.of(file, console.in()), reading);
            Notes.print(console, common, series);
            Search search = search(series, reading);
            // All that can be checked is checked before the slow part.
            TrainingSetup.anew(target, List.of(series), search.starts().get(0), reading);
            console.signal().await();
            return tune(target, series, search);
        }
    }

    private void check() throws LstmException {
        effort.check();
        plan.check();
        if (options.settings(PreparationPlan.CLASSIC).validation() == 0) {
            throw new LstmException(
                    Kind.USAGE, "--validation 0 leaves no rows to score the best settings by; leave it out");
        }
        gate.check(true);
        threads.check();
    }

    private Search search(Series series, ReadOptions reading) throws LstmException {
        Calendar calendar = Calendar.infer(series);
        Settings base = options.settings(plan.plan(columns, series, calendar, options.share()));
        PositiveValues.check(series, base.plan());
        int known = SeasonChoice.trainRows(
                series.rows(), base.validation(), base.plan().head());
        boolean positive = Arrays.stream(series.values(), 0, columns.targets())
                .allMatch(column -> Arrays.stream(column).allMatch(value -> value > 0));
        Set<Hyperparameter> free = SearchedOptions.of(spec);
        Settings first = PresetOption.accurate(base, List.of(series), free);
        SearchSpace space = new SearchSpace(base, free, first, positive, CalendarFeature.of(calendar), known);
        int least = Search.leastRows(space);
        Search search = new Search(series.first(known), reading, space, threads.count());
        if (known < least || search.starts().isEmpty()) {
            throw new LstmException(
                    Kind.DATA,
                    series.source() + ": has " + NumberText.rows(series.rows()) + ", of which "
                            + NumberText.count(known) + " are not held out, and a search needs more than "
                            + NumberText.count(least) + " of these; use lstm train, or add rows");
        }
        return search;
    }

    private int tune(Path target, Series series, Search search) throws LstmException, BrokenPipeException {
        int most = effort.most();
        Terminal screen = common.screen(console);
        TuneProgress progress = new TuneProgress(console, screen, effort.limit(), most);
        List<Trial> tried = search.run(most, progress);
        progress.end();
        boolean stopped = console.signal().isRaised();
        Optional<Trial> chosen = Search.chosen(tried);
        if (chosen.isEmpty()) {
            return nothing(tried, stopped);
        }
        Settings settings = chosen.get().settings();
        TrialTable table = new TrialTable(tried, chosen.get());
        TuneSummary tuned = new TuneSummary(table, settings, line(series, search.reading(), settings, target));
        if (!common.quiet()) {
            console.err().print(tuned.text(progress.seconds()));
        }
        if (stopped) {
            console.say("stopped; training with the best so far, about " + NumberText.seconds(progress.reserve())
                    + "; Ctrl-C again saves nothing");
        }
        int code = train(target, series, search, settings, screen, stopped);
        if (code != ExitCode.OK.code()) {
            return code;
        }
        Model model = ModelFile.read(target);
        if (json) {
            OutputOptions.toStdout(console, to -> to.write(tuned.json(target, model)));
        }
        if (stopped) {
            console.say(
                    "the model of the best of " + NumberText.count(tried.size()) + " settings is saved in " + target);
            return console.signal().exitCode();
        }
        gate.hold(model.scores());
        return ExitCode.OK.code();
    }

    private int nothing(List<Trial> tried, boolean stopped) throws LstmException {
        if (stopped) {
            console.say("stopped before any settings were judged; nothing is saved");
            return console.signal().exitCode();
        }
        boolean diverged = tried.stream().anyMatch(trial -> trial.outcome() == Trial.Outcome.DIVERGED);
        throw diverged
                ? new LstmException(Kind.DIVERGED, "training diverged with all settings; use a smaller --learning-rate")
                : new LstmException(
                        Kind.USAGE,
                        "--duration " + effort.duration()
                                + " is over before any settings were judged; give more time, or fewer --epochs");
    }

    private TrainCommandLine line(Series series, ReadOptions reading, Settings settings, Path target) {
        TrainCommandLine line = TrainCommandLine.of(series, reading, columns, file);
        if (ConfiguredDefaults.says(spec, "--season")) {
            line = line.with(
                    new OptionValue("--season", Integer.toString(settings.plan().season())));
        }
        return line.with(NetworkOptions.said(settings))
                .with(new OptionValue("-o", target.toString()))
                .flagged("--force");
    }

    /** Trains as the line of {@code train} does; a signal that ended the search does not end this. */
    private int train(Path target, Series series, Search search, Settings settings, Terminal screen, boolean stopped)
            throws LstmException, BrokenPipeException {
        Training run = TrainingSetup.anew(target, List.of(series), settings, search.reading());
        TrainingViews views = new TrainingViews(PlotOutput.NONE, ReportOutput.NONE, common.quiet());
        String goOn = "go on with the lstm train line above, and --resume in the place of --force";
        TrainingEnding ending = new TrainingEnding(Optional.empty(), views, screen, common.quiet(), false, goOn);
        return run.go(stopped ? console.withSignal(new SignalHandler()) : console, ending, threads.count());
    }
}
