package lstm.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import lstm.cli.option.CommonOptions;
import lstm.cli.option.CsvFormatOptions;
import lstm.cli.option.MinSkillOption;
import lstm.cli.option.NetworkOptions;
import lstm.cli.option.PlotOption;
import lstm.cli.option.PreparationOptions;
import lstm.cli.option.PresetOption;
import lstm.cli.option.ReportOption;
import lstm.cli.option.SeriesOptions;
import lstm.cli.option.ThreadOptions;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.Notes;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import lstm.file.AtomicFile;
import lstm.file.Existing;
import lstm.file.PathLock;
import lstm.model.Settings;
import lstm.prepare.PreparationPlan;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.workflow.Training;
import lstm.workflow.TrainingSetup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lstm train}: reads, splits, trains with the best weights kept, scores against naive, writes the model. */
@Command(
        name = "train",
        header = {
            "Trains a network on a CSV and writes a model file.",
            "",
            "  lstm train prices.csv                       the classic recipe on column Close",
            "  lstm train prices.csv --preset accurate     a small network on changes",
            "  lstm train prices.csv --target Open --epochs 20 -o open.model.json",
            "  lstm train prices.csv --cell gru --units 32 --patience 10 --force",
            "  lstm train prices.csv --min-skill 0.05      fail unless it beats naive by 5 %%",
            "  lstm train prices.csv --resume              go on after Ctrl-C",
            "  lstm train a.csv b.csv --scaler window -o all.model.json    one for both",
            ""
        },
        abbreviateSynopsis = true,
        sortOptions = false)
public final class TrainCommand implements Callable<Integer> {
    /** What the name of a model file ends with. */
    static final String MODEL = ".model.json";

    private static final String GO_ON = "go on with the same command and --resume";

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE.csv",
            arity = "1..*",
            description = "The series, with a header; - for standard input. Several files of the same columns train one"
                    + " model for all: see --scaler.")
    private List<String> files;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "MODEL",
            description = "Model file to write (default: FILE.model.json in this directory).")
    private Path output;

    @Option(names = "--force", description = "Replace output files that exist.")
    private boolean force;

    @Option(names = "--resume", description = "Go on with the unfinished training in the model file.")
    private boolean resume;

    @Option(
            names = "--update",
            description = "Do what the model file needs: nothing if it is finished, of the same data and options; go on"
                    + " if it is unfinished; train anew if data or options have changed. To teach a model new rows without"
                    + " training anew, see lstm update.")
    private boolean update;

    private boolean nothingToDo;

    @Mixin
    private SeriesOptions columns;

    @Mixin
    private CsvFormatOptions form;

    @Mixin
    private PresetOption preset;

    @Mixin
    private PreparationOptions plan;

    @Mixin
    private NetworkOptions options;

    @Mixin
    private MinSkillOption gate;

    @Mixin
    private ThreadOptions threads;

    @Mixin
    private PlotOption plot;

    @Mixin
    private ReportOption page;

    @Option(names = "--json", description = "Print the summary as JSON on standard output.")
    private boolean json;

    @Mixin
    private CommonOptions common;

    TrainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        check();
        Path target = target(output, files);
        Existing existing = force || resume || update ? Existing.REPLACE : Existing.REFUSE;
        AtomicFile.checkWritable(target, existing);
        TrainingViews views = TrainingViews.check(plot, page, common.quiet(), existing, target);
        try (PathLock lock = PathLock.acquire(target)) {
            lock.sweep(console.disk());
            Training run = run(target, new InputFiles(files, columns.reading(form)).read(console, common));
            nothingToDo = run.isDone();
            TrainingEnding ending =
                    new TrainingEnding(Optional.of(gate), views, common.screen(console), common.quiet(), json, GO_ON);
            return run.go(console, ending, threads.count());
        }
    }

    private Training run(Path target, List<Series> series) throws LstmException {
        ReadOptions reading = columns.reading(form);
        Settings settings = preset.settings(plan, options, columns, series);
        Notes.print(console, common, InputFiles.notes(series, settings.plan()));
        if (!common.quiet() && !resume) {
            console.err().print(preset.text(settings));
        }
        if (resume) {
            return TrainingSetup.resumed(target, series, settings, reading, spec);
        }
        return update
                ? TrainingSetup.updated(target, series, settings, reading)
                : TrainingSetup.anew(target, series, settings, reading);
    }

    /** Checks the values of the options, as far as they do not depend on a file. */
    void check() throws LstmException {
        if ((force ? 1 : 0) + (resume ? 1 : 0) + (update ? 1 : 0) > 1) {
            throw new LstmException(
                    Kind.USAGE,
                    "--force starts anew, --resume goes on, and --update does what is needed; give one of them");
        }
        plan.check();
        options.settings(PreparationPlan.CLASSIC);
        gate.check(options.share() > 0);
        threads.check();
    }

    /** Whether the model was there already, finished. */
    public boolean hadNothingToDo() {
        return nothingToDo;
    }

    /** The same for several files, which have none of their own. */
    private static Path target(Path asked, List<String> files) throws LstmException {
        if (asked == null && files.size() > 1) {
            throw new LstmException(
                    Kind.USAGE,
                    files.size() + " files train one model; name its file with -o, or see lstm batch for a model each");
        }
        return target(asked, files.get(0));
    }

    /** The model file to write: as asked, or that of {@link #defaultModel}, which standard input has not. */
    static Path target(Path asked, String file) throws LstmException {
        if (asked != null) {
            return asked;
        }
        if (file.equals("-")) {
            throw new LstmException(Kind.USAGE, "name the model file with -o when reading standard input");
        }
        return defaultModel(file);
    }

    /** The model file that a training on this file writes when it is not told which: in the working directory. */
    public static Path defaultModel(String file) {
        return Path.of(name(file) + MODEL);
    }

    /** The name of a file without folders and endings: what its model is called by. */
    static String name(String file) {
        String name = Optional.ofNullable(Path.of(file).getFileName())
                .map(Path::toString)
                .orElse(file);
        return name.replaceFirst("(?i)(\\.csv|\\.tsv|\\.txt)?(\\.gz)?$", "");
    }
}
