package lstm.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import lstm.cli.option.CommandFiles;
import lstm.cli.option.CommonOptions;
import lstm.cli.option.CsvFormatOptions;
import lstm.cli.option.EachTargetOption;
import lstm.cli.option.KeyOptions;
import lstm.cli.option.MinSkillOption;
import lstm.cli.option.NetworkOptions;
import lstm.cli.option.PlotOption;
import lstm.cli.option.PreparationOptions;
import lstm.cli.option.PresetOption;
import lstm.cli.option.ReportOption;
import lstm.cli.option.SeriesOptions;
import lstm.cli.option.StaticOptions;
import lstm.cli.option.ThreadOptions;
import lstm.cli.terminal.ComparisonProgress;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.Notes;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.evaluate.SkillGate;
import lstm.file.Existing;
import lstm.report.PresetText;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.workflow.BatchJob;
import lstm.workflow.ModelTarget;
import lstm.workflow.SettingsRequest;
import lstm.workflow.Training;
import lstm.workflow.TrainingRun;
import lstm.workflow.TrainingStart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lstm train}: trains a network on a CSV and writes a model file. */
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
            "  lstm train prices.csv --resume              continue after Ctrl-C",
            "  lstm train a.csv b.csv --scaler window -o all.model.json    one model for both",
            "  lstm train sales.csv --by store,item --target units --preset accurate",
            "  lstm train sales.csv --by store,item --target units --static region,price",
            ""
        },
        abbreviateSynopsis = true,
        sortOptions = false)
public final class TrainCommand implements Callable<Integer> {
    /** Suffix of model files. */
    static final String MODEL = ".model.json";

    private final Console console;

    @Parameters(
            paramLabel = "FILE.csv",
            arity = "1..*",
            description = "CSV file with a header; - for standard input. Several files with the same columns train"
                    + " one model for all; see --scaler.")
    private List<String> files;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "MODEL",
            description = "Model file to write (default: FILE.model.json in the current directory).")
    private Path output;

    @Option(names = "--force", description = "Replace existing output files.")
    private boolean force;

    @Option(names = "--resume", description = "Resume the unfinished training in the model file.")
    private boolean resume;

    @Option(
            names = "--update",
            description = "Do only what the model file needs: nothing if it is finished and data and options are"
                    + " the same; resume if it is unfinished; retrain if data or options have changed. To teach"
                    + " a model new rows without retraining, see lstm update.")
    private boolean update;

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
    private PresetOption preset;

    @Mixin
    private PreparationOptions plan;

    @Mixin
    private NetworkOptions options;

    @Mixin
    private MinSkillOption minSkill;

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
        SettingsRequest settings = request();
        Path path = target(output, files);
        Existing existing = start() == TrainingStart.ANEW && !force ? Existing.REFUSE : Existing.REPLACE;
        CommandFiles all = common.files(console).reads(files).reads(statics.file());
        all.writes(Setting.OUTPUT, path, existing);
        if (json) {
            all.toStdout();
        }
        TrainingViews views = TrainingViews.check(plot, page, common.quiet(), existing, all);
        try (ModelTarget target = ModelTarget.lock(path, console.disk(), console.clock())) {
            InputFiles inputs = inputs();
            List<Series> series = inputs.read(console, common);
            ComparisonProgress comparison = new ComparisonProgress(console, common.screen(console));
            TrainingRun run = Training.of(series)
                    .settings(settings)
                    .threads(threads.count())
                    .comparison(comparison)
                    .saveTo(target, start())
                    .prepare();
            comparison.end();
            Notes.print(console, common, InputFiles.notes(run, series));
            Notes.print(console, common, PresetText.notes(run.choice()));
            if (!common.quiet() && !resume) {
                console.err().print(preset.text(run.settings()));
            }
            return new TrainingOutput(console, common, gate(), views, json, TrainingOutput.Hints.of(inputs.statics()))
                    .run(run);
        }
    }

    private InputFiles inputs() throws LstmException {
        ReadOptions reading = each.applyTo(keys.applyTo(columns.reading(form)));
        return new InputFiles(files, reading, keys.filter(reading), statics.source(reading));
    }

    private TrainingStart start() {
        return resume ? TrainingStart.RESUME : update ? TrainingStart.AS_NEEDED : TrainingStart.ANEW;
    }

    /** The requested settings, checked as far as possible without reading a file. */
    SettingsRequest request() throws LstmException {
        if ((force ? 1 : 0) + (resume ? 1 : 0) + (update ? 1 : 0) > 1) {
            throw LstmException.usage(
                            Setting.FORCE,
                            " starts over, ",
                            Setting.RESUME,
                            " resumes, and ",
                            Setting.UPDATE,
                            " does what is needed")
                    .remedy("use one of them");
        }
        threads.check();
        keys.filter();
        gate();
        return options.request(plan).preset(preset.preset());
    }

    /** The request for a job of a batch. */
    BatchJob.Train batch() throws LstmException {
        return new BatchJob.Train(columns.reading(form), request(), !preset.isGiven(), gate());
    }

    private SkillGate gate() throws LstmException {
        return minSkill.gate(options.validates());
    }

    /** The model file to write: the requested one, or that of the only file. */
    static Path target(Path asked, List<String> files) throws LstmException {
        if (asked == null && files.size() > 1) {
            throw LstmException.usage(files.size(), " files train one model together")
                    .remedy("name its file with ", Setting.OUTPUT, ", or see lstm batch for a model of each");
        }
        return target(asked, files.get(0));
    }

    /** The model file to write: the requested one, or {@link #defaultModel}. */
    static Path target(Path asked, String file) throws LstmException {
        if (asked != null) {
            return asked;
        }
        if (file.equals("-")) {
            throw LstmException.usage("a model of standard input has no name")
                    .remedy("name its file with ", Setting.OUTPUT);
        }
        return defaultModel(file);
    }

    /** Default model path, in the working directory. */
    public static Path defaultModel(String file) {
        return Path.of(name(file) + MODEL);
    }

    /** The name of a file without folders and extensions, on which the name of its model is based. */
    static String name(String file) {
        String name = Optional.ofNullable(Path.of(file).getFileName())
                .map(Path::toString)
                .orElse(file);
        return name.replaceFirst("(?i)(\\.csv|\\.tsv|\\.txt)?(\\.gz)?$", "");
    }
}
