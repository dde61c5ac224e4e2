package lstm.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import lstm.cli.option.CommandFiles;
import lstm.cli.option.CommonOptions;
import lstm.cli.option.CsvFormatOptions;
import lstm.cli.option.MinSkillOption;
import lstm.cli.option.OnlyOption;
import lstm.cli.option.OutputOptions;
import lstm.cli.option.StaticFileOption;
import lstm.cli.option.StaticSource;
import lstm.cli.option.ThreadOptions;
import lstm.cli.option.UpdateOptions;
import lstm.cli.terminal.BrokenPipeException;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.ExitCode;
import lstm.cli.terminal.SignalListener;
import lstm.cli.terminal.TrainingProgress;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.evaluate.SkillGate;
import lstm.file.Existing;
import lstm.model.Model;
import lstm.modelfile.ModelFile;
import lstm.report.Json;
import lstm.report.UpdateSummary;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.series.SeriesTable;
import lstm.workflow.ModelTarget;
import lstm.workflow.ModelUpdate;
import lstm.workflow.ModelUpdate.UpdateRun;
import lstm.workflow.PreparedTraining;
import lstm.workflow.TrainingListener;
import lstm.workflow.UpdateResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lstm update}: continues training a finished model with new rows. */
@Command(
        name = "update",
        header = {
            "Continues training a model with new rows.",
            "",
            "  lstm update prices.model.json prices.csv          the file has grown",
            "  lstm update prices.model.json later.csv -o new.model.json",
            "  lstm update prices.model.json later.csv --epochs 30 --learning-rate 0.0003",
            "  lstm update prices.model.json later.csv --min-skill 0.05 --json",
            "  lstm update sales.model.json sales.csv            new rows, new series",
            ""
        },
        description = {
            "FILE.csv has the columns that the model was trained on, and either all rows or only the"
                    + " new ones. Training starts from the current weights; transforms and scalers stay as they"
                    + " were fitted. The last rows are held out to tell whether the new weights are better: if"
                    + " they are worse, the old model is kept. Intervals and baselines are refitted. A model of"
                    + " several series keeps none of their rows, so its files must have them all; new rows and new"
                    + " series are learned together.%n",
            "To retrain from scratch whenever the data have changed, use lstm train --update.%n"
        },
        abbreviateSynopsis = true,
        sortOptions = false)
final class UpdateCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "MODEL", description = "The model file.")
    private Path modelFile;

    @Parameters(
            index = "1..*",
            paramLabel = "FILE.csv",
            arity = "1..*",
            description = "CSV file with the rows to learn; - for standard input. A model of several files or of a"
                    + " table takes all of its files.")
    private List<String> names;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "MODEL",
            description = "Write another model file (default: replace MODEL).")
    private Path output;

    @Option(names = "--force", description = "Replace the file given with -o if it exists.")
    private boolean force;

    @Mixin
    private UpdateOptions options;

    @Mixin
    private MinSkillOption minSkill;

    @Option(names = "--json", description = "Print the summary as JSON on standard output.")
    private boolean json;

    @Mixin
    private OnlyOption only;

    @Mixin
    private StaticFileOption staticFile;

    @Mixin
    private CsvFormatOptions form;

    @Mixin
    private ThreadOptions threads;

    @Mixin
    private CommonOptions common;

    UpdateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        check();
        Path target = output == null ? modelFile : output;
        CommandFiles files = common.files(console).reads(names).reads(staticFile.file());
        if (output != null) {
            files.reads(modelFile).writes(Setting.OUTPUT, target, force ? Existing.REPLACE : Existing.REFUSE);
        }
        Model model = updatable(ModelFile.read(modelFile));
        if (output == null) {
            files.writes(Setting.OUTPUT, target, Existing.REPLACE);
        }
        if (json) {
            files.toStdout();
        }
        try (ModelTarget locked = ModelTarget.lock(target, console.disk(), console.clock())) {
            if (output == null) {
                locked.requireFile();
                // Another may have changed it before it was locked.
                model = updatable(locked.load());
            }
            UpdateRun run = options.applyTo(ModelUpdate.of(model, modelFile.toString(), read(model)))
                    .threads(threads.count())
                    .prepare();
            UpdateSummary summary = new UpdateSummary(modelFile, target, model, run.rows());
            return run.job().isEmpty() ? nothing(run, summary, locked) : run(run, summary, locked);
        }
    }

    /** The only series, or all of several. */
    private List<Series> read(Model model) throws LstmException {
        ReadOptions reading = form.applyTo(model.reading());
        StaticSource facts = staticFile.source(model);
        if (model.isOfSeveral()) {
            return new InputFiles(names, reading, only.filter(reading.keys()), facts).read(console, common);
        }
        String file = InputFiles.only(names, modelFile);
        return List.of(new OneSeries(console, common, only, facts).read(List.of(file), reading));
    }

    private void check() throws LstmException {
        options.check();
        gate();
        threads.check();
    }

    private SkillGate gate() throws LstmException {
        return minSkill.gate(options.holdsOut());
    }

    private Model updatable(Model model) throws LstmException {
        ModelUpdate.requireUpdatable(model, modelFile.toString());
        return model;
    }

    private int nothing(UpdateRun run, UpdateSummary summary, ModelTarget target)
            throws LstmException, BrokenPipeException {
        if (!common.quiet()) {
            console.say(SeriesTable.source(run.rows().file()) + ": has " + summary.text() + "; nothing to do");
        }
        return end(run.run(TrainingListener.NONE).orElseThrow(), summary, target);
    }

    private int run(UpdateRun run, UpdateSummary summary, ModelTarget target)
            throws LstmException, BrokenPipeException {
        PreparedTraining job = run.job().orElseThrow();
        if (!common.quiet()) {
            console.err().print(summary.before(job));
        }
        TrainingProgress progress = new TrainingProgress(
                console,
                common.screen(console),
                new TrainingProgress.Plan(run.recipe(), job.panel().validation().count() > 0, 0));
        console.signal().await();
        Optional<UpdateResult> result = run.run(new SignalListener(console.signal(), progress));
        if (result.isEmpty()) {
            console.say("stopped; " + modelFile + " is unchanged");
            return console.signal().exitCode();
        }
        if (!common.quiet()) {
            console.err().print(summary.after(result.get(), progress.seconds(), next(result.get(), target.path())));
        }
        return end(result.get(), summary, target);
    }

    /** A model that has not learned the new rows forecasts from them if they are named. */
    private String next(UpdateResult result, Path target) throws LstmException {
        List<String> words = new ArrayList<>(names);
        words.addAll(staticFile.source(result.model()).words());
        boolean isKept = result.isNew() && !result.rows().isOfSeveral();
        return isKept || names.contains("-")
                ? PredictCommand.line(target, result.model())
                : PredictCommand.line(target, result.model(), words.toArray(String[]::new));
    }

    /** Writes the model unless the file is already up to date, and checks the skill. */
    private int end(UpdateResult result, UpdateSummary summary, ModelTarget target)
            throws LstmException, BrokenPipeException {
        if (result.isNew() || !target.path().equals(modelFile)) {
            target.write(result.model());
        }
        if (json) {
            byte[] values = (Json.text(summary.values(result)) + "\n").getBytes(StandardCharsets.UTF_8);
            OutputOptions.toStdout(console, to -> to.write(values));
        }
        gate().requireSkill(result.scores());
        return ExitCode.OK.code();
    }
}
